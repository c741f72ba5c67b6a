package io.streamfleet.stacks.checklist;

import io.streamfleet.core.spec.AzureKeyVault;

/** The key vault: who may read it, by roles or by policies of its own. */
final class AzureVault {
    private static final String ME = "\"$(az ad signed-in-user show" + AzureCli.printing("id") + ")\"";

    private AzureVault() {}

    static Item item(AzureKeyVault vault) {
        boolean byRoles = vault.access() == AzureKeyVault.Access.RBAC;
        return Item.about("The key vault " + vault.name())
                .words("It must exist, with access by " + (byRoles ? "roles" : "policies")
                        + " as the description says, and be open to servers and gateway, which read it from outside of the"
                        + " network; this must print " + byRoles + " and Enabled:")
                .command(of(vault)
                        .command("keyvault show --name " + vault.name()
                                + AzureCli.printing(
                                        "properties.enableRbacAuthorization", "properties.publicNetworkAccess")))
                .words(
                        "Whoever deploys writes the secret once, and Terraform reads databasePassword of it in each run and"
                                + " keeps it in no state:")
                .command(letMe(vault, byRoles))
                .words("The identities of servers and gateway are let in by the deployment"
                        + (byRoles ? ", each by a role." : ", each by a policy."))
                .build();
    }

    /** The vault may be another subscription's. */
    private static AzureCli of(AzureKeyVault vault) {
        return new AzureCli(vault.id().split("/")[2]);
    }

    private static String letMe(AzureKeyVault vault, boolean byRoles) {
        return byRoles
                ? role(vault, "Key Vault Administrator", ME, "User", vault.id())
                : of(vault)
                        .command(
                                "keyvault set-policy --name " + vault.name() + " --object-id " + ME
                                        + " --secret-permissions get list set --certificate-permissions get list import --output none");
    }

    /** Returns the command that lets an identity read a secret; where the vault goes by policies, all of the vault's. */
    static String letRead(AzureKeyVault vault, String secret, String principal) {
        return vault.access() == AzureKeyVault.Access.RBAC
                ? role(
                        vault,
                        "Key Vault Secrets User",
                        principal,
                        "ServicePrincipal",
                        vault.id() + "/secrets/" + secret)
                : of(vault)
                        .command("keyvault set-policy --name " + vault.name() + " --object-id " + principal
                                + " --secret-permissions get --output none");
    }

    private static String role(AzureKeyVault vault, String role, String principal, String kind, String scope) {
        return of(vault)
                .command("role assignment create --role " + Shell.word(role) + " --assignee-object-id " + principal
                        + " --assignee-principal-type " + kind + " --scope " + Shell.word(scope));
    }
}
