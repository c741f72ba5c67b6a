package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Nodes;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps nodes launching: the Stream Manager finds their image by its name, and an id is none. */
final class NodesImageByName implements Red5OnAwsRule {
    private static final Pattern ID = Pattern.compile("ami-[0-9a-f]{8}([0-9a-f]{9})?");

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        Nodes nodes = cluster.red5().nodes();
        return Stream.concat(
                check("nodes.image", nodes.image()),
                nodes.roles().entrySet().stream().flatMap(entry -> entry.getValue().image().stream()
                        .flatMap(image -> check("nodes.roles." + entry.getKey().key() + ".image", image))));
    }

    private static Stream<Violation> check(String path, String image) {
        return Stream.of(image).filter(given -> ID.matcher(given).matches()).map(given -> Violation.at(path)
                .given(given)
                .allowed("the image's name, by which the Stream Managers find it")
                .todo("see it by aws ec2 describe-images --image-ids " + given));
    }
}
