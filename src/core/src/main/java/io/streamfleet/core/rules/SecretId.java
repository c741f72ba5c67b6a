package io.streamfleet.core.rules;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps the tier's secret to names that the cloud's store of secrets has: no slash, no dot, on Azure no underscore. */
final class SecretId implements Red5Rule {
    private static final Pattern ON_GOOGLE = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final Pattern ON_AZURE = Pattern.compile("[A-Za-z0-9-]{1,127}");

    @Override
    public Stream<Violation> check(Red5View cluster) {
        return cluster.tier().secret().stream()
                .filter(secret -> !isOf(cluster.cloud(), secret))
                .map(secret -> Violation.at(Red5View.path("secret"))
                        .given("a name with other characters")
                        .allowed(
                                cluster.cloud() == Cloud.GOOGLE
                                        ? "letters, digits, hyphens and underscores, as a secret's id is on Google Cloud"
                                        : "letters, digits and hyphens, as a secret's name is in a key vault")
                        .todo("take one such as " + cluster.spec().name() + "-stream-manager"));
    }

    private static boolean isOf(Cloud cloud, String secret) {
        return switch (cloud) {
            case AWS -> true;
            case GOOGLE -> ON_GOOGLE.matcher(secret).matches();
            case AZURE -> ON_AZURE.matcher(secret).matches();
        };
    }
}
