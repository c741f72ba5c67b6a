package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Rollout;
import java.util.stream.Stream;

/**
 * Refuses to wait for idle servers where the cloud cannot hold a server back: a managed instance group protects none of
 * its servers from being replaced or removed.
 */
final class NoIdleRollout implements Red5OnGoogleRule {
    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        return cluster.tier().rollout().stream().filter(Rollout.IDLE::equals).map(rollout -> Violation.at(
                        Red5View.path("rollout"))
                .given("idle on google")
                .allowed("keep" + (cluster.spec().webrtc() ? "" : " or refresh")
                        + ", since no server of a managed instance group can be held back")
                .todo("take keep; drain.retireAfter removes idle servers"));
    }
}
