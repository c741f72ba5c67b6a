package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.azurerm.key_vault_access_policy.KeyVaultAccessPolicy;
import com.hashicorp.cdktf.providers.azurerm.role_assignment.RoleAssignment;
import com.hashicorp.cdktf.providers.azurerm.role_definition.RoleDefinition;
import com.hashicorp.cdktf.providers.azurerm.role_definition.RoleDefinitionPermissions;
import com.hashicorp.cdktf.providers.azurerm.user_assigned_identity.UserAssignedIdentity;
import io.streamfleet.core.spec.AzureKeyVault;
import io.streamfleet.terraform.TerraformText;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/**
 * Gives the servers of a tier an identity of their own.
 *
 * <p>Creates a user-assigned identity that may do nothing until it is allowed to. Costs nothing.
 */
public final class ServerIdentity extends Construct implements IServerIdentity {
    /** Reads the scale set, its members and its least size, and removes a member. */
    private static final List<String> RETIRE = List.of(
            "Microsoft.Compute/virtualMachineScaleSets/read",
            "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/delete",
            "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/read",
            "Microsoft.Insights/autoscaleSettings/read");

    private final UserAssignedIdentity identity;
    private final String identityId;
    private final String clientId;
    private final List<ITerraformDependable> permissions = new ArrayList<>();

    /**
     * Creates the identity.
     *
     * @param scope what the identity belongs to
     * @param id name within the scope
     * @param props its name
     */
    public ServerIdentity(Construct scope, String id, ServerIdentityProps props) {
        super(scope, id);
        identity = UserAssignedIdentity.Builder.create(this, "Identity")
                .name(props.name())
                .resourceGroupName(props.place().resourceGroup())
                .location(props.place().location())
                .tags(props.place().resourceTags())
                .build();
        identityId = identity.getId();
        clientId = identity.getClientId();
    }

    /** Returns an identity that exists. */
    public static IServerIdentity fromId(String id, String clientId) {
        return new ExistingServerIdentity(id, clientId);
    }

    /**
     * Lets the servers read a secret. Where the vault goes by roles, that secret alone; where it has a list of its own, all
     * its secrets, since the list knows no less.
     *
     * @param id name within this construct
     * @param keyVault the vault, and how it says who may read it
     * @param secret the secret's name
     */
    public void letRead(String id, AzureKeyVault keyVault, String secret) {
        String vaultId = TerraformText.literal(keyVault.id());
        permissions.add(
                keyVault.access() == AzureKeyVault.Access.RBAC
                        ? byRole(id, vaultId + "/secrets/" + TerraformText.literal(secret))
                        : byPolicy(id, vaultId));
    }

    /**
     * Lets each server remove itself from its scale set, as the guard on it does once it was idle for long enough. Creates
     * a role of the resource group and gives it to the servers; it is good for every scale set of the group, since the
     * grant comes before the scale set.
     *
     * @param name the deployment's name, with which the role's name ends
     * @param resourceGroupId id of the resource group, which a token may be
     */
    public void letRetire(String name, String resourceGroupId) {
        // A role's name must be new in the whole tenant, whose subscriptions may have groups of one name.
        var role = RoleDefinition.Builder.create(this, "RetirerRole")
                .name(TerraformText.literal("Idle servers of " + name + " in ") + resourceGroupId)
                .description("Reads scale sets, and removes servers of theirs")
                .scope(resourceGroupId)
                .assignableScopes(List.of(resourceGroupId))
                .permissions(List.of(
                        RoleDefinitionPermissions.builder().actions(RETIRE).build()))
                .build();
        permissions.add(RoleAssignment.Builder.create(this, "MayRetire")
                .scope(resourceGroupId)
                .roleDefinitionId(role.getRoleDefinitionResourceId())
                .principalId(identity.getPrincipalId())
                .principalType("ServicePrincipal")
                .skipServicePrincipalAadCheck(true)
                .build());
    }

    private ITerraformDependable byRole(String id, String secretId) {
        return RoleAssignment.Builder.create(this, id)
                .scope(secretId)
                .roleDefinitionName("Key Vault Secrets User")
                .principalId(identity.getPrincipalId())
                .principalType("ServicePrincipal")
                .skipServicePrincipalAadCheck(true)
                .build();
    }

    private ITerraformDependable byPolicy(String id, String vaultId) {
        return KeyVaultAccessPolicy.Builder.create(this, id)
                .keyVaultId(vaultId)
                .tenantId(identity.getTenantId())
                .objectId(identity.getPrincipalId())
                .secretPermissions(List.of("Get"))
                .build();
    }

    @Override
    public String id() {
        return identityId;
    }

    @Override
    public String clientId() {
        return clientId;
    }

    /** Returns what must exist before servers may do what they are allowed to; servers retry until it counts. */
    public List<ITerraformDependable> permissions() {
        return List.copyOf(permissions);
    }
}
