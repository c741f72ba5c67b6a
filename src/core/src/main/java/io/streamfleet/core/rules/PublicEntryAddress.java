package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.value.Cidr;
import java.util.stream.Stream;

/** Keeps the entry's own address one that clients reach. */
final class PublicEntryAddress implements Red5OnGoogleRule {
    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        return cluster.googleEntry().address().stream().flatMap(PublicEntryAddress::check);
    }

    private static Stream<Violation> check(String address) {
        Violation violation = Violation.at("entry.address").given(address);
        try {
            Cidr range = Cidr.parse(address + "/32");
            return AddressRanges.isPrivate(range) || AddressRanges.isUnusable(range)
                    ? Stream.of(violation
                            .allowed("a public address, reserved as a global one")
                            .todo("see it by gcloud compute addresses list --global, or remove the key"))
                    : Stream.empty();
        } catch (IllegalArgumentException e) {
            return Stream.of(violation.allowed("an IPv4 address of four numbers 0 to 255"));
        }
    }
}
