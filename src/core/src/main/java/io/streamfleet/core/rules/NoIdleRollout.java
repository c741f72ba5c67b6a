package io.streamfleet.core.rules;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Rollout;
import java.util.stream.Stream;

/**
 * Refuses to wait for idle servers where the cloud cannot hold a server back: neither a managed instance group nor a scale
 * set can be told to leave a server alone before it is there.
 */
final class NoIdleRollout implements Red5Rule {
    @Override
    public Stream<Violation> check(Red5View cluster) {
        return cluster.tier().rollout().stream()
                .filter(rollout -> rollout == Rollout.IDLE && cluster.cloud() != Cloud.AWS)
                .map(rollout -> Violation.at(Red5View.path("rollout"))
                        .given("idle on " + cluster.cloud().key())
                        .allowed("keep" + (cluster.spec().webrtc() ? "" : " or refresh") + ", since no server of a "
                                + (cluster.cloud() == Cloud.GOOGLE ? "managed instance group" : "scale set")
                                + " can be held back")
                        .todo("take keep; drain.retireAfter removes idle servers"));
    }
}
