package io.streamfleet.aws;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.construct.GroupChecks;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.spec.AwsScaleOut;
import io.streamfleet.core.spec.Group;
import io.streamfleet.core.spec.Notifications;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.core.spec.Schedule;
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
        @Range(min = "0s", max = "2h") Duration grace,
        @Range(min = "0s", max = "1h") Duration warmUp,
        Scaling scaling,
        Map<String, Schedule> schedules,
        Rollout rollout,
        @Range(min = "30s", max = "7200s") Duration heartbeat,
        Optional<Notifications> notifications,
        Map<String, String> tags) {
    /**
     * Defaults and checks.
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
        new Check(
                        ServerGroupProps.class,
                        network,
                        template,
                        size,
                        longSessions,
                        targetGroupArns,
                        grace,
                        warmUp,
                        scaling,
                        schedules,
                        rollout,
                        heartbeat,
                        notifications,
                        tags)
                .and(GroupChecks.violations(Cloud.AWS, longSessions, scalesIn(scaling), rollout))
                .and(longSessions ? GroupChecks.loweredMaxima(size, schedules) : Stream.empty())
                .and(ServerTags.violations("tags", tags))
                .orThrow();
    }

    /** Returns a builder. */
    public static ServerGroupPropsBuilder builder() {
        return ServerGroupPropsBuilder.builder();
    }

    private static boolean scalesIn(Scaling scaling) {
        return scaling instanceof Scaling.Steps steps && steps.in().isPresent();
    }
}
