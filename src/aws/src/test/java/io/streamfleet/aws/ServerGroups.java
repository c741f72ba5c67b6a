package io.streamfleet.aws;

import io.streamfleet.core.spec.AwsScaleIn;
import io.streamfleet.core.spec.AwsScaleOut;
import io.streamfleet.core.spec.Group;
import io.streamfleet.core.spec.Notifications;
import io.streamfleet.core.spec.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.Stack;

/** Groups of servers for tests: one of long sessions, and one that has all the rest. */
final class ServerGroups {
    static final String TARGETS =
            "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/live/0123456789abcdef";
    static final AwsScaleOut OUT = new AwsScaleOut(80, 3, Duration.ofMinutes(2), 2, Duration.ofSeconds(240));
    static final AwsScaleIn IN = new AwsScaleIn(30, 2, Duration.ofMinutes(15), 1, Duration.ofSeconds(180));
    private static final Schedule EVENING = new Schedule("0 18 * * *", "Europe/Berlin", 4, 6);

    private static final Synth WEBRTC = synth(props -> props);
    private static final Synth PLAIN = synth(props -> props.longSessions(false)
            .scaling(Scaling.outAndIn(OUT, IN))
            .schedules(Map.of("Evening", EVENING))
            .notifications(new Notifications.Email("ops@example.com"))
            .tags(Map.of("streamfleet:tier", "streamManager")));

    private ServerGroups() {}

    static Synth webrtc() {
        return WEBRTC;
    }

    static Synth plain() {
        return PLAIN;
    }

    static Synth synth(UnaryOperator<ServerGroupPropsBuilder> change) {
        return Synth.of(stack -> create(stack, change));
    }

    static ServerGroup create(Stack stack, UnaryOperator<ServerGroupPropsBuilder> change) {
        INetwork network = TestNetwork.in(stack);
        IServerTemplate template = new ServerTemplate(
                stack,
                "Template",
                ServerTemplateProps.builder()
                        .name("live-stream-manager")
                        .network(network)
                        .image(ServerImage.fromId("ami-0123456789abcdef0"))
                        .instanceType("c5.large")
                        .build());
        ServerGroupPropsBuilder props = ServerGroupProps.builder()
                .network(network)
                .template(template)
                .size(new Group(2, 6))
                .targetGroupArns(List.of(TARGETS));
        return new ServerGroup(stack, "Servers", change.apply(props).build());
    }

    static Map<String, Object> group(Synth synth) {
        return synth.only("AWS::AutoScaling::AutoScalingGroup");
    }

    static Map<String, Object> resource(Synth synth) {
        return synth.resources("AWS::AutoScaling::AutoScalingGroup").get(0);
    }
}
