package io.streamfleet.streammanager;

import java.util.List;
import java.util.Locale;

/**
 * A group of nodes that are scaled together.
 *
 * @param name by which the API refers to it; the Stream Manager may have made it up
 * @param regions where its nodes are
 * @param launchConfiguration name of the document from which they are launched
 * @param scalePolicy name of the document that says how many
 * @param state in the Stream Manager's words, in small letters: {@code new}, {@code initializing}, {@code active}, …
 */
public record NodeGroup(
        String name, List<String> regions, String launchConfiguration, String scalePolicy, String state) {
    /** Copies. */
    public NodeGroup {
        regions = List.copyOf(regions);
    }

    /** The page on reading a group calls its regions {@code region}, its example {@code regions}. */
    static NodeGroup read(Shape group) {
        return new NodeGroup(
                group.key("name").text(),
                group.find("regions").orElseGet(() -> group.key("region")).items().stream()
                        .map(Shape::text)
                        .toList(),
                group.key("launchConfig").text(),
                group.key("scalePolicy").text(),
                group.find("state").map(Shape::text).orElse("").toLowerCase(Locale.ROOT));
    }

    /** Returns whether it is on its way out. */
    public boolean isEnding() {
        return state.startsWith("terminat") || state.startsWith("delet");
    }
}
