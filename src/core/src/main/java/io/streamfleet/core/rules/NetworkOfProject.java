package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import java.util.stream.Stream;

/**
 * Keeps to a network of the deployment's own project. Google makes a network's firewall rules and routers in its project
 * alone, and the Stream Managers' controller looks for it by its name in {@code compute.project}.
 *
 * @see <a href="https://cloud.google.com/vpc/docs/shared-vpc">Shared VPC</a>
 */
final class NetworkOfProject implements Red5OnGoogleRule {
    @Override
    public Stream<Violation> check(Red5OnGoogle cluster) {
        String project = cluster.google().project();
        return cluster.existingNetwork().stream()
                .filter(network -> !network.project().equals(project))
                .map(network -> Violation.at("google.network.existing.network")
                        .given(network.network())
                        .allowed(
                                "of google.project (" + project
                                        + "), in which its firewall rules are made and the Stream Managers look for it by its name")
                        .todo("deploy into " + network.project() + ", or take a network of " + project));
    }
}
