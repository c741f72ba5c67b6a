package io.streamfleet.aws;

import java.util.List;
import software.constructs.Construct;

/** An existing network of two zones, for tests of what stands in one. */
final class TestNetwork {
    private TestNetwork() {}

    static INetwork in(Construct scope) {
        return Network.fromAttributes(
                scope,
                "Network",
                NetworkAttributes.builder()
                        .vpcId("vpc-0123456789abcdef0")
                        .vpcName("live")
                        .zones(List.of("us-east-1a", "us-east-1b"))
                        .publicSubnetIds(List.of("subnet-0000000000000000a", "subnet-0000000000000000b"))
                        .privateSubnetIds(List.of("subnet-0000000000000000c", "subnet-0000000000000000d"))
                        .build());
    }
}
