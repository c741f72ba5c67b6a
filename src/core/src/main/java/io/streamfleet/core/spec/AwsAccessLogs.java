package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.OneOf;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.shape.Scalar;

/** Where the load balancer's access logs go. They hold URLs, and tokens travel in those: treat them as secret. */
@OneOf
public sealed interface AwsAccessLogs permits AwsAccessLogs.Create, AwsAccessLogs.Bucket {
    /** A bucket of the deployment's own. */
    @Doc("A bucket made with the deployment.")
    record Create(
            @Doc("Days that logs are kept.") @Default("90") @Range(min = "1", max = "3650")
            int days) implements AwsAccessLogs {
        public Create {
            new Check(Create.class, days).orThrow();
        }
    }

    /** A bucket that exists and lets Elastic Load Balancing write. */
    @Doc("Name of a bucket that exists and whose policy lets Elastic Load Balancing write.")
    @Scalar
    record Bucket(
            @Matches(
                    value = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
                    is = "a bucket name: 3 to 63 lower-case letters, digits, dots and hyphens")
            @Example("example-access-logs")
            String name)
            implements AwsAccessLogs {
        public Bucket {
            new Check(Bucket.class, name).orThrow();
        }
    }
}
