package io.streamfleet.aws;

import io.streamfleet.core.spec.Health;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/** What the tests of several constructs start from. */
final class Samples {
    static final String CERTIFICATE =
            "arn:aws:acm:us-east-1:111122223333:certificate/0f0e0d0c-0000-4000-8000-000000000000";
    static final Health HEALTH =
            new Health("/", Duration.ofSeconds(30), Duration.ofSeconds(10), 2, 5, Duration.ofMinutes(5));

    private Samples() {}

    /** Returns a network that exists, so that templates hold nothing of it. */
    static INetwork network(Construct scope) {
        return Network.fromAttributes(
                scope,
                "Network",
                new NetworkAttributes(
                        "vpc-0123456789abcdef0",
                        Optional.of("live"),
                        List.of("us-east-1a", "us-east-1b"),
                        List.of("subnet-00000000000000001", "subnet-00000000000000002"),
                        List.of("subnet-00000000000000003", "subnet-00000000000000004")));
    }
}
