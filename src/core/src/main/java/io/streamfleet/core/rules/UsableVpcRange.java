package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AwsNetwork;
import io.streamfleet.core.value.Cidr;
import java.util.List;
import java.util.stream.Stream;

/** Keeps a VPC off ranges that AWS refuses, and warns of ones that belong to somebody else. */
final class UsableVpcRange implements Red5OnAwsRule {
    private static final String PATH = "aws.network.create.cidr";

    /** This host, loopback, link-local, and what is neither unicast nor assigned. */
    private static final List<Cidr> REFUSED = Stream.of("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3")
            .map(Cidr::parse)
            .toList();

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return cluster.newNetwork().map(AwsNetwork.Create::cidr).stream().flatMap(cidr -> {
            Violation violation = Violation.at(PATH).given(cidr);
            if (REFUSED.stream().anyMatch(cidr::overlaps)) {
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
