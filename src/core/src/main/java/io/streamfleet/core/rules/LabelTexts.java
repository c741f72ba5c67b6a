package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps tags to what Google takes as labels: small letters, digits, hyphens and underscores. Nothing is respelt, since a
 * label that is silently another is not found.
 *
 * @see <a href="https://cloud.google.com/compute/docs/labeling-resources#requirements">Requirements for labels</a>
 */
final class LabelTexts implements Red5OnGoogleRule {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_-]{0,62}");
    private static final Pattern VALUE = Pattern.compile("[a-z0-9_-]{0,63}");
    private static final int MOST = 60;

    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        Map<String, String> tags = cluster.spec().tags();
        return Stream.concat(
                tags.entrySet().stream().flatMap(each -> check(each.getKey(), each.getValue())),
                Stream.of(Violation.at("tags")
                                .given(tags.size() + " labels")
                                .allowed(
                                        "at most " + MOST + ", since a resource has 64 with those that are added to it")
                                .todo("remove some"))
                        .filter(violation -> tags.size() > MOST));
    }

    private static Stream<Violation> check(String key, String value) {
        Violation violation = Violation.at("tags." + key);
        if (!KEY.matcher(key).matches()) {
            return Stream.of(violation
                    .given("the key " + key)
                    .allowed("1 to 63 lower-case letters, digits, hyphens and underscores, a letter first"));
        }
        if (key.startsWith("goog")) {
            return Stream.of(violation
                    .given("the key " + key)
                    .allowed("one without the prefix goog, which Google keeps for itself"));
        }
        return VALUE.matcher(value).matches()
                ? Stream.empty()
                : Stream.of(
                        violation
                                .given(value)
                                .allowed(
                                        "up to 63 lower-case letters, digits, hyphens and underscores, as Google's labels are"));
    }
}
