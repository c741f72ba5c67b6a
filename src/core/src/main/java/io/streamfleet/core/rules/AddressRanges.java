package io.streamfleet.core.rules;

import io.streamfleet.core.value.Cidr;
import java.util.List;
import java.util.stream.Stream;

/** What is known of ranges of addresses. */
final class AddressRanges {
    /** RFC 1918, and RFC 6598's range for carriers, which clouds and VPNs use as well. */
    private static final List<Cidr> PRIVATE = Stream.of(
                    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")
            .map(Cidr::parse)
            .toList();

    /** This host, loopback, link-local, and what is neither unicast nor assigned. */
    private static final List<Cidr> UNUSABLE = Stream.of("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3")
            .map(Cidr::parse)
            .toList();

    private AddressRanges() {}

    /** Returns whether a range holds addresses that no server of a network can have. */
    static boolean isUnusable(Cidr range) {
        return UNUSABLE.stream().anyMatch(range::overlaps);
    }

    /** Returns whether no address of a range is routed on the internet. */
    static boolean isPrivate(Cidr range) {
        return PRIVATE.stream().anyMatch(each -> each.contains(range));
    }
}
