package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Tier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Warns of SSH that cannot be had: from the internet to servers without public addresses, or without a key. */
final class ReachableSsh implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return Stream.concat(unreachable(cluster.tier()), keyless(cluster));
    }

    private static Stream<Violation> unreachable(Tier tier) {
        return IntStream.range(0, tier.sshFrom().size())
                .filter(i -> !tier.publicAddress()
                        && !AddressRanges.isPrivate(tier.sshFrom().get(i)))
                .mapToObj(i -> Violation.at(Red5OnAws.path("sshFrom[" + i + "]"))
                        .given(tier.sshFrom().get(i) + " with publicAddress: false")
                        .allowed("a private range, or publicAddress: true")
                        .todo("use Session Manager, or come by a VPN's private addresses")
                        .asWarning());
    }

    private static Stream<Violation> keyless(Red5OnAws cluster) {
        return Stream.of(Violation.at(Red5OnAws.path("keyPair"))
                        .given("nothing with sshFrom")
                        .allowed("the name of a key pair, unless the image holds keys of its own")
                        .todo("add keyPair, or remove sshFrom and use Session Manager")
                        .asWarning())
                .filter(warning -> !cluster.tier().sshFrom().isEmpty()
                        && cluster.awsTier().keyPair().isEmpty());
    }
}
