package io.streamfleet.aws;

import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.value.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule.ActionProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule.FixedResponseConfigProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule.PathPatternConfigProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule.RuleConditionProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListenerRule.SourceIpConfigProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.FixedResponseOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.RedirectOptions;
import software.constructs.Construct;
import software.constructs.DependencyGroup;
import software.constructs.IDependable;

/**
 * Takes HTTPS and WSS from the internet and hands what is allowed to the servers, over connections that may last for hours.
 *
 * <p>Creates an internet-facing Application Load Balancer in the public subnets, its security group, a listener on 443
 * that answers 404 to whatever no rule forwards, a listener on 80 that redirects, a target group without members (an Auto
 * Scaling group registers its own), and a bucket of access logs unless one is given. Its security group is closed:
 * {@link FlowRules} opens it. Costs a load balancer, what passes through it, and storage.
 */
public final class HttpsEntry extends LoadBalancedEntry {
    private static final String NOT_FOUND = "404";

    private final ICertificate certificate;
    private final ApplicationListener listener;
    private final Optional<ApplicationListener> redirect;
    private final List<CfnListenerRule> rules = new ArrayList<>();
    private final DependencyGroup ready = new DependencyGroup();

    /**
     * Creates the entry.
     *
     * @param scope what the entry belongs to
     * @param id name within the scope
     * @param props what it is made of
     */
    public HttpsEntry(Construct scope, String id, HttpsEntryProps props) {
        super(scope, id, parts(props));
        waitForTheGateway(props.network());
        certificate = certificate(props.certificate());
        listener = listen(props);
        redirect = props.redirectHttp() ? Optional.of(redirectToHttps()) : Optional.empty();
        props.listenerRules().forEach(this::add);
        ready.add(listener);
    }

    /** Returns the certificate. */
    public ICertificate certificate() {
        return certificate;
    }

    /** Returns the listener on 443. */
    public ApplicationListener listener() {
        return listener;
    }

    /** Returns the listener on 80, where there is one. */
    public Optional<ApplicationListener> redirect() {
        return redirect;
    }

    /** Returns the rules of the listener, in the order given; several of one that names many addresses. */
    public List<CfnListenerRule> rules() {
        return List.copyOf(rules);
    }

    /** Returns the load balancer's own DNS name. */
    public String address() {
        return loadBalancer().getLoadBalancerDnsName();
    }

    /**
     * Returns what must exist before servers join: a target group that no listener forwards to checks no health, and an
     * Auto Scaling group would take its servers for unhealthy or healthy by chance.
     */
    public IDependable ready() {
        return ready;
    }

    private static LoadBalancers.Parts parts(HttpsEntryProps props) {
        return new LoadBalancers.Parts(
                "Public load balancer",
                true,
                props.network(),
                props.sessionTimeout(),
                props.clientKeepAlive(),
                props.isProtected(),
                props.accessLogs(),
                props.serverPort(),
                props.health(),
                props.drain());
    }

    /** Elastic Load Balancing refuses an internet-facing load balancer in a VPC whose gateway is not attached yet. */
    private void waitForTheGateway(INetwork network) {
        loadBalancer().getNode().getDefaultChild().getNode().addDependency(network.internetAccess());
    }

    private ICertificate certificate(EntryCertificate given) {
        if (given instanceof EntryCertificate.Arn existing) {
            return Certificate.fromCertificateArn(this, "Certificate", existing.arn());
        }
        if (given instanceof EntryCertificate.Issued issued) {
            return Certificate.Builder.create(this, "Certificate")
                    .domainName(issued.domain())
                    .validation(CertificateValidation.fromDns(issued.zone()))
                    .build();
        }
        return ((EntryCertificate.Given) given).certificate();
    }

    private ApplicationListener listen(HttpsEntryProps props) {
        ApplicationListener https = loadBalancer()
                .addListener(
                        "Https",
                        BaseApplicationListenerProps.builder()
                                .port(443)
                                .protocol(ApplicationProtocol.HTTPS)
                                .certificates(List.of(ListenerCertificate.fromCertificateManager(certificate)))
                                .open(false)
                                .defaultAction(ListenerAction.fixedResponse(
                                        404,
                                        FixedResponseOptions.builder()
                                                .contentType("text/plain")
                                                .messageBody(NOT_FOUND)
                                                .build()))
                                .build());
        ((CfnListener) https.getNode().getDefaultChild()).setSslPolicy(props.tlsPolicy());
        return https;
    }

    private ApplicationListener redirectToHttps() {
        return loadBalancer()
                .addListener(
                        "Http",
                        BaseApplicationListenerProps.builder()
                                .port(80)
                                .protocol(ApplicationProtocol.HTTP)
                                .open(false)
                                .defaultAction(ListenerAction.redirect(RedirectOptions.builder()
                                        .protocol("HTTPS")
                                        .port("443")
                                        .permanent(true)
                                        .build()))
                                .build());
    }

    private void add(PathRule rule) {
        CfnListenerRule created = CfnListenerRule.Builder.create(this, rule.name() + "Rule")
                .listenerArn(listener.getListenerArn())
                .priority(rule.priority())
                .conditions(conditions(rule))
                .actions(List.of(action(rule)))
                .build();
        rules.add(created);
        ready.add(created);
    }

    private List<RuleConditionProperty> conditions(PathRule rule) {
        List<RuleConditionProperty> conditions = new ArrayList<>();
        conditions.add(RuleConditionProperty.builder()
                .field("path-pattern")
                .pathPatternConfig(PathPatternConfigProperty.builder()
                        .regexValues(List.of(rule.path()))
                        .build())
                .build());
        if (!rule.from().isEmpty()) {
            conditions.add(RuleConditionProperty.builder()
                    .field("source-ip")
                    .sourceIpConfig(SourceIpConfigProperty.builder()
                            .values(rule.from().stream().map(Cidr::toString).toList())
                            .build())
                    .build());
        }
        return conditions;
    }

    private ActionProperty action(PathRule rule) {
        return switch (rule.action()) {
            case FORWARD ->
                ActionProperty.builder()
                        .type("forward")
                        .targetGroupArn(targetGroup().getTargetGroupArn())
                        .build();
            case REFUSE ->
                ActionProperty.builder()
                        .type("fixed-response")
                        .fixedResponseConfig(FixedResponseConfigProperty.builder()
                                .statusCode(NOT_FOUND)
                                .contentType("text/plain")
                                .messageBody(NOT_FOUND)
                                .build())
                        .build();
        };
    }
}
