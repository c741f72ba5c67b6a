package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.spec.AwsScaleOut;
import io.streamfleet.core.spec.Group;
import io.streamfleet.core.spec.Notifications;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.core.spec.Schedule;
import io.streamfleet.core.value.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a {@link ServerGroup} is laid out and how it grows.
 *
 * @param network network whose subnets the servers stand in, all of its zones: the load balancer's zones must be the
 *     same. Required
 * @param template what servers are started from: required
 * @param size smallest and largest number of servers: required
 * @param longSessions whether a session lives on one server for as long as its stream, as WebRTC's do: then no server is
 *     removed or replaced but by its own guard. Default: it does
 * @param targetGroupArns target groups that the servers are registered in. Default: none, and EC2 alone tells their health
 * @param grace time in which a new server is not replaced for failing checks, 0s to 2h. Default: 300s
 * @param warmUp time that a new server needs before its load counts, 0s to 1h. Default: 180s
 * @param scaling when load adds and removes servers. Default: one more after two minutes at 70 % CPU, none removed
 * @param schedules changes of the bounds at set times, by name; with long sessions of the lower bound alone. Default: none
 * @param rollout what a new template version does to running servers. Default: with long sessions a server is replaced
 *     once it is idle, else servers are replaced in turn
 * @param heartbeat time in which a server that is to be terminated must tell that it is still emptying itself, 30s to
 *     7200s; it may do so a hundred times. Default: 15m, so that it has a day
 * @param notifications who is told when servers come, go or fail. Default: nobody
 * @param tags tags of the group, which each server gets when it starts. Default: none
 */
@Props
public record ServerGroupProps(
        INetwork network,
        IServerTemplate template,
        Group size,
        Boolean longSessions,
        List<String> targetGroupArns,
        Duration grace,
        Duration warmUp,
        Scaling scaling,
        Map<String, Schedule> schedules,
        Rollout rollout,
        Duration heartbeat,
        Optional<Notifications> notifications,
        Map<String, String> tags) {
    /**
     * Applies defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or outside the limits of Auto Scaling, or when long
     *     sessions would be cut
     */
    public ServerGroupProps {
        longSessions = longSessions == null || longSessions;
        targetGroupArns = targetGroupArns == null ? List.of() : List.copyOf(targetGroupArns);
        grace = grace == null ? Duration.ofSeconds(300) : grace;
        warmUp = warmUp == null ? Duration.ofSeconds(180) : warmUp;
        scaling = scaling == null ? Scaling.out(AwsScaleOut.byDefault()) : scaling;
        schedules = schedules == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(schedules));
        rollout = rollout != null ? rollout : longSessions ? Rollout.IDLE : Rollout.REFRESH;
        heartbeat = heartbeat == null ? Duration.ofMinutes(15) : heartbeat;
        notifications = notifications == null ? Optional.empty() : notifications;
        tags = tags == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        List<Violation> violations = new ArrayList<>();
        require("network", network, violations);
        require("template", template, violations);
        require("size", size, violations);
        addUnlessWithin("grace", grace, Duration.ZERO, Duration.ofHours(2), violations);
        addUnlessWithin("warmUp", warmUp, Duration.ZERO, Duration.ofHours(1), violations);
        addUnlessWithin("heartbeat", heartbeat, Duration.ofSeconds(30), Duration.ofSeconds(7200), violations);
        if (longSessions) {
            addWhatCutsSessions(scaling, rollout, violations);
            addLoweredMaxima(size, schedules, violations);
        }
        ServerTags.violations("tags", tags).forEach(violations::add);
        InvalidSpecException.throwIfAny(violations.stream());
    }

    /** Returns a builder. */
    public static ServerGroupPropsBuilder builder() {
        return ServerGroupPropsBuilder.builder();
    }

    private static void require(String path, Object value, List<Violation> violations) {
        if (value == null) {
            violations.add(Violation.at(path).allowed("given"));
        }
    }

    private static void addUnlessWithin(
            String path, Duration given, Duration least, Duration most, List<Violation> violations) {
        if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
            violations.add(Violation.at(path)
                    .given(Durations.format(given))
                    .allowed(Durations.format(least) + " to " + Durations.format(most)));
        }
    }

    private static void addWhatCutsSessions(Scaling scaling, Rollout rollout, List<Violation> violations) {
        if (scaling instanceof Scaling.Steps steps && steps.in().isPresent()) {
            violations.add(Violation.at("scaling")
                    .given("scale-in with long sessions")
                    .allowed("scale-out alone, or longSessions: false")
                    .todo("an alarm that scales in a protected group removes nothing, and later ones add nothing"));
        }
        if (rollout == Rollout.REFRESH) {
            violations.add(Violation.at("rollout")
                    .given("refresh with long sessions")
                    .allowed("idle or keep, or longSessions: false")
                    .todo("an instance refresh of protected servers replaces none, or fails after an hour"));
        }
    }

    /** A maximum that falls lowers the desired capacity, terminates no protected server, and keeps later ones out. */
    private static void addLoweredMaxima(Group size, Map<String, Schedule> schedules, List<Violation> violations) {
        int largest = schedules.values().stream().mapToInt(Schedule::max).max().orElse(0);
        int needed = size == null ? largest : Math.max(largest, size.max());
        schedules.forEach((name, schedule) -> {
            if (schedule.max() < needed) {
                violations.add(Violation.at("schedules." + name + ".max")
                        .given(schedule.max())
                        .allowed("the largest max of all (" + needed + "), with long sessions")
                        .todo("lower min alone; idle servers then go by themselves"));
            }
        });
    }
}
