package io.streamfleet.core.construct;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Group;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.core.spec.Schedule;
import java.util.Map;
import java.util.stream.Stream;

/** Tells what groups of servers cannot do on a cloud, or must not do where sessions last as long as their server. */
public final class GroupChecks {
    private GroupChecks() {}

    /**
     * Returns what a group cannot do, and, with long sessions, what would cut them, by the paths {@code scaling} and
     * {@code rollout} of its props.
     *
     * @param longSessions whether sessions last as long as their server
     * @param scalesIn whether low load removes servers
     */
    public static Stream<Violation> violations(Cloud cloud, boolean longSessions, boolean scalesIn, Rollout rollout) {
        var found = Stream.<Violation>builder();
        if (!rollout.isOn(cloud)) {
            found.add(Violation.at("rollout")
                    .given("idle")
                    .allowed("keep or refresh, since no server of a " + cloud.groupWord() + " can be held back"));
        }
        if (longSessions && rollout == Rollout.REFRESH) {
            boolean waits = Rollout.IDLE.isOn(cloud);
            found.add(Violation.at("rollout")
                    .given("refresh with long sessions")
                    .allowed((waits ? "idle or keep" : "keep") + ", or longSessions: false")
                    .todo(
                            waits
                                    ? "an instance refresh of protected servers replaces none, or fails after an hour"
                                    : "a server that is replaced takes its sessions along"));
        }
        if (longSessions && scalesIn) {
            found.add(Violation.at("scaling")
                    .given("scale-in with long sessions")
                    .allowed("scale-out alone, or longSessions: false")
                    .todo(
                            cloud == Cloud.AWS
                                    ? "an alarm that scales in a protected group removes nothing, and later ones add nothing"
                                    : "a server that is removed takes its sessions along"));
        }
        return found.build();
    }

    /**
     * Returns the schedules that lower a group's maximum, by the path {@code schedules} of its props: a maximum that falls
     * removes servers, or, where they are protected, keeps later ones out.
     *
     * @param size the group's own bounds; where there are none, the schedules are held against each other
     */
    public static Stream<Violation> loweredMaxima(Group size, Map<String, Schedule> schedules) {
        int largest = Schedule.largestMaximum(size == null ? 0 : size.max(), schedules);
        return schedules.entrySet().stream()
                .filter(each -> each.getValue().max() < largest)
                .map(each -> Violation.at("schedules." + each.getKey() + ".max")
                        .given(each.getValue().max())
                        .allowed("the largest max of all (" + largest + "), with long sessions")
                        .todo("lower min alone: a maximum that falls ends sessions, or keeps servers out"));
    }
}
