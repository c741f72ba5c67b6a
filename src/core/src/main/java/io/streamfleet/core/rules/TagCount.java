package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/** Keeps room among the 50 tags that AWS allows a resource for those that the deployment and AWS's services add. */
final class TagCount implements Red5OnAwsRule {
    private static final int MOST = 40;

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return Stream.of(cluster.spec().tags().size())
                .filter(count -> count > MOST)
                .map(count -> Violation.at("tags")
                        .given(count + " tags")
                        .allowed("at most " + MOST + ", since a resource has 50 with those that are added to it")
                        .todo("remove some"));
    }
}
