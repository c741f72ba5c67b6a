package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps tags to what every resource takes: instance metadata, which servers read their tags from, knows no slash in a
 * key; {@code aws:} belongs to AWS, and {@code Name} and {@code streamfleet:} to the deployment, whose servers and
 * controllers look things up by them.
 */
final class TagKeys implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        return cluster.spec().tags().keySet().stream().flatMap(key -> problemOf(key).stream()
                .map(allowed ->
                        Violation.at("tags." + key).given("the key " + key).allowed(allowed)));
    }

    private static Optional<String> problemOf(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        if (lower.startsWith("aws:")) {
            return Optional.of("one without the prefix aws:, which AWS keeps for itself");
        }
        if (lower.startsWith("streamfleet:")) {
            return Optional.of("one without the prefix streamfleet:, by which servers learn what to do");
        }
        if (lower.equals("name")) {
            return Optional.of("another than Name, by which Stream Managers find the VPC");
        }
        if (key.contains("/") || key.equals(".") || key.equals("..") || key.equals("_index")) {
            return Optional.of("letters, digits and _.:=+@-, no slash, since servers read tags from instance metadata");
        }
        return Optional.empty();
    }
}
