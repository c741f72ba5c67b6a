package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;

/** The key vault of a deployment, which exists. */
public record AzureKeyVault(
        @Doc("Id of the key vault.")
        @Matches(value = AzureIds.VAULT, is = AzureIds.VAULT_IS)
        @Example(AzureIds.VAULT_EXAMPLE)
        String id,

        @Doc("How the vault says who may read it.") @Default("rbac")
        Access access) {
    public AzureKeyVault {
        new Check(AzureKeyVault.class, id, access).orThrow();
    }

    /** How a vault says who may read it. */
    public enum Access {
        @Doc("By role assignments, as new vaults do.")
        RBAC,
        @Doc("By the vault's own access policies.")
        POLICY
    }

    /** Returns the vault's name. */
    public String name() {
        return AzureIds.nameIn(id);
    }
}
