package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/** Warns of a third zone in us-west-1, where most accounts see two: the deployment would stop at the third. */
final class ZonesOfRegion implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return cluster.newNetwork().stream()
                .filter(network -> cluster.aws().region().equals("us-west-1")
                        && network.zones().size() > 2)
                .map(network -> Violation.at("aws.network.create.zones")
                        .given(network.zones().size() + " in us-west-1")
                        .allowed("2 there, where most accounts see no third")
                        .todo("lower it, or see aws ec2 describe-availability-zones")
                        .asWarning());
    }
}
