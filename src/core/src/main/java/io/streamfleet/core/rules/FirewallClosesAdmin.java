package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AzureGatewaySku;
import io.streamfleet.core.spec.Entry;
import io.streamfleet.core.value.Cidr;
import java.util.stream.Stream;

/** Keeps the admin API closed: a gateway without a firewall lets everybody at it, which has to be said aloud. */
final class FirewallClosesAdmin implements Red5OnAzureRule {
    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        return Stream.of(cluster.azureEntry().sku())
                .filter(sku -> sku == AzureGatewaySku.STANDARD_V2 && !isOpen(cluster.entry()))
                .map(sku -> Violation.at("entry.sku")
                        .given(sku.sku())
                        .allowed("WAF_v2, since a gateway without a firewall leaves the admin API open to everybody")
                        .todo("remove the key, or say so: entry.adminFrom: [0.0.0.0/0]"));
    }

    /** Returns whether the description says that everybody may use the admin API. */
    static boolean isOpen(Entry entry) {
        return entry.adminFrom().stream().anyMatch(Cidr::isAnywhere);
    }
}
