package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AzureNodes;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keeps to types of servers that can be ones: the vendor's guide has an {@code F2Standard_F2}, which no cloud launches. */
final class KnownServerType implements Red5Rule {
    @Override
    public Stream<Violation> check(Red5View cluster) {
        return Stream.of(
                        check(
                                cluster,
                                Red5View.path(cluster.typeKey()),
                                cluster.tier().instanceType()),
                        cluster.red5().nodes().roles().entrySet().stream()
                                .flatMap(entry -> check(
                                        cluster,
                                        Red5View.path(entry.getKey(), cluster.typeKey()),
                                        entry.getValue().instanceType())),
                        fallbacks(cluster))
                .flatMap(found -> found);
    }

    private static Stream<Violation> fallbacks(Red5View cluster) {
        List<String> sizes =
                cluster.red5().nodes().onCloud() instanceof AzureNodes azure ? azure.vmSizeFallbacks() : List.of();
        return IntStream.range(0, sizes.size())
                .boxed()
                .flatMap(i -> check(cluster, "nodes.vmSizeFallbacks[" + i + "]", sizes.get(i)));
    }

    private static Stream<Violation> check(Red5View cluster, String path, String type) {
        return ServerType.of(cluster.cloud(), type).isPresent()
                ? Stream.empty()
                : Stream.of(Violation.at(path).given(type).allowed(allowed(cluster)));
    }

    private static String allowed(Red5View cluster) {
        return switch (cluster.cloud()) {
            case AWS -> "an EC2 instance type, family and size, such as c5.large";
            case GOOGLE -> "a machine type of Compute Engine, family, kind and size, such as n2-standard-2";
            case AZURE -> "a size of Azure's virtual machines, such as Standard_D2s_v5";
        };
    }
}
