package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AwsNetwork;
import java.util.stream.Stream;

/** Keeps a VPC off ranges that AWS refuses, and warns of ones that belong to somebody else. */
final class UsableVpcRange implements Red5OnAwsRule {
    private static final String PATH = "aws.network.create.cidr";

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return cluster.newNetwork().map(AwsNetwork.Create::cidr).stream().flatMap(cidr -> {
            Violation violation = Violation.at(PATH).given(cidr);
            if (AddressRanges.isUnusable(cidr)) {
                return Stream.of(violation
                        .allowed("a range that a VPC can have")
                        .todo("take one of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16"));
            }
            return Stream.of(violation
                            .allowed("a private range, or the servers cannot reach its owners' addresses")
                            .todo("take one of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16")
                            .asWarning())
                    .filter(warning -> !AddressRanges.isPrivate(cidr));
        });
    }
}
