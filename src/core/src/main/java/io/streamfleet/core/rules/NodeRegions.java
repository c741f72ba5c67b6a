package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.NodePath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keeps nodes where the deployment has a way in for them: its internal load balancer, its security group and its
 * controller's permissions are in its own region.
 */
final class NodeRegions implements Red5OnAwsRule {
    private static final Pattern FORM = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-[0-9]");

    @Override
    public Stream<Violation> check(Red5OnAws cluster) {
        List<String> regions = cluster.red5().nodes().regions();
        return IntStream.range(0, regions.size()).boxed().flatMap(i -> check(i, regions, cluster).stream());
    }

    private static Optional<Violation> check(int index, List<String> regions, Red5OnAws cluster) {
        String region = regions.get(index);
        Violation violation = Violation.at("nodes.regions[" + index + "]").given(region);
        if (!FORM.matcher(region).matches()) {
            return Optional.of(violation.allowed("a region of AWS, such as us-east-1"));
        }
        if (regions.indexOf(region) < index) {
            return Optional.of(violation.given(region + " twice").allowed("given once"));
        }
        if (region.equals(cluster.aws().region())) {
            return Optional.empty();
        }
        if (cluster.nodePath() instanceof NodePath.Internal) {
            return Optional.of(violation
                    .allowed("aws.region (" + cluster.aws().region()
                            + ") with entry.nodePath: internal, which nodes elsewhere cannot reach")
                    .todo("remove it, or set entry.nodePath: {https: {}}"));
        }
        return Optional.of(violation
                .allowed("a region that holds the VPC, the nodes' security group, the key pair and the image"
                        + " by the same names")
                .todo("make them there: the deployment makes them in "
                        + cluster.aws().region() + " alone")
                .asWarning());
    }
}
