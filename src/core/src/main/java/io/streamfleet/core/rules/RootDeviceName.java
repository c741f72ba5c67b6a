package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/** Keeps the root disk the root disk: EC2 maps devices as sdX or xvdX, and knows no other name. */
final class RootDeviceName implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return Stream.of(cluster.awsTier().rootDevice())
                .filter(device -> !device.matches("/dev/(sd|xvd)[a-z][0-9]{0,2}"))
                .map(device -> Violation.at(Red5View.path("rootDevice"))
                        .given(device)
                        .allowed("the image's root device as EC2 maps it, such as /dev/sda1 or /dev/xvda")
                        .todo("see it by aws ec2 describe-images --query Images[].RootDeviceName"));
    }
}
