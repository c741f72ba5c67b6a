package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsNetwork;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keeps availability zones in the deployment's region. */
final class ZonesInRegion implements Red5OnAwsRule {
    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        if (cluster.aws().network() instanceof AwsNetwork.Existing existing) {
            return outside(existing.zones(), "aws.network.existing.zones", cluster.aws());
        }
        return cluster.newNetwork().stream()
                .map(AwsNetwork.Create::zones)
                .filter(AwsNetwork.Zones.Names.class::isInstance)
                .flatMap(zones ->
                        outside(((AwsNetwork.Zones.Names) zones).names(), "aws.network.create.zones", cluster.aws()));
    }

    private static Stream<Violation> outside(List<String> zones, String path, Aws aws) {
        return IntStream.range(0, zones.size())
                .filter(i -> !isIn(zones.get(i), aws.region()))
                .mapToObj(i -> Violation.at(path + "[" + i + "]")
                        .given(zones.get(i))
                        .allowed("a zone of aws.region (" + aws.region() + ")")
                        .todo("correct one of them"));
    }

    /** A zone is its region and a letter; a local zone has a name of its own after a hyphen. */
    private static boolean isIn(String zone, String region) {
        return zone.startsWith(region) && zone.substring(region.length()).matches("[a-z]|-.+");
    }
}
