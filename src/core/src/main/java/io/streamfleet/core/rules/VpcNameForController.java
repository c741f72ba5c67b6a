package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/** Keeps nodes launching: the Stream Manager's controller finds the VPC by its Name tag ({@code aws.vpcName}). */
final class VpcNameForController implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return cluster.existingNetwork().stream()
                .filter(network -> network.vpcName().isEmpty())
                .map(network -> Violation.at("aws.network.existing.vpcName")
                        .given("nothing")
                        .allowed("the VPC's Name tag, by which the Stream Managers find it")
                        .todo("add it; tag the VPC if it has none"));
    }
}
