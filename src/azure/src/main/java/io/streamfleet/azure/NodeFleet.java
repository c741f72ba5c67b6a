package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.providers.azurerm.network_security_group.NetworkSecurityGroup;
import com.hashicorp.cdktf.providers.azurerm.role_assignment.RoleAssignment;
import com.hashicorp.cdktf.providers.azurerm.role_definition.RoleDefinition;
import com.hashicorp.cdktf.providers.azurerm.role_definition.RoleDefinitionPermissions;
import io.streamfleet.terraform.NodeDocumentOutputs;
import io.streamfleet.terraform.TerraformText;
import java.util.List;
import software.constructs.Construct;

/**
 * Prepares what Stream Managers need to launch streaming nodes by themselves: the nodes are theirs, not the stack's.
 *
 * <p>Creates the nodes' security group, under the name by which Stream Managers look it up; and a role of the resource group, given to the principal whose credentials they launch nodes
 * with: virtual machines, disks, network interfaces and addresses of this group alone, and what of it they join. Outputs the
 * documents of {@link NodeDocumentOutputs}. Opens no port. Costs nothing; nodes cost what Azure charges, and are counted by
 * the scale policy.
 *
 * <p>Destroying the stack ends no node: scale the node group to nothing first, or the security group stays in use and
 * cannot go.
 */
public final class NodeFleet extends Construct {
    /** What a machine is made of can be made, changed and removed; what it joins can be read and joined. */
    private static final List<String> ACTIONS = List.of(
            "Microsoft.Compute/disks/delete",
            "Microsoft.Compute/disks/read",
            "Microsoft.Compute/disks/write",
            "Microsoft.Compute/images/read",
            "Microsoft.Compute/locations/operations/read",
            "Microsoft.Compute/virtualMachines/deallocate/action",
            "Microsoft.Compute/virtualMachines/delete",
            "Microsoft.Compute/virtualMachines/instanceView/read",
            "Microsoft.Compute/virtualMachines/powerOff/action",
            "Microsoft.Compute/virtualMachines/read",
            "Microsoft.Compute/virtualMachines/restart/action",
            "Microsoft.Compute/virtualMachines/start/action",
            "Microsoft.Compute/virtualMachines/vmSizes/read",
            "Microsoft.Compute/virtualMachines/write",
            "Microsoft.Network/networkInterfaces/delete",
            "Microsoft.Network/networkInterfaces/join/action",
            "Microsoft.Network/networkInterfaces/read",
            "Microsoft.Network/networkInterfaces/write",
            "Microsoft.Network/networkSecurityGroups/join/action",
            "Microsoft.Network/networkSecurityGroups/read",
            "Microsoft.Network/publicIPAddresses/delete",
            "Microsoft.Network/publicIPAddresses/join/action",
            "Microsoft.Network/publicIPAddresses/read",
            "Microsoft.Network/publicIPAddresses/write",
            "Microsoft.Network/virtualNetworks/read",
            "Microsoft.Network/virtualNetworks/subnets/join/action",
            "Microsoft.Network/virtualNetworks/subnets/read",
            "Microsoft.Resources/subscriptions/resourceGroups/read");

    private final NodeFleetProps props;
    private final NetworkSecurityGroup securityGroup;
    private final RoleDefinition controllerRole;
    private final RoleAssignment mayLaunch;
    private final List<TerraformOutput> documents;

    /**
     * Prepares the fleet.
     *
     * @param scope what the fleet belongs to
     * @param id name within the scope
     * @param props what the nodes are
     */
    public NodeFleet(Construct scope, String id, NodeFleetProps props) {
        super(scope, id);
        this.props = props;
        Place place = props.place();
        securityGroup = SecurityGroups.create(this, "SecurityGroup", props.securityGroupName(), place);
        controllerRole = createRole();
        mayLaunch = giveRole();
        documents = NodeDocumentOutputs.declare(this, props.documents());
    }

    /** Returns the nodes' security group. */
    public NetworkSecurityGroup securityGroup() {
        return securityGroup;
    }

    /** Returns the role that launches and ends nodes. */
    public RoleDefinition controllerRole() {
        return controllerRole;
    }

    /** Returns what must exist before servers can launch nodes. */
    public List<ITerraformDependable> ready() {
        return List.of(securityGroup, mayLaunch);
    }

    /** Returns the outputs of the documents. */
    public List<TerraformOutput> documents() {
        return documents;
    }

    /** Returns what the nodes are to firewall rules. */
    public FlowPeer peer() {
        return FlowPeer.servers(securityGroup.getName(), props.network().nodeAddresses());
    }

    /** A role's name must be new in the whole tenant, whose subscriptions may have groups of one name. */
    private RoleDefinition createRole() {
        return RoleDefinition.Builder.create(this, "ControllerRole")
                .name(TerraformText.literal("Streaming nodes of " + props.name() + " in ") + props.resourceGroupId())
                .description("Launches and ends streaming nodes, and reads and joins what they are made of")
                .scope(props.resourceGroupId())
                .assignableScopes(List.of(props.resourceGroupId()))
                .permissions(List.of(
                        RoleDefinitionPermissions.builder().actions(ACTIONS).build()))
                .build();
    }

    private RoleAssignment giveRole() {
        return RoleAssignment.Builder.create(this, "MayLaunch")
                .scope(props.resourceGroupId())
                .roleDefinitionId(controllerRole.getRoleDefinitionResourceId())
                .principalId(props.controllerObjectId())
                .principalType("ServicePrincipal")
                .skipServicePrincipalAadCheck(true)
                .build();
    }
}
