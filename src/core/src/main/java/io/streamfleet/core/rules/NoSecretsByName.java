package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Red5;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps secrets out of tags, node properties and metadata, which anyone who may look at the deployment can read: a key
 * named as a secret's has a secret for its value. (Values that look like one are refused wherever they stand.)
 */
final class NoSecretsByName implements Rule {
    private static final Pattern SECRET =
            Pattern.compile(".*(password|passwd|passphrase|secret|token|apikey|accesskey|secretkey|privatekey)");

    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        Stream<Violation> tags = check("tags", spec.tags());
        if (spec.product() instanceof Red5 red5) {
            return Stream.concat(
                    tags,
                    Stream.concat(
                            check("nodes.properties", red5.nodes().properties()),
                            check("nodes.metadata", red5.nodes().metadata())));
        }
        return tags;
    }

    private static Stream<Violation> check(String path, Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty() && isSecret(entry.getKey()))
                .map(entry -> Violation.at(path + "." + entry.getKey())
                        .given("what its name calls a secret")
                        .allowed("nothing secret: everyone who sees the deployment sees it")
                        .todo("put it into the tier's secret, or give the key another name"));
    }

    private static boolean isSecret(String key) {
        return SECRET.matcher(key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
                .matches();
    }
}
