package io.streamfleet.azure;

import java.util.List;
import java.util.Objects;

/** What a part of a deployment is to firewall rules: where it is, and which group of rules it has. */
public sealed interface FlowPeer {
    /** Returns its addresses: ranges, or service tags such as {@code VirtualNetwork}. */
    List<String> addresses();

    /**
     * Servers of the deployment, or nodes that they launch: closed to whatever no flow names, in both directions.
     *
     * @param securityGroup name of their security group
     * @param addresses their addresses
     */
    record Servers(String securityGroup, List<String> addresses) implements FlowPeer {
        public Servers {
            Objects.requireNonNull(securityGroup, "securityGroup");
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * A service of Azure's in a subnet of its own, such as a gateway: closed to the network around it, while its parts
     * reach each other and it reaches what Azure runs it with.
     *
     * @param securityGroup name of the subnet's security group
     * @param addresses the subnet's addresses
     */
    record Service(String securityGroup, List<String> addresses) implements FlowPeer {
        public Service {
            Objects.requireNonNull(securityGroup, "securityGroup");
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * Something that has no rules of ours.
     *
     * @param addresses its addresses
     */
    record Outside(List<String> addresses) implements FlowPeer {
        public Outside {
            addresses = List.copyOf(addresses);
        }
    }

    /** Returns servers with a security group of their own. */
    static FlowPeer servers(String securityGroup, List<String> addresses) {
        return new Servers(securityGroup, addresses);
    }

    /** Returns a service in a subnet with a security group. */
    static FlowPeer service(String securityGroup, List<String> addresses) {
        return new Service(securityGroup, addresses);
    }

    /** Returns something without rules of ours. */
    static FlowPeer outside(List<String> addresses) {
        return new Outside(addresses);
    }
}
