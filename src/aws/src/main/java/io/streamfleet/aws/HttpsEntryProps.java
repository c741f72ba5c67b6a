package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.paths.PathRule;
import io.streamfleet.core.paths.RuleLimits;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.spec.Health;
import io.streamfleet.core.value.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an {@link HttpsEntry} is made of.
 *
 * @param network where it stands: required
 * @param certificate the certificate of its name: required
 * @param rules what is forwarded; what no rule matches is answered with 404: at least one
 * @param serverPort port of the servers behind it. Default: 5080
 * @param health how it tells a healthy server: required
 * @param sessionTimeout time for which a connection may be idle, 1 to 4000 s. Default: 4000 s, the longest there is
 * @param drain time for which a server that leaves keeps its sessions, 0 to 1 h. Default: 1 h, the longest there is
 * @param clientKeepAlive time for which a client's connection is kept for further requests, 60 s to 7 d. Default: the
 *     load balancer's own, 1 h
 * @param redirectHttp whether port 80 answers, by sending browsers to HTTPS. Default: it does
 * @param isProtected whether the load balancer refuses to be deleted. Default: it does
 * @param tlsPolicy security policy of Elastic Load Balancing. Default: TLS 1.2 and 1.3 alone
 * @param accessLogs where access logs go. Default: a bucket of their own, for 90 days
 */
@Props
public record HttpsEntryProps(
        INetwork network,
        EntryCertificate certificate,
        List<PathRule> rules,
        @Range(min = "1", max = "65535") Integer serverPort,
        Health health,
        @Range(min = "1s", max = "4000s") Duration sessionTimeout,
        @Range(min = "0s", max = "3600s") Duration drain,
        @Range(min = "60s", max = "604800s") Optional<Duration> clientKeepAlive,
        Boolean redirectHttp,
        Boolean isProtected,

        @Matches(
                value = "ELBSecurityPolicy-[A-Za-z0-9-]{1,64}",
                is = "a security policy of Elastic Load Balancing, such as " + TLS_1_2_AND_1_3)
        String tlsPolicy,

        AccessLogs accessLogs) {
    static final String TLS_1_2_AND_1_3 = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    /** What a listener of Elastic Load Balancing takes. */
    private static final RuleLimits RULES = new RuleLimits(3, 100);

    /**
     * Copies, defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or outside the load balancer's limits
     */
    public HttpsEntryProps {
        rules = rules == null ? List.of() : List.copyOf(rules);
        serverPort = serverPort == null ? Integer.valueOf(Ports.STREAM_MANAGER) : serverPort;
        sessionTimeout = sessionTimeout == null ? Duration.ofSeconds(4000) : sessionTimeout;
        drain = drain == null ? Duration.ofHours(1) : drain;
        clientKeepAlive = clientKeepAlive == null ? Optional.empty() : clientKeepAlive;
        redirectHttp = redirectHttp == null || redirectHttp;
        isProtected = isProtected == null || isProtected;
        tlsPolicy = tlsPolicy == null ? TLS_1_2_AND_1_3 : tlsPolicy;
        accessLogs = accessLogs == null ? AccessLogs.create(90) : accessLogs;
        new Check(
                        HttpsEntryProps.class,
                        network,
                        certificate,
                        rules,
                        serverPort,
                        health,
                        sessionTimeout,
                        drain,
                        clientKeepAlive,
                        redirectHttp,
                        isProtected,
                        tlsPolicy,
                        accessLogs)
                .and(RULES.violations(rules))
                .and(LoadBalancers.violations(health))
                .orThrow();
    }

    /** Returns a builder. */
    public static HttpsEntryPropsBuilder builder() {
        return HttpsEntryPropsBuilder.builder();
    }

    /** Returns the rules as the load balancer takes them: with a few addresses each. */
    List<PathRule> listenerRules() {
        return RULES.split(rules);
    }
}
