package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps the tier's secret to ids that Secret Manager has: no slash, no dot. */
final class SecretId implements Red5OnGoogleRule {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        return cluster.tier().secret().stream()
                .filter(secret -> !ID.matcher(secret).matches())
                .map(secret -> Violation.at(Red5View.path("secret"))
                        .given("a name with other characters")
                        .allowed("letters, digits, hyphens and underscores, as a secret's id is on Google Cloud")
                        .todo("take one such as " + cluster.spec().name() + "-stream-manager"));
    }
}
