package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AzureGatewaySku;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keeps administration closed to the world. Nobody holds more than a /8, so that a shorter prefix is the internet by
 * another name: two /1 are every address.
 */
final class NarrowSources implements Rule {
    private static final int WIDEST = 8;

    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return SourceList.of(spec).filter(list -> !isOpenOnPurpose(list, spec)).flatMap(list -> IntStream.range(
                        0, list.ranges().size())
                .filter(i -> list.ranges().get(i).prefix() < WIDEST)
                .mapToObj(i -> Violation.at(list.path(i))
                        .given(list.ranges().get(i)
                                + (list.ranges().get(i).isAnywhere() ? ", which is the whole internet" : ""))
                        .allowed("a range of your own, /" + WIDEST + " or smaller")
                        .todo("give the addresses that need it")));
    }

    /** A gateway of Azure without a firewall has to say that its admin API is open: nothing closes it. */
    private static boolean isOpenOnPurpose(SourceList list, ClusterSpec spec) {
        return list.path().equals(SourceList.ADMIN)
                && Red5OnAzure.of(spec)
                        .anyMatch(cluster -> cluster.azureEntry().sku() == AzureGatewaySku.STANDARD_V2
                                && FirewallClosesAdmin.isOpen(cluster.entry()));
    }
}
