package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/**
 * Refuses to wait for idle servers where the cloud cannot hold a server back: neither a managed instance group nor a scale
 * set can be told to leave a server alone before it is there.
 */
final class NoIdleRollout implements Red5Rule {
    @Override
    public Stream<Violation> check(Red5View cluster) {
        return cluster.tier().rollout().stream()
                .filter(rollout -> !rollout.isOn(cluster.cloud()))
                .map(rollout -> Violation.at(Red5View.path("rollout"))
                        .given("idle on " + cluster.cloud().key())
                        .allowed("keep" + (cluster.spec().webrtc() ? "" : " or refresh") + ", since no server of a "
                                + cluster.cloud().groupWord()
                                + " can be held back")
                        .todo("take keep; drain.retireAfter removes idle servers"));
    }
}
