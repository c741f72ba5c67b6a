package io.streamfleet.core.spec;

import io.streamfleet.core.shape.ByNode;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.OneOf;
import io.streamfleet.core.shape.Scalar;
import io.streamfleet.core.value.Cidr;
import java.util.Optional;

/** The virtual network of a deployment. */
@OneOf
public sealed interface AzureNetwork permits AzureNetwork.Create, AzureNetwork.Existing {
    /** A network that the deployment creates. */
    @Doc("A virtual network made with the deployment, with a NAT gateway.")
    record Create(
            @Doc("Address range of the network.") @Example("10.30.0.0/16")
            Cidr cidr,

            @Doc("Range of the load balancer's subnet, /26 or larger.") @Example("10.30.0.0/24")
            Cidr gatewaySubnet,

            @Doc("Range of the subnets of the nodes and of the Stream Managers, one half each.")
            @Example("10.30.16.0/20")
            Cidr serverSubnet,

            @Doc("Range of the database's subnet, /28 or larger; needed where the database is private.")
            Optional<Cidr> databaseSubnet)
            implements AzureNetwork {
        public Create {
            new Check(Create.class, cidr, gatewaySubnet, serverSubnet, databaseSubnet).orThrow();
        }
    }

    /** A network that exists. */
    @Doc("A virtual network that exists.")
    record Existing(
            @Doc("Id of the network.")
            @Matches(value = AzureIds.NETWORK, is = AzureIds.NETWORK_IS)
            @Example(AzureIds.NETWORK_EXAMPLE)
            String vnet,

            @Doc("Id of the Stream Managers' subnet, which has a way out.")
            @Matches(value = AzureIds.SUBNET, is = AzureIds.SUBNET_IS)
            @Example(AzureIds.SUBNET_EXAMPLE + "managers")
            String serverSubnet,

            @Doc(
                    "Id of the nodes' subnet, by the name default, without a NAT gateway: one would take what nodes send over, too."
                            + " Default: the Stream Managers' subnet.")
            @Matches(value = AzureIds.SUBNET, is = AzureIds.SUBNET_IS)
            Optional<String> nodeSubnet,

            @Doc("The load balancer's subnet: its id, or the range of one that the deployment makes.")
            @Example(AzureIds.SUBNET_EXAMPLE + "SMGateway")
            GatewaySubnet gatewaySubnet,

            @Doc("Id of the database's subnet, delegated to MySQL; needed where a new database is private.")
            @Matches(value = AzureIds.SUBNET, is = AzureIds.SUBNET_IS)
            Optional<String> databaseSubnet,

            @Doc(
                    "Id of the private DNS zone of the database, linked to the network. Default: the deployment makes one.")
            @Matches(value = AzureIds.PRIVATE_ZONE, is = AzureIds.PRIVATE_ZONE_IS)
            Optional<String> privateDnsZone)
            implements AzureNetwork {
        public Existing {
            new Check(Existing.class, vnet, serverSubnet, nodeSubnet, gatewaySubnet, databaseSubnet, privateDnsZone)
                    .orThrow();
        }

        /** Returns the network's name. */
        public String name() {
            return AzureIds.nameIn(vnet);
        }

        /** Returns the resource group that the network is of. */
        public String resourceGroup() {
            return AzureIds.groupIn(vnet);
        }

        /** Returns the subscription that the network is of. */
        public String subscription() {
            return AzureIds.subscriptionIn(vnet);
        }

        /** Returns the name of the nodes' subnet. */
        public String nodeSubnetName() {
            return AzureIds.nameIn(nodeSubnet.orElse(serverSubnet));
        }
    }

    /** The load balancer's subnet in a network that exists. */
    @ByNode
    sealed interface GatewaySubnet permits GatewaySubnet.Id, GatewaySubnet.Create {
        /** A subnet that exists. */
        @Scalar
        record Id(
                @Matches(value = AzureIds.SUBNET, is = AzureIds.SUBNET_IS)
                @Example(AzureIds.SUBNET_EXAMPLE + "SMGateway")
                String id)
                implements GatewaySubnet {
            public Id {
                new Check(Id.class, id).orThrow();
            }
        }

        /** A subnet that the deployment makes. */
        record Create(
                @Doc("Range of the load balancer's subnet, /26 or larger.") @Example("10.30.0.0/24")
                Cidr cidr) implements GatewaySubnet {
            public Create {
                new Check(Create.class, cidr).orThrow();
            }
        }
    }
}
