package io.streamfleet.core.plan;

import io.streamfleet.core.boot.Boot;
import io.streamfleet.core.boot.BootDocument;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.core.spec.Tier;
import java.time.Duration;

/**
 * A group of like servers.
 *
 * @param key its key in the description, such as {@code streamManager}; its party's name among the flows
 * @param tier what the description says of it
 * @param port the port on which its servers answer the load balancer and its health check
 * @param protectedFromScaleIn whether a server keeps running until it has no session, whatever the load
 * @param rollout what a new image or setting does to running servers
 * @param secretName name of the tier's JSON secret, which exists beforehand
 * @param document what boots a server
 */
public record TierPlan(
        String key,
        Tier tier,
        int port,
        boolean protectedFromScaleIn,
        Rollout rollout,
        String secretName,
        BootDocument document) {
    /**
     * Timeout of the termination hook of a group that has one, which the guard on its servers prolongs: both must know
     * the same.
     */
    public static final Duration HEARTBEAT = Duration.ofMinutes(15);

    /** Returns the tier's party among the flows. */
    public Party party() {
        return Party.tier(key);
    }

    /** Returns what a server does by itself when it boots. */
    public Boot boot() {
        return document.boot();
    }
}
