package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsNotifications;
import java.util.stream.Stream;

/** Keeps notifications deliverable: an Auto Scaling group publishes to topics of its own region. */
final class TopicWithinReach implements Red5OnAwsRule {
    private static final String PATH = Red5OnAws.path("notifications.topic");

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return cluster.awsTier().notifications().stream()
                .filter(AwsNotifications.Topic.class::isInstance)
                .map(topic -> Arn.of(((AwsNotifications.Topic) topic).arn()))
                .flatMap(arn -> check(arn, cluster.aws()));
    }

    private static Stream<Violation> check(Arn arn, Aws aws) {
        if (!arn.region().equals(aws.region())) {
            return Stream.of(Violation.at(PATH)
                    .given("a topic in " + arn.region())
                    .allowed("in aws.region (" + aws.region() + ")")
                    .todo("create one there, or set email"));
        }
        if (!arn.partition().equals(Arn.partitionOf(aws.region()))) {
            return Stream.of(Violation.at(PATH)
                    .given("an ARN of partition " + arn.partition())
                    .allowed("of " + Arn.partitionOf(aws.region()) + ", the partition of " + aws.region()));
        }
        return aws.account().stream()
                .filter(account -> !account.equals(arn.account()))
                .map(account -> Violation.at(PATH)
                        .given("a topic of account " + arn.account())
                        .allowed("of aws.account (" + account + ")")
                        .todo("see that its policy lets EC2 Auto Scaling of this account publish")
                        .asWarning());
    }
}
