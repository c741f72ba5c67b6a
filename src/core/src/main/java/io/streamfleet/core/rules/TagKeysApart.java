package io.streamfleet.core.rules;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Keeps tag keys apart for IAM and for Azure as well, which take {@code team} and {@code Team} for one. */
final class TagKeysApart implements Rule {
    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        Map<String, String> first = new HashMap<>();
        return spec.tags().keySet().stream()
                .filter(key -> spec.cloud().kind() != Cloud.GOOGLE)
                .filter(key -> first.putIfAbsent(key.toLowerCase(Locale.ROOT), key) != null)
                .map(key -> Violation.at("tags." + key)
                        .given("the key " + key + " beside " + first.get(key.toLowerCase(Locale.ROOT)))
                        .allowed("keys that differ by more than letter case, since "
                                + (spec.cloud().kind() == Cloud.AWS ? "IAM" : "Azure") + " does not tell them apart")
                        .todo("remove one"));
    }
}
