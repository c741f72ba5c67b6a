package io.streamfleet.core.boot;

import static java.util.Objects.requireNonNull;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.core.spec.StreamManagerApi;
import java.time.Duration;
import java.util.Optional;

/**
 * When the guard on a server lets it go: {@code streamfleet-guard} keeps a server with sessions from being taken away.
 *
 * @param rollout what a new template does to running servers; only {@link Rollout#IDLE} is the guard's work. Default:
 *     they stay as they are
 * @param idle time without sessions after which an outdated server may be replaced. Default: 2 minutes
 * @param retireAfter time without sessions after which a server is removed, down to the group's minimum. Default: never
 * @param protect whether the server keeps its protection from scale-in switched on, as with WebRTC. Default: it does
 * @param api version of the Stream Manager's API that counts its sessions. Default: 4.0
 * @param heartbeat timeout of the group's termination hook {@code drain}, which the guard prolongs every third of it; the
 *     same as the group's. Default: 15 minutes
 * @param bound longest time that a server being terminated waits for its sessions, at most 48 hours. Default: an hour,
 *     the longest that an Application Load Balancer leaves established connections to a deregistered server
 */
@RecordBuilder
public record Guard(
        Rollout rollout,
        Duration idle,
        Optional<Duration> retireAfter,
        Boolean protect,
        StreamManagerApi api,
        Duration heartbeat,
        Duration bound) {
    /** Name of the group's termination hook. */
    public static final String HOOK = "drain";

    public Guard {
        rollout = rollout == null ? Rollout.KEEP : rollout;
        idle = idle == null ? Duration.ofMinutes(2) : idle;
        requireNonNull(retireAfter, "retireAfter");
        protect = protect == null || protect;
        api = api == null ? StreamManagerApi.V4_0 : api;
        heartbeat = heartbeat == null ? Duration.ofMinutes(15) : heartbeat;
        bound = bound == null ? Duration.ofHours(1) : bound;
        within("guard.heartbeat", heartbeat, Duration.ofSeconds(30), Duration.ofSeconds(7200));
        within("guard.bound", bound, Duration.ZERO, Duration.ofHours(48));
    }

    /** Returns a builder in which everything has its default. */
    public static GuardBuilder builder() {
        return GuardBuilder.builder();
    }

    private static void within(String name, Duration given, Duration least, Duration most) {
        if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + ": got " + given.toSeconds() + "s, must be " + least.toSeconds()
                    + "s to " + most.toSeconds() + "s");
        }
    }
}
