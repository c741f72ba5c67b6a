package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Google;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keeps a region's servers in zones of that region, each listed once, and warns where there is but one. */
final class ZonesOfGroups implements Red5OnGoogleRule {
    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        Google google = cluster.google();
        return google.zones().entrySet().stream()
                .flatMap(each -> google.regions().contains(each.getKey())
                        ? ofRegion(each.getKey(), each.getValue())
                        : Stream.of(Violation.at(path(each.getKey()))
                                .given("zones of " + each.getKey())
                                .allowed("of one of google.regions (" + String.join(", ", google.regions()) + ")")
                                .todo("correct one of them")));
    }

    private static Stream<Violation> ofRegion(String region, List<String> zones) {
        if (zones.isEmpty()) {
            return Stream.of(Violation.at(path(region))
                    .given("no zone")
                    .allowed("at least 2 zones")
                    .todo("list them, or remove the key: Google picks three"));
        }
        Stream<Violation> wrong = IntStream.range(0, zones.size()).boxed().flatMap(i -> {
            Violation violation = Violation.at(path(region) + "[" + i + "]").given(zones.get(i));
            if (!zones.get(i).startsWith(region + "-")) {
                return Stream.of(violation.allowed("a zone of " + region).todo("correct one of them"));
            }
            return zones.indexOf(zones.get(i)) < i
                    ? Stream.of(violation.given(zones.get(i) + " twice").allowed("given once"))
                    : Stream.empty();
        });
        Stream<Violation> lone = Stream.of(Violation.at(path(region))
                        .given("1 zone")
                        .allowed("at least 2, or the zone's loss is the region's")
                        .todo("add one, or remove the key: Google picks three")
                        .asWarning())
                .filter(warning -> zones.size() == 1);
        return Stream.concat(wrong, lone);
    }

    private static String path(String region) {
        return "google.zones." + region;
    }
}
