package io.streamfleet.azure;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.construct.NodeDocumentTexts;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.value.Texts;

/**
 * What the nodes of a {@link NodeFleet} are, and who launches them.
 *
 * @param name the deployment's name, with which its role's name begins: required
 * @param place resource group and location of the nodes: required
 * @param resourceGroupId id of that resource group, which a token may be: required
 * @param network network of the nodes: required
 * @param securityGroupName name of the nodes' security group, by which Stream Managers find it,
 *     {@code PREFIX-LOCATION-nsg}: required
 * @param controllerObjectId object id of the principal whose credentials launch nodes: required
 * @param documents what the nodes are, as the Stream Manager's API takes it: required
 */
@Props
public record NodeFleetProps(
        @Matches(value = Texts.NAME, is = Texts.NAME_IS) String name,
        Place place,
        String resourceGroupId,
        INetwork network,

        @Matches(
                value = "[A-Za-z0-9]([A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?",
                is = "1 to 80 letters, digits, dots, hyphens and underscores, such as live-eastus-nsg")
        String securityGroupName,

        @Matches(
                value = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
                is = "an object id, such as 33333333-3333-4333-8333-333333333333")
        String controllerObjectId,

        NodeDocumentTexts documents) {
    /**
     * Checks.
     *
     * @throws InvalidSpecException when something required is missing or Azure would refuse it
     */
    public NodeFleetProps {
        new Check(
                        NodeFleetProps.class,
                        name,
                        place,
                        resourceGroupId,
                        network,
                        securityGroupName,
                        controllerObjectId,
                        documents)
                .orThrow();
    }

    /** Returns a builder. */
    public static NodeFleetPropsBuilder builder() {
        return NodeFleetPropsBuilder.builder();
    }
}
