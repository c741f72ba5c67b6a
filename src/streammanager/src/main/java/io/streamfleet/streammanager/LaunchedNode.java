package io.streamfleet.streammanager;

/**
 * A node whose launch the cloud has taken on.
 *
 * @param identifier name of its machine in the cloud
 * @param zone where it will be
 */
public record LaunchedNode(String identifier, String zone) {
    static LaunchedNode read(Shape node) {
        return new LaunchedNode(
                node.key("identifier").text(),
                node.find("availabilityZone").map(Shape::text).orElse(""));
    }
}
