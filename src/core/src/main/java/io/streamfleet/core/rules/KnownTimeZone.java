package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps a schedule's time zone to those of the IANA database, as EC2 Auto Scaling does.
 *
 * <p>The list is the project's own and not the running Java's, so that a description that passes on one machine passes on
 * every other.
 */
final class KnownTimeZone implements Rule {
    private static final Set<String> ZONES = WordList.read("time-zones.txt");

    /** Returns whether a time zone is one. */
    static boolean isKnown(String zone) {
        return ZONES.contains(zone);
    }

    @Override
    public Stream<Violation> check(ClusterSpec spec) {
        return spec.product().tiers().flatMap(named -> named.tier().schedule().entrySet().stream()
                .filter(entry -> !isKnown(entry.getValue().timeZone()))
                .map(entry -> Violation.at(named.path("schedule." + entry.getKey() + ".timeZone"))
                        .given(entry.getValue().timeZone())
                        .allowed("a time zone of the IANA database, such as Europe/Berlin")
                        .todo(remedy(entry.getValue().timeZone()))));
    }

    /** The usual slips are letter case and spaces; the city alone is the other. */
    private static String remedy(String given) {
        String plain = plain(given);
        return ZONES.stream()
                .filter(zone -> plain(zone).equals(plain) || plain(zone).endsWith("/" + plain))
                .sorted()
                .findFirst()
                .map(zone -> "did you mean " + zone + "?")
                .orElse("look it up in the IANA time zone database");
    }

    private static String plain(String zone) {
        return zone.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
