package io.streamfleet.core.plan;

import io.streamfleet.core.boot.BootDocument;
import io.streamfleet.core.paths.StreamManagerPaths;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.NodePath;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.core.value.Ports;
import java.util.List;
import java.util.Optional;

/** Plans Red5 Pro: Stream Managers that the cloud scales, and the nodes that they launch. */
final class Red5Plan {
    /** The schema whose tables are the Stream Managers', in the vendor's name. */
    static final String SCHEMA = "cluster";

    private Red5Plan() {}

    static ClusterPlan of(ClusterSpec spec, Red5 red5) {
        EntryPlan entry = entry(spec, red5);
        DatabasePlan database =
                new DatabasePlan(red5.database(), Red5.STREAM_MANAGER, SCHEMA, databasePort(red5.database()));
        FleetPlan fleet = fleet(spec, red5);
        TierPlan tier = streamManager(spec, red5, database, fleet);
        List<TierPlan> tiers = List.of(tier);
        return new ClusterPlan(
                spec,
                tiers,
                entry,
                Optional.of(database),
                Optional.of(fleet),
                Red5Flows.of(red5, entry, database, Red5OnCloud.of(spec).mayHaveOwnNameServers()),
                Costs.of(spec, tiers, entry, database, fleet));
    }

    private static TierPlan streamManager(ClusterSpec spec, Red5 red5, DatabasePlan database, FleetPlan fleet) {
        var tier = red5.streamManager().tier();
        Rollout rollout = tier.rollout().orElse(rollout(spec));
        String secret = tier.secret().orElse(spec.name() + "-stream-manager");
        return new TierPlan(
                Red5.STREAM_MANAGER,
                tier,
                Ports.STREAM_MANAGER,
                spec.webrtc(),
                rollout,
                secret,
                BootDocument.of(Red5Boot.of(spec, red5, rollout, database, fleet, secret)));
    }

    /** Sessions last as long as their server, so by default no cloud's own replacement touches a server with WebRTC. */
    private static Rollout rollout(ClusterSpec spec) {
        if (!spec.webrtc()) {
            return Rollout.REFRESH;
        }
        return Red5OnCloud.of(spec).rolloutWithWebRtc();
    }

    private static EntryPlan entry(ClusterSpec spec, Red5 red5) {
        NodePath nodePath = red5.entry()
                .nodePath()
                .orElseGet(() -> NodePath.byDefault(spec.cloud().kind()));
        return new EntryPlan(
                red5.entry(),
                Red5.STREAM_MANAGER,
                nodePath,
                StreamManagerPaths.rules(
                        red5.streamManager().api(),
                        red5.entry().adminFrom(),
                        !(nodePath instanceof NodePath.Internal)));
    }

    private static int databasePort(Database database) {
        return database instanceof Database.Existing existing ? existing.port() : Ports.MYSQL;
    }

    private static FleetPlan fleet(ClusterSpec spec, Red5 red5) {
        return new FleetPlan(
                red5.nodes(),
                Red5.STREAM_MANAGER,
                Red5OnCloud.of(spec).networkName(),
                Red5OnCloud.of(spec).firewallName(),
                red5.nodes().policyName().orElse(spec.name()));
    }
}
