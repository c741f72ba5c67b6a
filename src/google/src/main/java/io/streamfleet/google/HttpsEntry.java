package io.streamfleet.google;

import com.hashicorp.cdktf.providers.google.compute_backend_service.ComputeBackendService;
import com.hashicorp.cdktf.providers.google.compute_backend_service.ComputeBackendServiceBackend;
import com.hashicorp.cdktf.providers.google.compute_backend_service.ComputeBackendServiceLogConfig;
import com.hashicorp.cdktf.providers.google.compute_global_address.ComputeGlobalAddress;
import com.hashicorp.cdktf.providers.google.compute_global_forwarding_rule.ComputeGlobalForwardingRule;
import com.hashicorp.cdktf.providers.google.compute_health_check.ComputeHealthCheck;
import com.hashicorp.cdktf.providers.google.compute_managed_ssl_certificate.ComputeManagedSslCertificate;
import com.hashicorp.cdktf.providers.google.compute_managed_ssl_certificate.ComputeManagedSslCertificateManaged;
import com.hashicorp.cdktf.providers.google.compute_security_policy.ComputeSecurityPolicy;
import com.hashicorp.cdktf.providers.google.compute_ssl_policy.ComputeSslPolicy;
import com.hashicorp.cdktf.providers.google.compute_target_http_proxy.ComputeTargetHttpProxy;
import com.hashicorp.cdktf.providers.google.compute_target_https_proxy.ComputeTargetHttpsProxy;
import com.hashicorp.cdktf.providers.google.compute_url_map.ComputeUrlMap;
import com.hashicorp.cdktf.providers.google.compute_url_map.ComputeUrlMapDefaultUrlRedirect;
import io.streamfleet.terraform.Kept;
import io.streamfleet.terraform.Lifecycle;
import io.streamfleet.terraform.Tagging;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Takes HTTPS and WSS from the internet and hands what is allowed to the servers, over connections that may last for hours.
 *
 * <p>Creates a global external Application Load Balancer: an address unless one is given, a forwarding rule on 443, a
 * proxy with a certificate and TLS 1.2 or newer, one on 80 that redirects, a backend service over the groups of servers
 * with a check of their health, and a policy of Cloud Armor that answers 404 to whatever no rule forwards. Nothing is open
 * to the world on the servers: {@link FlowRules} lets Google's front ends in, by {@link #peer()}. Requests are logged in
 * Cloud Logging, where whoever reads the project's logs reads their URLs. Costs a load balancer, a policy and its rules, what
 * passes through them, and logs.
 */
public final class HttpsEntry extends Construct {
    private static final String ADDRESS = "Address";
    private static final String EXTERNAL = "EXTERNAL_MANAGED";

    private final HttpsEntryProps props;
    private final Map<String, String> labels;
    private final Optional<ComputeGlobalAddress> ownAddress;
    private final String address;
    private final ComputeSecurityPolicy securityPolicy;
    private final ComputeHealthCheck healthCheck;
    private final ComputeBackendService backendService;
    private final ComputeUrlMap urlMap;
    private final Optional<ComputeManagedSslCertificate> certificate;
    private final ComputeSslPolicy sslPolicy;
    private final ComputeTargetHttpsProxy proxy;
    private final ComputeGlobalForwardingRule listener;
    private final Optional<ComputeGlobalForwardingRule> redirect;

    /**
     * Creates the entry.
     *
     * @param scope what the entry belongs to
     * @param id name within the scope
     * @param props what it is made of
     */
    public HttpsEntry(Construct scope, String id, HttpsEntryProps props) {
        super(scope, id);
        this.props = props;
        labels = Tagging.GOOGLE.of(props.labels());
        ownAddress = props.address().isPresent() ? Optional.empty() : Optional.of(reserveAddress());
        if (ownAddress.isEmpty() && props.isProtected()) {
            Kept.keep(this, ADDRESS, "google_compute_global_address");
        }
        address = ownAddress.map(ComputeGlobalAddress::getAddress).orElseGet(() -> props.address()
                .orElseThrow());
        securityPolicy = PathPolicy.create(this, GoogleNames.RESOURCE.name(props.name(), "entry"), props.policyRules());
        healthCheck = HealthChecks.http(
                this, GoogleNames.RESOURCE.name(props.name(), "entry"), props.serverPort(), props.health());
        backendService = createBackendService();
        urlMap = createUrlMap();
        certificate = props.certificate() instanceof EntryCertificate.Managed managed
                ? Optional.of(order(managed))
                : Optional.empty();
        sslPolicy = createSslPolicy();
        proxy = createProxy();
        listener = listen();
        redirect = props.redirectHttp() ? Optional.of(redirectToHttps()) : Optional.empty();
    }

    /** Returns the policy that decides on each request's path. */
    public ComputeSecurityPolicy securityPolicy() {
        return securityPolicy;
    }

    /** Returns the check of the servers' health. */
    public ComputeHealthCheck healthCheck() {
        return healthCheck;
    }

    /** Returns what forwards to the groups of servers. */
    public ComputeBackendService backendService() {
        return backendService;
    }

    /** Returns the map, in which every path leads to the servers: the policy decides. */
    public ComputeUrlMap urlMap() {
        return urlMap;
    }

    /** Returns the certificate that Google issues; none where one is given. */
    public Optional<ComputeManagedSslCertificate> certificate() {
        return certificate;
    }

    /** Returns which versions and ciphers of TLS clients may use. */
    public ComputeSslPolicy sslPolicy() {
        return sslPolicy;
    }

    /** Returns what ends TLS. */
    public ComputeTargetHttpsProxy proxy() {
        return proxy;
    }

    /** Returns the forwarding rule on 443. */
    public ComputeGlobalForwardingRule listener() {
        return listener;
    }

