package io.streamfleet.google;

import com.hashicorp.cdktf.ITerraformDependable;
import java.util.List;
import java.util.Map;

/** A network with a subnetwork for servers in each of its regions, created or existing. */
public interface INetwork {
    /** Returns the network's path, {@code projects/PROJECT/global/networks/NAME}. */
    String networkId();

    /** Returns the network's name: a Stream Manager finds it by it. */
    String networkName();

    /** Returns the regions that servers stand in; the first is where a single resource goes, such as the database. */
    List<String> regions();

    /**
     * Returns the path of the servers' subnetwork in a region.
     *
     * @throws IllegalArgumentException when the network has none there
     */
    String subnetworkId(String region);

    /**
     * Returns the addresses that servers without an address of their own reach out from, by region. Empty where the
     * network exists and brings its own way out.
     */
    Map<String, String> natAddresses();

    /** Returns what must exist before such servers reach out; nothing where the network brings its own way out. */
    List<ITerraformDependable> outboundAccess();

    /**
     * Lets Google's managed services, such as Cloud SQL, have private addresses in the network, and returns what must
     * exist before one does. Does nothing in an existing network, where that connection must exist.
     */
    List<ITerraformDependable> connectServices();
}
