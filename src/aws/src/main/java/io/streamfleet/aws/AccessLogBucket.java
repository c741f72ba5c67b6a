package io.streamfleet.aws;

import io.streamfleet.aws.Acknowledged.Finding;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;
import software.constructs.IDependable;

/**
 * Keeps the access logs of load balancers for a while.
 *
 * <p>Creates an S3 bucket: encrypted, versioned, closed to the public, open by TLS alone, with a policy that lets
 * this account's load balancers write and nobody read. It outlives the stack, since it is the record of who
 * did what. Costs storage.
 */
public final class AccessLogBucket extends Construct {
    private final Bucket bucket;

    /**
     * Creates the bucket.
     *
     * @param scope what the bucket belongs to
     * @param id name within the scope
     * @param days days that logs are kept; noncurrent versions go a day later
     */
    public AccessLogBucket(Construct scope, String id, int days) {
        super(scope, id);
        bucket = createBucket(days);
        letLoadBalancersWrite();
    }

    /** Returns the bucket. */
    public IBucket bucket() {
        return bucket;
    }

    /** Returns what must exist before a load balancer may be told to log here: it tries at once. */
    public IDependable ready() {
        return bucket.getPolicy();
    }

    private Bucket createBucket(int days) {
        Bucket logs = Bucket.Builder.create(this, "Bucket")
                // Elastic Load Balancing writes access logs with keys of S3 alone.
                // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(true)
                .versioned(true)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("ExpireLogs")
                        .expiration(Duration.days(days))
                        .noncurrentVersionExpiration(Duration.days(1))
                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                        .build()))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        Acknowledged.on(
                logs,
                new Finding(
                        "AwsSolutions-S1",
                        "The bucket holds access logs itself: a log of its own would need another bucket without one."),
                new Finding("CKV_AWS_18", "It holds access logs itself."));
        return logs;
    }

    /** Lets load balancers write below this account's own folder, where those of other accounts cannot. */
    private void letLoadBalancersWrite() {
        bucket.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("LoadBalancersWriteLogs")
                .principals(List.of(new ServicePrincipal("logdelivery.elasticloadbalancing.amazonaws.com")))
                .actions(List.of("s3:PutObject"))
                .resources(
                        List.of(bucket.arnForObjects("AWSLogs/" + Stack.of(this).getAccount() + "/*")))
                .build());
    }
}
