package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.spec.Health;
import io.streamfleet.core.value.Ports;
import io.streamfleet.core.value.Texts;
import java.time.Duration;

/**
 * What a {@link NodeEntry} is made of.
 *
 * @param network where it stands: required
 * @param domain host name that the nodes use, the same as the public one: required
 * @param port port it listens on and of the servers behind it. Default: 5080
 * @param health how it tells a healthy server: required
 * @param idleTimeout time for which a connection may be idle, 1 to 4000 s. Default: 60 s, since nodes send short reports
 * @param drain time for which a server that leaves finishes requests, 0 to 1 h. Default: 30 s, for the same reason
 * @param isProtected whether the load balancer refuses to be deleted. Default: it does
 * @param accessLogs where access logs go. Default: a bucket of their own, for 90 days
 */
@Props
public record NodeEntryProps(
        INetwork network,
        @Matches(value = Texts.HOST, is = Texts.HOST_IS) String domain,
        @Range(min = "1", max = "65535") Integer port,
        Health health,
        @Range(min = "1s", max = "4000s") Duration idleTimeout,
        @Range(min = "0s", max = "3600s") Duration drain,
        Boolean isProtected,
        AccessLogs accessLogs) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or outside the load balancer's limits
     */
    public NodeEntryProps {
        port = port == null ? Integer.valueOf(Ports.STREAM_MANAGER) : port;
        idleTimeout = idleTimeout == null ? Duration.ofSeconds(60) : idleTimeout;
        drain = drain == null ? Duration.ofSeconds(30) : drain;
        isProtected = isProtected == null || isProtected;
        accessLogs = accessLogs == null ? AccessLogs.create(90) : accessLogs;
        new Check(NodeEntryProps.class, network, domain, port, health, idleTimeout, drain, isProtected, accessLogs)
                .and(LoadBalancers.violations(health))
                .orThrow();
    }

    /** Returns a builder. */
    public static NodeEntryPropsBuilder builder() {
        return NodeEntryPropsBuilder.builder();
    }
}
