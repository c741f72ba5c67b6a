package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps one network and one firewall a deployment: the controllers find theirs by prefix and location alone. */
final class ResourcePrefixesApart implements RuleTogether {
    @Override
    public Stream<FoundTogether> check(List<ClusterSpec> specs) {
        return Pairs.check(specs, ResourcePrefixesApart::ask);
    }

    private static Optional<Violation> ask(ClusterSpec later, ClusterSpec earlier) {
        if (!(later.cloud() instanceof Azure one)
                || !(earlier.cloud() instanceof Azure other)
                || !Pairs.mayMeet(later, earlier)
                || !one.location().equals(other.location())) {
            return Optional.empty();
        }
        String prefix = one.resourcePrefix().orElse(later.name());
        return Optional.of(Violation.at("azure.resourcePrefix")
                        .given(prefix + ", that of " + earlier.name() + " in the same group and location")
                        .allowed("a prefix of its own, since network and firewall are found by it")
                        .todo("take another, or another resource group"))
                .filter(violation -> prefix.equals(other.resourcePrefix().orElse(earlier.name())));
    }
}
