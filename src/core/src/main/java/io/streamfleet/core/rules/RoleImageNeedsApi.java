package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.spec.StreamManagerApi;
import java.util.stream.Stream;

/** Keeps a role's own image to the API that knows it: 3.1 launches every role from one image, and says nothing. */
final class RoleImageNeedsApi implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.product() instanceof Red5 red5 && red5.streamManager().api() == StreamManagerApi.V3_1
                ? red5.nodes().roles().entrySet().stream()
                        .flatMap(entry -> entry.getValue().image().stream().map(image -> Violation.at(
                                        "nodes.roles." + entry.getKey().key() + ".image")
                                .given(image + " with streamManager.api 3.1")
                                .allowed("absent, or api 4.0, which has an image a role")
                                .todo("remove it, or set streamManager.api: \"4.0\"")))
                : Stream.empty();
    }
}
