package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AzureNodes;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keeps to sizes of virtual machines that can be ones: the vendor's guide has an {@code F2Standard_F2}. */
final class KnownVmSize implements Red5OnAzureRule {
    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        List<String> fallbacks = ((AzureNodes) cluster.nodes().onCloud()).vmSizeFallbacks();
        return Stream.of(
                        check(Red5View.path("vmSize"), cluster.tier().instanceType()),
                        cluster.nodes().roles().entrySet().stream()
                                .flatMap(entry -> check(
                                        Red5View.path(entry.getKey(), "vmSize"),
                                        entry.getValue().instanceType())),
                        IntStream.range(0, fallbacks.size())
                                .boxed()
                                .flatMap(i -> check("nodes.vmSizeFallbacks[" + i + "]", fallbacks.get(i))))
                .flatMap(found -> found);
    }

    private static Stream<Violation> check(String path, String size) {
        return Stream.of(Violation.at(path)
                        .given(size)
                        .allowed("a size of Azure's virtual machines, such as Standard_D2s_v5"))
                .filter(violation -> VmSize.of(size).isEmpty());
    }
}
