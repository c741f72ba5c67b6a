package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keeps the nodes to regions of Google Cloud, each once; a network there is in all of them. */
final class RegionsOfNodes implements Red5OnGoogleRule {
    private static final Pattern FORM = Pattern.compile("[a-z]+-[a-z]+[0-9]{1,2}");

    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        List<String> regions = cluster.nodes().regions();
        return IntStream.range(0, regions.size()).boxed().flatMap(i -> {
            Violation violation = Violation.at("nodes.regions[" + i + "]").given(regions.get(i));
            if (!FORM.matcher(regions.get(i)).matches()) {
                return Stream.of(violation.allowed("a region of Google Cloud, such as us-central1"));
            }
            return regions.indexOf(regions.get(i)) < i
                    ? Stream.of(violation.given(regions.get(i) + " twice").allowed("given once"))
                    : Stream.empty();
        });
    }
}
