package io.streamfleet.aws;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.CfnSubscription;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;
import software.constructs.IDependable;

/**
 * Tells someone by e-mail when servers come, go or fail; they must confirm the subscription once.
 *
 * <p>Creates an encrypted topic that takes messages over TLS alone, its key with yearly rotation, and a subscription.
 * The key costs by the month, the topic by the message.
 *
 * <p>The key is the topic's own: CloudWatch's alarms cannot use the key that AWS manages for SNS, and for Auto Scaling AWS
 * documents a key of one's own alone. Auto Scaling's service-linked role is named by a condition: as a principal it would
 * have to exist beforehand, which it does not in an account without a group. The key goes with the topic: it protects
 * messages on their way, and none that are kept.
 */
public final class NotificationTopic extends Construct {
    private final Key key;
    private final Topic topic;

    NotificationTopic(Construct scope, String id, String emailAddress) {
        super(scope, id);
        key = Key.Builder.create(this, "Key")
                .description("Notifications of servers")
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        Acknowledged.on(
                key,
                new Acknowledged.Finding(
                        "CKV_AWS_33",
                        "The wildcard is narrowed to Auto Scaling's own role by a condition: as a principal that role would"
                                + " have to exist beforehand."));
        topic = Topic.Builder.create(this, "Topic")
                .masterKey(key)
                .enforceSsl(true)
                .build();
        allowAutoScaling();
        allowAlarms();
        CfnSubscription.Builder.create(this, "Email")
                .topicArn(topic.getTopicArn())
                .protocol("email")
                .endpoint(emailAddress)
                .build();
    }

    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html names the role;
    // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html names the actions.
    private void allowAutoScaling() {
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("AutoScaling")
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
                .resources(List.of("*"))
                .conditions(
                        Json.object(
                                "ArnEquals",
                                Json.object(
                                        "aws:PrincipalArn",
                                        "arn:" + Aws.PARTITION + ":iam::" + Aws.ACCOUNT_ID
                                                + ":role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling")))
                .build());
    }

    private void allowAlarms() {
        ServicePrincipal alarms = new ServicePrincipal("cloudwatch.amazonaws.com");
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("Alarms")
                .principals(List.of(alarms))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
                .resources(List.of("*"))
                .conditions(inThisAccount())
                .build());
        topic.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("Alarms")
                .principals(List.of(alarms))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(inThisAccount())
                .build());
    }

    private static Map<String, Object> inThisAccount() {
        return Json.object("StringEquals", Json.object("aws:SourceAccount", Aws.ACCOUNT_ID));
    }

    /** Returns what must exist before anyone but the account's own may publish. */
    IDependable policy() {
        return topic.getNode().findChild("Policy");
    }

    /** Returns the ARN of the topic. */
    public String topicArn() {
        return topic.getTopicArn();
    }

    /** Returns the topic. */
    public Topic topic() {
        return topic;
    }

    /** Returns the topic's key. */
    public Key key() {
        return key;
    }
}
