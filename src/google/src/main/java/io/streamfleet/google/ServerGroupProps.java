package io.streamfleet.google;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.construct.GroupChecks;
import io.streamfleet.core.plan.RaisedMinimum;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.spec.GoogleScaleOut;
import io.streamfleet.core.spec.Group;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.core.spec.Schedule;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a {@link ServerGroup} is laid out and how it grows.
 *
 * @param name beginning of the group's name and of its servers', such as {@code live-stream-manager}: required
 * @param network network whose way out servers without an address need: required
 * @param template what servers are started from, and where: required
 * @param zones zones of the region that servers are spread over. Default: three that Google picks
 * @param size smallest and largest number of servers: required
 * @param longSessions whether a session lives on one server for as long as its stream, as WebRTC's do: then Google removes
 *     and replaces no server that answers. Default: it does
 * @param port port that the load balancer finds by the name that the group gives it: required
 * @param healingCheck check that tells which servers must be replaced: required
 * @param grace time in which a new server is not replaced for failing checks, 0s to 1h. Default: 300s
 * @param warmUp time that a new server needs before its load counts, 0s to 1h. Default: 180s
 * @param scaling when load adds and removes servers. Default: more from 60 % CPU on, none removed
 * @param schedules changes of the lower bound at set times, by name. Each raises it until the next one, or sets the group's
 *     own again; none changes the upper bound. Default: none
 * @param isProtected whether a plan that would make the group anew, and so end its sessions, fails. Default: it does
 * @param rollout what a new template version does to running servers. Default: with long sessions nothing, else servers are
 *     replaced in turn
 */
@Props
public record ServerGroupProps(
        @Matches(
                value = "[a-z][a-z0-9-]{0,46}[a-z0-9]",
                is = "2 to 48 lower-case letters, digits and hyphens, a letter first and no hyphen last")
        String name,

        INetwork network,
        IServerTemplate template,

        @Matches(value = "[a-z]+-[a-z]+[0-9]{1,2}-[a-z]", is = "a zone of Google Cloud, such as us-central1-a")
        List<String> zones,

        Group size,
        Boolean longSessions,
        @Range(min = "1", max = "65535") Integer port,
        HealingCheck healingCheck,
        @Range(min = "0s", max = "1h") Duration grace,
        @Range(min = "0s", max = "1h") Duration warmUp,
        Scaling scaling,
        Map<String, Schedule> schedules,
        Boolean isProtected,
        Rollout rollout) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or outside the limits of managed instance groups,
     *     when long sessions would be cut, or when a schedule asks for what Google cannot do
     */
    public ServerGroupProps {
        zones = zones == null ? List.of() : List.copyOf(zones);
        longSessions = longSessions == null || longSessions;
        grace = grace == null ? Duration.ofSeconds(300) : grace;
        warmUp = warmUp == null ? Duration.ofSeconds(180) : warmUp;
        scaling = scaling == null ? Scaling.out(GoogleScaleOut.byDefault()) : scaling;
        schedules = schedules == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(schedules));
        isProtected = isProtected == null || isProtected;
        rollout = rollout != null ? rollout : longSessions ? Rollout.KEEP : Rollout.REFRESH;
        new Check(
                        ServerGroupProps.class,
                        name,
                        network,
                        template,
                        zones,
                        size,
                        longSessions,
                        port,
                        healingCheck,
                        grace,
                        warmUp,
                        scaling,
                        schedules,
                        isProtected,
                        rollout)
                .and(otherRegions(zones, template))
                .and(GroupChecks.violations(
                        Cloud.GOOGLE, longSessions, scaling.in().isPresent(), rollout))
                .and(
                        size == null
                                ? Stream.empty()
                                : RaisedMinimum.violations(size, schedules)
                                        .map(violation -> violation.under("schedules")))
                .orThrow();
    }

    /** Returns a builder. */
    public static ServerGroupPropsBuilder builder() {
        return ServerGroupPropsBuilder.builder();
    }

    private static Stream<Violation> otherRegions(List<String> zones, IServerTemplate template) {
        return zones.stream()
                .filter(zone -> template != null && !zone.startsWith(template.region() + "-"))
                .map(zone -> Violation.at("zones").given(zone).allowed("zones of the template's region"));
    }
}
