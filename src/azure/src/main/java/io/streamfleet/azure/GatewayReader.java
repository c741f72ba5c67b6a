package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.azurerm.key_vault_access_policy.KeyVaultAccessPolicy;
import com.hashicorp.cdktf.providers.azurerm.role_assignment.RoleAssignment;
import com.hashicorp.cdktf.providers.azurerm.user_assigned_identity.UserAssignedIdentity;
import com.hashicorp.cdktf.providers.time.sleep.Sleep;
import io.streamfleet.terraform.Lifecycle;
import io.streamfleet.terraform.TerraformText;
import java.util.List;
import java.util.Map;
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

    /** Creates the identity, unless one is given, and lets it read the certificate. */
    static GatewayReader create(
            Construct scope, String name, Place place, GatewayIdentity identity, EntryCertificate certificate) {
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
        String vaultId = TerraformText.literal(created.keyVault().id());
        ITerraformDependable grant = created.waitsForRole()
                ? byRole(scope, vaultId + "/secrets/" + certificate.secretName(), own)
                : byPolicy(scope, vaultId, own);
        return new GatewayReader(own.getId(), List.of(grant));
    }

    /**
     * Gives a role on the certificate's secret alone. Of another certificate the right is there, and has come to count, before
     * the gateway turns to it, and the former goes only then: a gateway that may not read its certificate stops serving it.
     */
    private static ITerraformDependable byRole(Construct scope, String secretId, UserAssignedIdentity identity) {
        TerraformResourceLifecycle newFirst =
                Lifecycle.DEFAULT.createBeforeDestroy().toTerraform();
        RoleAssignment role = RoleAssignment.Builder.create(scope, "MayReadCertificate")
                .scope(secretId)
                .roleDefinitionName("Key Vault Secrets User")
                .principalId(identity.getPrincipalId())
                .principalType("ServicePrincipal")
                .skipServicePrincipalAadCheck(true)
                .lifecycle(newFirst)
                .build();
        return Sleep.Builder.create(scope, "RoleCounts")
                .createDuration(UNTIL_ROLES_COUNT)
                .triggers(Map.of("secret", secretId))
                .dependsOn(List.of(role))
                .lifecycle(newFirst)
                .build();
    }

    /** Lets the identity read all secrets of the vault, since a vault's own list knows no less. */
    private static ITerraformDependable byPolicy(Construct scope, String vaultId, UserAssignedIdentity identity) {
        return KeyVaultAccessPolicy.Builder.create(scope, "MayReadCertificate")
                .keyVaultId(vaultId)
                .tenantId(identity.getTenantId())
                .objectId(identity.getPrincipalId())
                .secretPermissions(List.of("Get"))
                .build();
    }
}
