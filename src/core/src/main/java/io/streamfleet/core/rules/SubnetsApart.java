package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keeps servers out of the public subnets: one id in both lists would put them there. */
final class SubnetsApart implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return cluster.existingNetwork().stream()
                .flatMap(network -> IntStream.range(0, network.privateSubnets().size())
                        .filter(i -> network.publicSubnets()
                                .contains(network.privateSubnets().get(i)))
                        .mapToObj(i -> Violation.at("aws.network.existing.privateSubnets[" + i + "]")
                                .given(network.privateSubnets().get(i) + ", which is in publicSubnets as well")
                                .allowed("a subnet without a route from the internet")
                                .todo("give each subnet once")));
    }
}
