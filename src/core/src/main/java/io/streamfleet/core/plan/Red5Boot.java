package io.streamfleet.core.plan;

import io.streamfleet.core.boot.Boot;
import io.streamfleet.core.boot.BootText;
import io.streamfleet.core.boot.CloudValues;
import io.streamfleet.core.boot.DatabaseLogin;
import io.streamfleet.core.boot.DatabasePassword;
import io.streamfleet.core.boot.Guard;
import io.streamfleet.core.boot.StreamManagerBoot;
import io.streamfleet.core.boot.StreamManagerBootSettings;
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
        Red5OnCloud cloud = Red5OnCloud.of(spec);
        return StreamManagerBoot.boot(StreamManagerBootSettings.builder()
                .controller(cloud.controller(fleet))
                .secret(BootText.of(secret))
                .database(login(database, cloud))
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

    private static DatabaseLogin login(DatabasePlan plan, Red5OnCloud cloud) {
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
                .password(cloud.createdPassword())
                .build();
    }
}
