package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.Red5;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Warns of Stream Managers of two deployments in one database: the schema is always {@code cluster}, so that each would
 * take the other's node groups for its own.
 */
final class DatabasesApart implements RuleTogether {
    @Override
    public Stream<FoundTogether> check(List<ClusterSpec> specs) {
        return Pairs.check(specs, DatabasesApart::ask);
    }

    private static Optional<Violation> ask(ClusterSpec later, ClusterSpec earlier) {
        return endpoint(later)
                .filter(endpoint -> endpoint(earlier).equals(Optional.of(endpoint)))
                .map(endpoint -> Violation.at("database.existing.host")
                        .given(endpoint + ", the database of " + earlier.name())
                        .allowed("a database of its own, since both keep their node groups in the schema cluster")
                        .todo("give each deployment a database")
                        .asWarning());
    }

    private static Optional<String> endpoint(ClusterSpec spec) {
        return spec.product() instanceof Red5 red5 && red5.database() instanceof Database.Existing existing
                ? Optional.of(existing.host() + ":" + existing.port())
                : Optional.empty();
    }
}
