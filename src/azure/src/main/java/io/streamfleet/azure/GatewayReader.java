package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.azurerm.key_vault_access_policy.KeyVaultAccessPolicy;
import com.hashicorp.cdktf.providers.azurerm.role_assignment.RoleAssignment;
import com.hashicorp.cdktf.providers.azurerm.user_assigned_identity.UserAssignedIdentity;
import com.hashicorp.cdktf.providers.time.sleep.Sleep;
import io.streamfleet.core.spec.AzureKeyVault;
import java.util.List;
import software.constructs.Construct;

/**
 * The identity with which a gateway reads its certificate, and what must be there before it can.
 *
 * @param identityId id of the identity
 * @param ready what the gateway waits for; nothing where the identity is given
 */
record GatewayReader(String identityId, List<? extends ITerraformDependable> ready) {
    /** Roles count some time after they are given; a gateway that reads too early fails for good. */
    private static final String UNTIL_ROLES_COUNT = "120s";

    /** Creates the identity, unless one is given, and lets it read. */
    static GatewayReader create(Construct scope, String name, Place place, GatewayIdentity identity) {
        if (identity instanceof GatewayIdentity.Given given) {
            return new GatewayReader(given.id(), List.of());
        }
        GatewayIdentity.Created created = (GatewayIdentity.Created) identity;
        UserAssignedIdentity own = UserAssignedIdentity.Builder.create(scope, "Identity")
                .name(name)
                .resourceGroupName(place.resourceGroup())
                .location(place.location())
                .tags(place.resourceTags())
                .build();
        AzureKeyVault vault = created.keyVault();
        ITerraformDependable grant =
                created.waitsForRole() ? byRole(scope, vault.id(), own) : byPolicy(scope, vault.id(), own);
        return new GatewayReader(own.getId(), List.of(grant));
    }

    private static ITerraformDependable byRole(Construct scope, String keyVaultId, UserAssignedIdentity identity) {
        RoleAssignment role = RoleAssignment.Builder.create(scope, "MayReadCertificate")
                .scope(keyVaultId)
                .roleDefinitionName("Key Vault Secrets User")
                .principalId(identity.getPrincipalId())
                .principalType("ServicePrincipal")
                .skipServicePrincipalAadCheck(true)
                .build();
        return Sleep.Builder.create(scope, "RoleCounts")
                .createDuration(UNTIL_ROLES_COUNT)
                .dependsOn(List.of(role))
                .build();
    }

    private static ITerraformDependable byPolicy(Construct scope, String keyVaultId, UserAssignedIdentity identity) {
        return KeyVaultAccessPolicy.Builder.create(scope, "MayReadCertificate")
                .keyVaultId(keyVaultId)
                .tenantId(identity.getTenantId())
                .objectId(identity.getPrincipalId())
                .secretPermissions(List.of("Get"))
                .build();
    }
}
