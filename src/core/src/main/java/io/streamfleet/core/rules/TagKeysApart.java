package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Keeps tag keys apart for IAM as well, which takes {@code team} and {@code Team} for one and refuses the second. */
final class TagKeysApart implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        Map<String, String> first = new HashMap<>();
        return cluster.spec().tags().keySet().stream()
                .filter(key -> first.putIfAbsent(key.toLowerCase(Locale.ROOT), key) != null)
                .map(key -> Violation.at("tags." + key)
                        .given("the key " + key + " beside " + first.get(key.toLowerCase(Locale.ROOT)))
                        .allowed("keys that differ by more than letter case, since IAM does not tell them apart")
                        .todo("remove one"));
    }
}
