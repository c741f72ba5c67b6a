package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.Notifications;
import java.util.stream.Stream;

/** Keeps notifications deliverable: an Auto Scaling group publishes to topics of its own region. */
final class TopicWithinReach implements Red5OnAwsRule {
    private static final Violation AT = Violation.at(Red5View.path("notifications.topic"));

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return cluster.tier().notifications().stream()
                .filter(Notifications.Topic.class::isInstance)
                .map(topic -> Arn.of(((Notifications.Topic) topic).arn()))
                .flatMap(arn -> check(arn, cluster.aws()));
    }

    private static Stream<Violation> check(Arn arn, Aws aws) {
        return arn
                .misplaced(AT.todo("create one there, or set email"), "topic", aws)
                .or(() -> arn.ofAnother(AT, "topic", aws).map(violation -> violation
                        .todo("see that its policy lets EC2 Auto Scaling of this account publish")
                        .asWarning()))
                .stream();
    }
}
