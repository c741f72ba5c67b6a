package io.streamfleet.streammanager;

import java.util.Locale;
import java.util.Optional;

/**
 * A streaming node.
 *
 * @param identifier name of its machine in the cloud
 * @param role what it does
 * @param zone where it is
 * @param address by which the API and clients know it; a node that is just launched has none yet
 * @param state in the Stream Manager's words, in small letters: {@code pending}, {@code running}, {@code inservice},
 *     {@code terminating}
 */
public record Node(String identifier, String role, String zone, Optional<String> address, String state) {
    static Node read(Shape node) {
        return new Node(
                node.key("identifier").text(),
                node.key("role").text().toLowerCase(Locale.ROOT),
                node.find("availabilityZone").map(Shape::text).orElse(""),
                node.find("address").map(Shape::text).filter(address -> !address.isEmpty()),
                node.find("state").map(Shape::text).orElse("pending").toLowerCase(Locale.ROOT));
    }

    /** Returns whether it takes streams. */
    public boolean isInService() {
        return state.equals("inservice");
    }

    /** Returns whether it is on its way out. */
    public boolean isEnding() {
        return state.startsWith("terminat");
    }
}
