package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps nodes launching: no image of Compute Engine has such a name. */
final class NodesImageName implements Red5OnGoogleRule {
    private static final Pattern NAME = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");

    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        return Stream.concat(
                check("nodes.image", cluster.nodes().image()),
                cluster.nodes().roles().entrySet().stream().flatMap(entry -> entry.getValue().image().stream()
                        .flatMap(image -> check(Red5View.path(entry.getKey(), "image"), image))));
    }

    private static Stream<Violation> check(String path, String image) {
        return Stream.of(image).filter(given -> !NAME.matcher(given).matches()).map(given -> Violation.at(path)
                .given(given)
                .allowed(
                        "an image's name on Google Cloud: lower-case letters, digits and hyphens, a letter first and no"
                                + " hyphen last")
                .todo("see it by gcloud compute images list --no-standard-images"));
    }
}
