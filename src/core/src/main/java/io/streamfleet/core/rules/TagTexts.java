package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps tags to what Azure takes: no slash in a key, none of the beginnings that Azure keeps to itself, and room for those
 * that are added.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations">Limits of
 *     tags</a>
 */
final class TagTexts implements Red5OnAzureRule {
    private static final Pattern RESERVED = Pattern.compile("(azure|microsoft|windows).*", Pattern.CASE_INSENSITIVE);
    private static final int MOST = 45;

    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        Map<String, String> tags = cluster.spec().tags();
        return Stream.concat(
                tags.keySet().stream().flatMap(TagTexts::check),
                Stream.of(Violation.at("tags")
                                .given(tags.size() + " tags")
                                .allowed(
                                        "at most " + MOST + ", since a resource has 50 with those that are added to it")
                                .todo("remove some"))
                        .filter(violation -> tags.size() > MOST));
    }

    private static Stream<Violation> check(String key) {
        Violation violation = Violation.at("tags." + key).given("the key " + key);
        if (key.contains("/")) {
            return Stream.of(violation.allowed("one without a slash, which Azure takes in no key"));
        }
        return RESERVED.matcher(key).matches()
                ? Stream.of(
                        violation.allowed("one without the beginnings azure, microsoft and windows, which Azure keeps"))
                : Stream.empty();
    }
}
