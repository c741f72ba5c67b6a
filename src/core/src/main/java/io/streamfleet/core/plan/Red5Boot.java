package io.streamfleet.core.plan;

import io.streamfleet.core.boot.AwsController;
import io.streamfleet.core.boot.Boot;
import io.streamfleet.core.boot.BootText;
import io.streamfleet.core.boot.CloudController;
import io.streamfleet.core.boot.CloudValues;
import io.streamfleet.core.boot.DatabaseLogin;
import io.streamfleet.core.boot.DatabasePassword;
import io.streamfleet.core.boot.Guard;
import io.streamfleet.core.boot.StreamManagerBoot;
import io.streamfleet.core.boot.StreamManagerBootSettings;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsNetwork;
import io.streamfleet.core.spec.AwsNodes;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.DatabaseTls;
import io.streamfleet.core.spec.Drain;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.spec.Rollout;

/** Turns a description into what a Stream Manager must know at boot. */
final class Red5Boot {
    private Red5Boot() {}

    static Boot of(
            ClusterSpec spec, Red5 red5, Rollout rollout, DatabasePlan database, FleetPlan fleet, String secret) {
        return StreamManagerBoot.boot(StreamManagerBootSettings.builder()
                .controller(controller(spec, fleet))
                .secret(BootText.of(secret))
                .database(login(database))
                .nodePrefix(fleet.nodes().prefix())
                .guard(guard(spec, red5, rollout))
                .build());
    }

    private static Guard guard(ClusterSpec spec, Red5 red5, Rollout rollout) {
        Drain drain = red5.streamManager().tier().drain();
        return Guard.builder()
                .rollout(rollout)
                .idle(drain.idle())
                .retireAfter(drain.retireAfter())
                .protect(spec.webrtc())
                .api(red5.streamManager().api())
                .heartbeat(TierPlan.HEARTBEAT)
                .build();
    }

    private static DatabaseLogin login(DatabasePlan plan) {
        var login = DatabaseLogin.builder()
                .port(plan.port())
                .schema(plan.schema())
                .user(plan.database().user());
        if (plan.database() instanceof Database.Existing existing) {
            return login.host(BootText.of(existing.host()))
                    .tls(DatabaseTls.REQUIRED)
                    .password(DatabasePassword.inTierSecret())
                    .build();
        }
        Database.Create create = (Database.Create) plan.database();
        return login.host(BootText.of(CloudValues.DATABASE_HOST))
                .tls(create.tls())
                .password(DatabasePassword.inOwnSecret(BootText.of(CloudValues.DATABASE_SECRET)))
                .build();
    }

    private static CloudController controller(ClusterSpec spec, FleetPlan fleet) {
        Aws aws = (Aws) spec.cloud();
        return AwsController.builder()
                .region(BootText.of(aws.region()))
                .defaultZone(defaultZone(aws.network()))
                .keyPair(BootText.of(((AwsNodes) fleet.nodes().onCloud()).keyPair()))
                .securityGroup(BootText.of(fleet.securityGroupName()))
                .vpcName(BootText.of(fleet.networkName()))
                .build();
    }

    private static BootText defaultZone(AwsNetwork network) {
        if (network instanceof AwsNetwork.Existing existing) {
            return BootText.of(existing.zones().get(0));
        }
        return ((AwsNetwork.Create) network).zones() instanceof AwsNetwork.Zones.Names named
                ? BootText.of(named.names().get(0))
                : BootText.of(CloudValues.DEFAULT_ZONE);
    }
}
