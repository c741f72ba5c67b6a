package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.CloudKey;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Inline;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.core.value.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes a group of like servers that grows under load. */
public record Tier(
        @Doc("Type of the servers, in the cloud's own word.")
        @CloudKey(aws = "instanceType", google = "machineType", azure = "vmSize")
        @Matches(
                value = Texts.WORD,
                is = "a server type of the cloud, such as c5.large, n2-standard-2 or Standard_D2s_v5")
        @Example(value = "c5.large", google = "n2-standard-2", azure = "Standard_D2s_v5")
        String instanceType,

        @Doc("Size of the root disk in GiB.") @Default(value = "16", azure = "30") @Range(min = "16", max = "16384")
        int diskGib,

        @Doc("Smallest and largest number of servers, per region where there are several.")
        Group group,

        @Doc("Named changes of the group's bounds at set times.")
        @Default("{}")
        @Matches(
                value = "",
                is = "",
                keys = "[A-Za-z][A-Za-z0-9-]{0,31}",
                keysAre = "a name of up to 32 letters, digits and hyphens, a letter first")
        Map<String, Schedule> schedule,

        @Doc("How the load balancer tells a healthy server.") @Default("{}")
        Health health,

        @Doc("Time a new server needs before its load counts; Azure has no such time.")
        @On({Cloud.AWS, Cloud.GOOGLE})
        @Default("180s")
        @Range(min = "0s", max = "1h")
        Duration warmUp,

        @Doc("What a new image or setting does to running servers. Default: with webrtc idle on aws and keep elsewhere,"
                + " else refresh.")
        Optional<Rollout> rollout,

        @Doc("When a server without sessions may go.") @Default("{}")
        Drain drain,

        @Doc("Whether the servers have public addresses.") @Default("false")
        boolean publicAddress,

        @Doc("Address ranges that may open SSH; none by default.") @Default("[]")
        List<Cidr> sshFrom,

        @Doc("Who is told when servers come, go or fail.") Optional<Notifications> notifications,

        @Doc("Name of the tier's JSON secret. Default: the deployment's name and the tier's.")
        @Matches(
                value = "[A-Za-z0-9][A-Za-z0-9/_+=.@-]{0,127}",
                is = "the name of a secret, never its value: up to 128 letters, digits and /_+=.@-",
                echo = false)
        Optional<String> secret,

        @Inline TierOnCloud onCloud) {
    public Tier {
        schedule = Copies.of(schedule);
        sshFrom = List.copyOf(sshFrom);
        new Check(
                        Tier.class,
                        instanceType,
                        diskGib,
                        group,
                        schedule,
                        health,
                        warmUp,
                        rollout,
                        drain,
                        publicAddress,
                        sshFrom,
                        notifications,
                        secret,
                        onCloud)
                .orThrow();
    }
}
