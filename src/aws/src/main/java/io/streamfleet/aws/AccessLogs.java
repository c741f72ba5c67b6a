package io.streamfleet.aws;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Range;
import java.util.Objects;

/** Where a load balancer's access logs go. They hold URLs, and tokens travel in those: treat them as secret. */
public sealed interface AccessLogs {
    /**
     * A bucket of the load balancer's own, see {@link AccessLogBucket}.
     *
     * @param days days that logs are kept, 1 to 3650
     */
    record Create(@Range(min = "1", max = "3650") int days) implements AccessLogs {
        public Create {
            new Check(Create.class, days).orThrow();
        }
    }

    /**
     * A bucket that another load balancer of the application logs to.
     *
     * @param bucket the bucket
     */
    record Shared(AccessLogBucket bucket) implements AccessLogs {
        public Shared {
            Objects.requireNonNull(bucket, "bucket");
        }
    }

    /**
     * A bucket that exists, in the stack's region, whose policy lets Elastic Load Balancing write.
     *
     * @param bucket name of the bucket
     */
    record Existing(String bucket) implements AccessLogs {
        public Existing {
            Objects.requireNonNull(bucket, "bucket");
        }
    }

    /** No access logs. */
    record None() implements AccessLogs {}

    /** Returns a bucket of its own that keeps logs for so many days. */
    static AccessLogs create(int days) {
        return new Create(days);
    }

    /** Returns the bucket of another load balancer. */
    static AccessLogs into(AccessLogBucket bucket) {
        return new Shared(bucket);
    }

    /** Returns a bucket that exists. */
    static AccessLogs existing(String bucket) {
        return new Existing(bucket);
    }

    /** Returns no access logs at all. */
    static AccessLogs none() {
        return new None();
    }
}
