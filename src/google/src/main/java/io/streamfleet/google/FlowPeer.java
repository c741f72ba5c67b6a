package io.streamfleet.google;

import io.streamfleet.core.value.Cidr;
import java.util.List;
import java.util.Objects;

/**
 * What a part of a deployment is to firewall rules: Google's know no groups, but identities and addresses.
 */
public sealed interface FlowPeer {
    /**
     * Servers of the deployment, known by the service account that they alone run as.
     *
     * @param serviceAccount its e-mail address
     */
    record Servers(String serviceAccount) implements FlowPeer {
        public Servers {
            Objects.requireNonNull(serviceAccount, "serviceAccount");
        }
    }

    /**
     * Servers in a range of addresses, which have no identity that a rule could name.
     *
     * @param ranges the ranges, of the network's own addresses
     */
    record Nodes(List<String> ranges) implements FlowPeer {
        public Nodes {
            ranges = List.copyOf(ranges);
        }
    }

    /**
     * A service of Google's, or another that is no server of the network: it has no rules of its own.
     *
     * @param from where its connections come from; empty where it opens none
     * @param at where it is reached; empty where no server of the network does
     */
    record Service(List<String> from, List<String> at) implements FlowPeer {
        public Service {
            from = List.copyOf(from);
            at = List.copyOf(at);
        }
    }

    /** Returns servers that run as a service account of their own. */
    static FlowPeer servers(IServerIdentity identity) {
        return new Servers(identity.email());
    }

    /** Returns servers in ranges of addresses. */
    static FlowPeer nodes(List<String> ranges) {
        return new Nodes(ranges);
    }

    /** Returns a service that connects from some ranges and is reached at others. */
    static FlowPeer service(List<String> from, List<String> at) {
        return new Service(from, at);
    }

    /**
     * Returns a service that opens no connection and is reached at a host, such as a database.
     *
     * @param host its IPv4 address, which a token may be, or its name. Rules know no names: at a name it may be anywhere,
     *     on its port
     */
    static FlowPeer at(String host) {
        boolean isAddress = host.startsWith("${") || host.matches("[0-9.]+");
        return new Service(List.of(), List.of(isAddress ? host + "/32" : Cidr.ANYWHERE.toString()));
    }
}
