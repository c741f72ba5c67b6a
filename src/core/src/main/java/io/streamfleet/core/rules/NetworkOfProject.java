package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/** Warns of a network of another project, where the Stream Managers' controller may not look for it. */
final class NetworkOfProject implements Red5OnGoogleRule {
    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        String project = cluster.google().project();
        return cluster.existingNetwork().stream()
                .filter(network -> !network.project().equals(project))
                .map(network -> Violation.at("google.network.existing.network")
                        .given(network.network())
                        .allowed("of google.project (" + project
                                + "), where the Stream Managers look for it by its name")
                        .todo("see that their controller launches nodes into a shared VPC")
                        .asWarning());
    }
}
