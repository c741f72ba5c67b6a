package io.streamfleet.azure;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.construct.GroupChecks;
import io.streamfleet.core.plan.RecurringBounds;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.spec.AzureScaleOut;
import io.streamfleet.core.spec.Group;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.core.spec.Schedule;
import io.streamfleet.core.value.Texts;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a {@link ServerGroup} is laid out and how it grows.
 *
 * @param template what servers are made of, and where: required
 * @param zones availability zones that servers are spread over. Default: none, where a location has none
 * @param size smallest and largest number of servers: required
 * @param longSessions whether a session lives on one server for as long as its stream, as WebRTC's do: then Azure removes
 *     no server for want of load. Default: it does
 * @param gatewayPools ids of gateways' pools that servers join. Default: none
 * @param loadBalancerPools ids of load balancers' pools that servers join. Default: none
 * @param port port on which a server answers that it works: required
 * @param healthPath path that answers 200 on a server that works. Default: {@code /}
 * @param grace time in which a new server is not replaced for failing checks, 10m to 90m, whole minutes. Default: 10m
 * @param scaling when load adds and removes servers. Default: one more after five minutes at 70 % CPU, none removed
 * @param schedules changes of the bounds at set times of the week, by name. Default: none
 * @param rollout what a new image or setting does to running servers. Default: nothing; new servers have it
 * @param isProtected whether a plan that would make the group anew, and so end its sessions, fails. Default: it does
 * @param email who is told when the group grows or shrinks. Default: nobody
 */
@Props
public record ServerGroupProps(
        IServerTemplate template,

        @Matches(value = "[1-3]", is = "an availability zone, 1 to 3")
        List<String> zones,

        Group size,
        Boolean longSessions,
        List<String> gatewayPools,
        List<String> loadBalancerPools,
        @Range(min = "1", max = "65535") Integer port,
        @Matches(value = Texts.PATH, is = Texts.PATH_IS) String healthPath,
        @Range(min = "10m", max = "90m") Duration grace,
        Scaling scaling,
        Map<String, Schedule> schedules,
        Rollout rollout,
        Boolean isProtected,
        @Matches(value = Texts.EMAIL, is = Texts.EMAIL_IS) Optional<String> email) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or outside the limits of scale sets, when long sessions
     *     would be cut, or when a schedule asks for what Azure cannot do
     */
    public ServerGroupProps {
        zones = zones == null ? List.of() : List.copyOf(zones);
        longSessions = longSessions == null || longSessions;
        gatewayPools = gatewayPools == null ? List.of() : List.copyOf(gatewayPools);
        loadBalancerPools = loadBalancerPools == null ? List.of() : List.copyOf(loadBalancerPools);
        healthPath = healthPath == null ? "/" : healthPath;
        grace = grace == null ? Duration.ofMinutes(10) : grace;
        scaling = scaling == null ? Scaling.out(AzureScaleOut.byDefault()) : scaling;
        schedules = schedules == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(schedules));
        rollout = rollout == null ? Rollout.KEEP : rollout;
        isProtected = isProtected == null || isProtected;
        email = email == null ? Optional.empty() : email;
        new Check(
                        ServerGroupProps.class,
                        template,
                        zones,
                        size,
                        longSessions,
                        gatewayPools,
                        loadBalancerPools,
                        port,
                        healthPath,
                        grace,
                        scaling,
                        schedules,
                        rollout,
                        isProtected,
                        email)
                .that(
                        grace.toSeconds() % 60 == 0,
                        Violation.at("grace").given(grace.toSeconds() + "s").allowed("whole minutes"))
                .and(GroupChecks.violations(
                        Cloud.AZURE, longSessions, scaling.in().isPresent(), rollout))
                .and(longSessions ? GroupChecks.loweredMaxima(size, schedules) : Stream.empty())
                .and(RecurringBounds.violations(schedules).map(violation -> violation.under("schedules")))
                .orThrow();
    }

    /** Returns a builder. */
    public static ServerGroupPropsBuilder builder() {
        return ServerGroupPropsBuilder.builder();
    }
}
