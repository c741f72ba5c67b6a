package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.OneOf;
import io.streamfleet.core.value.Cidr;
import java.util.Map;

/** The VPC network of a deployment. */
@OneOf
public sealed interface GoogleNetwork permits GoogleNetwork.Create, GoogleNetwork.Existing {
    /**
     * The addresses of an auto-mode network's own subnetworks, one a region: those of the nodes, since the Stream Managers'
     * controller knows a network and no subnetwork.
     *
     * @see <a href="https://cloud.google.com/vpc/docs/subnets#ip-ranges">Google's VPC subnets</a>
     */
    Cidr NODES = Cidr.parse("10.128.0.0/9");

    /** A network that the deployment creates. */
    @Doc(
            "A network made with the deployment: a subnetwork of the Stream Managers in each region, with NAT, and Google's"
                    + " own, one a region in 10.128.0.0/9, for the nodes.")
    record Create(
            @Doc("Address range of the Stream Managers' subnetwork, by region; outside 10.128.0.0/9, the nodes'.")
            @Matches(value = "", is = "", keys = Google.REGION, keysAre = Google.REGION_KEYS)
            @Example("{us-central1: 10.20.0.0/20}")
            Map<String, Cidr> subnets)
            implements GoogleNetwork {
        public Create {
            subnets = Copies.of(subnets);
            new Check(Create.class, subnets).orThrow();
        }
    }

    /** A network that exists. */
    @Doc(
            "A network that exists. The nodes are launched into its subnetworks of 10.128.0.0/9, Google's own, one a region.")
    record Existing(
            @Doc("Path of the network.")
            @Matches(
                    value = "projects/" + Google.PROJECT + "/global/networks/" + Google.NAME,
                    is = "a network's path, projects/PROJECT/global/networks/NAME")
            @Example("projects/example-project/global/networks/live")
            String network,

            @Doc("Path of the Stream Managers' subnetwork, by region; outside 10.128.0.0/9, the nodes'.")
            @Matches(
                    value = "projects/" + Google.PROJECT + "/regions/" + Google.REGION + "/subnetworks/" + Google.NAME,
                    is = "a subnetwork's path, projects/PROJECT/regions/REGION/subnetworks/NAME",
                    keys = Google.REGION,
                    keysAre = Google.REGION_KEYS)
            @Example("{us-central1: projects/example-project/regions/us-central1/subnetworks/live}")
            Map<String, String> subnetworks,

            @Doc("Whether the deployment makes a NAT gateway in each region, for the Stream Managers' subnetwork alone."
                    + " Without it they must have another way out.")
            @Default("false")
            boolean nat)
            implements GoogleNetwork {
        public Existing {
            subnetworks = Copies.of(subnetworks);
            new Check(Existing.class, network, subnetworks, nat).orThrow();
        }

        /** Returns the network's name, without its path. */
        public String name() {
            return network.substring(network.lastIndexOf('/') + 1);
        }

        /** Returns the project that the network is of. */
        public String project() {
            return network.split("/")[1];
        }
    }
}