    /** Returns the forwarding rule on 80, where there is one. */
    public Optional<ComputeGlobalForwardingRule> redirect() {
        return redirect;
    }

    /** Returns the reserved address; none where one is given. */
    public Optional<ComputeGlobalAddress> ownAddress() {
        return ownAddress;
    }

    /** Returns the IPv4 address that the domain must lead to. */
    public String address() {
        return address;
    }

    /** Returns what the entry is to firewall rules: Google's front ends and probes, which have no rules of their own. */
    public FlowPeer peer() {
        return FlowPeer.service(HealthChecks.SOURCES, List.of());
    }

    private ComputeGlobalAddress reserveAddress() {
        return ComputeGlobalAddress.Builder.create(this, ADDRESS)
                .name(GoogleNames.RESOURCE.name(props.name(), "entry"))
                .labels(Tagging.orAbsent(labels))
                .lifecycle(Lifecycle.DEFAULT.preventDestroy(props.isProtected()).toTerraform())
                .build();
    }

    private ComputeBackendService createBackendService() {
        return ComputeBackendService.Builder.create(this, "BackendService")
                .name(GoogleNames.RESOURCE.name(props.name(), "entry"))
                .loadBalancingScheme(EXTERNAL)
                .protocol("HTTP")
                .portName(props.groups().get(0).portName())
                .timeoutSec(props.sessionTimeout().toSeconds())
                .connectionDrainingTimeoutSec(props.drain().toSeconds())
                .sessionAffinity("NONE")
                .healthChecks(List.of(healthCheck.getId()))
                .securityPolicy(securityPolicy.getId())
                .backend(props.groups().stream()
                        .map(group -> ComputeBackendServiceBackend.builder()
                                .group(group.instanceGroup())
                                .balancingMode("RATE")
                                .maxRatePerInstance(props.maxRatePerServer())
                                .build())
                        .toList())
                .logConfig(logs())
                .build();
    }

    private ComputeBackendServiceLogConfig logs() {
        var logs = ComputeBackendServiceLogConfig.builder().enable(props.logRate() > 0);
        if (props.logRate() > 0) {
            logs.sampleRate(props.logRate());
        }
        return logs.build();
    }

    private ComputeUrlMap createUrlMap() {
        return ComputeUrlMap.Builder.create(this, "UrlMap")
                .name(GoogleNames.RESOURCE.name(props.name(), "entry"))
                .defaultService(backendService.getId())
                .build();
    }

    /** A certificate cannot change its domains: another one is made and used before the old one goes. */
    private ComputeManagedSslCertificate order(EntryCertificate.Managed managed) {
        return ComputeManagedSslCertificate.Builder.create(this, "Certificate")
                .name(GoogleNames.RESOURCE.nameOf(managed.domains(), props.name(), "entry"))
                .managed(ComputeManagedSslCertificateManaged.builder()
                        .domains(managed.domains())
                        .build())
                .lifecycle(Lifecycle.DEFAULT.createBeforeDestroy().toTerraform())
                .build();
    }

    private ComputeSslPolicy createSslPolicy() {
        return ComputeSslPolicy.Builder.create(this, "SslPolicy")
                .name(GoogleNames.RESOURCE.name(props.name(), "entry"))
                .profile("MODERN")
                .minTlsVersion("TLS_1_2")
                .build();
    }

    /** A proxy cannot change how long it keeps connections: another one is made and used before the old one goes. */
    private ComputeTargetHttpsProxy createProxy() {
        var https = ComputeTargetHttpsProxy.Builder.create(this, "HttpsProxy")
                .name(props.clientKeepAlive()
                        .map(time -> GoogleNames.RESOURCE.nameOf(time, props.name(), "entry"))
                        .orElseGet(() -> GoogleNames.RESOURCE.name(props.name(), "entry")))
                .urlMap(urlMap.getId())
                .sslCertificates(List.of(certificate
                        .map(ComputeManagedSslCertificate::getId)
                        .orElseGet(() -> ((EntryCertificate.Named) props.certificate()).name())))
                .sslPolicy(sslPolicy.getId())
                .lifecycle(Lifecycle.DEFAULT.createBeforeDestroy().toTerraform());
        props.clientKeepAlive().ifPresent(time -> https.httpKeepAliveTimeoutSec(time.toSeconds()));
        return https.build();
    }

    private ComputeGlobalForwardingRule listen() {
        return forward("Https", "https", 443, proxy.getId());
    }

    private ComputeGlobalForwardingRule redirectToHttps() {
        String name = GoogleNames.RESOURCE.name(props.name(), "redirect");
        ComputeUrlMap toHttps = ComputeUrlMap.Builder.create(this, "RedirectUrlMap")
                .name(name)
                .defaultUrlRedirect(ComputeUrlMapDefaultUrlRedirect.builder()
                        .httpsRedirect(true)
                        .redirectResponseCode("MOVED_PERMANENTLY_DEFAULT")
                        .stripQuery(false)
                        .build())
                .build();
        ComputeTargetHttpProxy http = ComputeTargetHttpProxy.Builder.create(this, "HttpProxy")
                .name(name)
                .urlMap(toHttps.getId())
                .build();
        return forward("Http", "http", 80, http.getId());
    }

    private ComputeGlobalForwardingRule forward(String id, String role, int port, String target) {
        return ComputeGlobalForwardingRule.Builder.create(this, id)
                .name(GoogleNames.RESOURCE.name(props.name(), "entry", role))
                .loadBalancingScheme(EXTERNAL)
                .ipAddress(ownAddress.map(ComputeGlobalAddress::getId).orElse(address))
                .ipProtocol("TCP")
                .portRange(String.valueOf(port))
                .target(target)
                .labels(Tagging.orAbsent(labels))
                .build();
    }
}
