package io.streamfleet.azure;

import java.util.List;

/** A network with a subnet of the gateway's own and one of the servers, created or existing. */
public interface INetwork {
    /** Returns the network's id. */
    String networkId();

    /** Returns the id of the gateway's subnet. */
    String gatewaySubnetId();

    /** Returns the addresses of the gateway's subnet: ranges, or a service tag where an existing one's are not known. */
    List<String> gatewayAddresses();

    /**
     * Returns whether the deployment made the gateway's subnet, and so decides on its security group; an existing one has its
     * owner's.
     */
    boolean ownsGatewaySubnet();

    /** Returns the id of the servers' subnet, in which nodes are as well. */
    String serverSubnetId();

    /** Returns the addresses of the servers' subnet: ranges, or a service tag where an existing one's are not known. */
    List<String> serverAddresses();
}
