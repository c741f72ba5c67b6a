package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.NodePath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keeps nodes where the deployment has network, firewall and a way in for them: in its own location. */
final class LocationsOfNodes implements Red5OnAzureRule {
    private static final Pattern FORM = Pattern.compile("[a-z]{3,}[a-z0-9]*");

    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        List<String> regions = cluster.nodes().regions();
        return IntStream.range(0, regions.size()).boxed().flatMap(i -> check(i, regions, cluster).stream());
    }

    private static Optional<Violation> check(int index, List<String> regions, Red5OnAzure cluster) {
        String region = regions.get(index);
        String own = cluster.azure().location();
        Violation violation = Violation.at("nodes.regions[" + index + "]").given(region);
        if (!FORM.matcher(region).matches()) {
            return Optional.of(violation.allowed("a location of Azure, such as eastus"));
        }
        if (regions.indexOf(region) < index) {
            return Optional.of(violation.given(region + " twice").allowed("given once"));
        }
        if (region.equals(own)) {
            return Optional.empty();
        }
        if (cluster.nodePath() instanceof NodePath.Internal) {
            return Optional.of(violation
                    .allowed("azure.location (" + own
                            + ") with entry.nodePath: internal, which nodes elsewhere cannot reach")
                    .todo("remove it, or set entry.nodePath: {https: {}}"));
        }
        String prefix = cluster.resourcePrefix() + "-" + region;
        return Optional.of(violation
                .allowed("a location that holds " + prefix + "-vnet, " + prefix + "-nsg and the image "
                        + cluster.nodes().image() + "-" + region + "-img")
                .todo("make them there: the deployment makes them in " + own + " alone")
                .asWarning());
    }
}
