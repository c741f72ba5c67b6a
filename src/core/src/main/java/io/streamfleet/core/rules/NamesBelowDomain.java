package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.NodePath;
import java.util.stream.Stream;

/**
 * Keeps names below the domain in sight of the servers: inside the network a private zone of the domain leads the nodes to
 * their own load balancer, and a private zone hides whatever the public one has at and below its name.
 */
final class NamesBelowDomain implements Red5Rule {
    @Override
    public Stream<Violation> check(Red5View cluster) {
        return cluster.nodePath() instanceof NodePath.Internal
                ? Stream.concat(hiddenDatabase(cluster), hiddenZone(cluster))
                : Stream.empty();
    }

    private static Stream<Violation> hiddenDatabase(Red5View cluster) {
        String domain = cluster.spec().domain();
        return cluster.existingDatabase().map(Database.Existing::host).stream()
                .filter(host -> host.endsWith("." + domain))
                .map(host -> Violation.at("database.existing.host")
                        .given(host)
                        .allowed("a name that is not below " + domain
                                + ", since the nodes' private zone hides what is below it from the network")
                        .todo("give the database's name of elsewhere, or set entry.nodePath: {https: {}}"));
    }

    private static Stream<Violation> hiddenZone(Red5View cluster) {
        ClusterSpec spec = cluster.spec();
        return spec.dns().stream()
                .filter(dns -> dns.zone().equals(spec.domain()) && cluster.isInExistingNetwork())
                .map(dns -> Violation.at("domain")
                        .given(spec.domain() + ", a whole zone, in a network that exists")
                        .allowed(
                                "a name below the zone, or the nodes' private zone hides the zone's other names from the network")
                        .todo("take such a name, or set entry.nodePath: {https: {}}")
                        .asWarning());
    }
}
