package io.streamfleet.core.rules;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AwsTier;
import io.streamfleet.core.spec.Tier;
import io.streamfleet.core.value.Cidr;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Warns of SSH that cannot be had: from the internet to servers without public addresses, or without a key. */
final class ReachableSsh implements Red5Rule {
    /** Google's own proxy, which reaches private servers. */
    private static final Cidr IDENTITY_AWARE_PROXY = Cidr.parse("35.235.240.0/20");

    @Override
    public Stream<Violation> check(Red5View cluster) {
        return Stream.concat(unreachable(cluster.tier(), cluster.cloud()), keyless(cluster.tier()));
    }

    private static Stream<Violation> unreachable(Tier tier, Cloud cloud) {
        return IntStream.range(0, tier.sshFrom().size())
                .filter(i -> !tier.publicAddress() && !reaches(tier.sshFrom().get(i), cloud))
                .mapToObj(i -> Violation.at(Red5View.path("sshFrom[" + i + "]"))
                        .given(tier.sshFrom().get(i) + " with publicAddress: false")
                        .allowed("a private range, or publicAddress: true")
                        .todo("use " + otherWay(cloud) + ", or come by a VPN's private addresses")
                        .asWarning());
    }

    private static boolean reaches(Cidr range, Cloud cloud) {
        return AddressRanges.isPrivate(range) || cloud == Cloud.GOOGLE && IDENTITY_AWARE_PROXY.contains(range);
    }

    private static String otherWay(Cloud cloud) {
        return switch (cloud) {
            case AWS -> "Session Manager";
            case GOOGLE -> "Identity-Aware Proxy, from " + IDENTITY_AWARE_PROXY;
            case AZURE -> "Azure Bastion";
        };
    }

    private static Stream<Violation> keyless(Tier tier) {
        return Stream.of(Violation.at(Red5View.path("keyPair"))
                        .given("nothing with sshFrom")
                        .allowed("the name of a key pair, unless the image holds keys of its own")
                        .todo("add keyPair, or remove sshFrom and use Session Manager")
                        .asWarning())
                .filter(warning -> !tier.sshFrom().isEmpty()
                        && tier.onCloud() instanceof AwsTier aws
                        && aws.keyPair().isEmpty());
    }
}
