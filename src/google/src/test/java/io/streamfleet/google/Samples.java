package io.streamfleet.google;

import com.hashicorp.cdktf.ITerraformDependable;
import io.streamfleet.core.spec.Health;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** Values that several tests share. */
final class Samples {
    static final Health HEALTH =
            new Health("/", Duration.ofSeconds(30), Duration.ofSeconds(10), 2, 5, Duration.ofMinutes(5));

    static final List<IServerGroup> GROUPS = List.of(group("us-central1"), group("europe-west1"));

    static final IServerIdentity IDENTITY = new Identity("live@a-project.iam.gserviceaccount.com");

    private Samples() {}

    /** Returns the network {@code live} of the project, with a subnetwork {@code live} in both regions. */
    static INetwork network(Construct scope) {
        Map<String, String> subnetworks = new LinkedHashMap<>();
        for (String region : List.of("us-central1", "europe-west1")) {
            subnetworks.put(region, "projects/a-project/regions/" + region + "/subnetworks/live");
        }
        return Network.fromAttributes(
                scope,
                "Network",
                NetworkAttributes.builder()
                        .name("live")
                        .network("projects/a-project/global/networks/live")
                        .subnetworks(subnetworks)
                        .build());
    }

    static IServerGroup group(String region) {
        return new Group("live-" + region, region, "groups/" + region, "http");
    }

    /** A group of someone else's. */
    record Group(String groupName, String region, String instanceGroup, String portName) implements IServerGroup {
        @Override
        public void startAfter(List<? extends ITerraformDependable> resources) {
            throw new UnsupportedOperationException("an existing group");
        }
    }

    private record Identity(String email) implements IServerIdentity {
        @Override
        public String member() {
            return "serviceAccount:" + email;
        }
    }
}
