package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import java.util.List;
import java.util.Optional;

/** A network with subnets of the gateway, of servers and of nodes, created or existing. */
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

    /** Returns the id of the servers' subnet. */
    String serverSubnetId();

    /** Returns the addresses of the servers' subnet: ranges, or a service tag where an existing one's are not known. */
    List<String> serverAddresses();

    /** Returns the addresses of the nodes' subnet, which in an existing network is the servers' as well. */
    List<String> nodeAddresses();

    /** Returns the id of a subnet that is lent to MySQL; empty where there is none. */
    Optional<String> databaseSubnetId();

    /** Returns the addresses of that subnet: ranges, or a service tag where an existing one's are not known. */
    List<String> databaseAddresses();

    /** Returns whether the deployment made that subnet, and so decides on its security group. */
    boolean ownsDatabaseSubnet();

    /** Returns the id of a private DNS zone for databases that exists and is linked to the network; empty where none is. */
    Optional<String> databaseZoneId();

    /**
     * Returns the public addresses that servers without one of their own reach out from; empty where the network exists and
     * brings its own way out.
     */
    List<String> natAddresses();

    /** Returns what must exist before such servers reach out; nothing where the network brings its own way out. */
    List<ITerraformDependable> outboundAccess();
}
