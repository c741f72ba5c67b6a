package io.streamfleet.azure;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.spec.Health;
import io.streamfleet.core.value.Durations;
import io.streamfleet.core.value.Ports;
import io.streamfleet.core.value.Texts;
import java.time.Duration;
import java.util.List;

/**
 * What a {@link NodeEntry} is made of.
 *
 * @param name the deployment's name, with which its resources' names begin: required
 * @param place where it is: required
 * @param network where it stands: required
 * @param zones availability zones of its address. Default: none, where a location has none
 * @param domain host name that the nodes use, the same as the public one: required
 * @param port port it listens on and of the servers behind it. Default: 5080
 * @param health how it tells a healthy server; Azure asks at least every 5 s: required
 * @param idleTimeout time for which a connection may be idle, 4 min to 30 min. Default: 4 min, since nodes send short
 *     reports
 */
@Props
public record NodeEntryProps(
        @Matches(value = Texts.NAME, is = Texts.NAME_IS) String name,
        Place place,
        INetwork network,
        List<String> zones,
        @Matches(value = Texts.HOST, is = Texts.HOST_IS) String domain,
        @Range(min = "1", max = "65535") Integer port,
        Health health,
        @Range(min = "4m", max = "30m") Duration idleTimeout) {
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(5);

    /**
     * Copies, defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or outside the load balancer's limits
     */
    public NodeEntryProps {
        zones = zones == null ? List.of() : List.copyOf(zones);
        port = port == null ? Integer.valueOf(Ports.STREAM_MANAGER) : port;
        idleTimeout = idleTimeout == null ? Duration.ofMinutes(4) : idleTimeout;
        new Check(NodeEntryProps.class, name, place, network, zones, domain, port, health, idleTimeout)
                .that(
                        health == null || health.interval().compareTo(SHORTEST_INTERVAL) >= 0,
                        Violation.at("health.interval")
                                .given(health == null ? "" : Durations.format(health.interval()))
                                .allowed("at least 5s, the load balancer's limit"))
                .orThrow();
    }

    /** Returns a builder. */
    public static NodeEntryPropsBuilder builder() {
        return NodeEntryPropsBuilder.builder();
    }
}
