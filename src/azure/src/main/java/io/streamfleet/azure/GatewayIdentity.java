package io.streamfleet.azure;

import io.streamfleet.core.shape.Check;
import java.util.Objects;

/** Who an {@link HttpsEntry} is when it reads its certificate. */
public sealed interface GatewayIdentity {
    /** How a key vault lets someone read. */
    enum Access {
        /** By roles of Azure, which take a while to count. */
        RBAC,
        /** By the vault's own list. */
        POLICY
    }

    /**
     * An identity of the entry's own, which may read the vault's secrets and nothing else.
     *
     * @param keyVaultId id of the vault
     * @param access how the vault lets it read
     */
    record Created(String keyVaultId, Access access) implements GatewayIdentity {
        public Created {
            new Check(Created.class, keyVaultId, access).orThrow();
        }
    }

    /**
     * An identity that exists and may read the certificate's secret already.
     *
     * @param id id of the user-assigned identity
     */
    record Given(String id) implements GatewayIdentity {
        public Given {
            Objects.requireNonNull(id, "id");
        }
    }

    /** Returns an identity of the entry's own for a vault. */
    static GatewayIdentity forVault(String keyVaultId, Access access) {
        return new Created(keyVaultId, access);
    }

    /** Returns an identity that exists. */
    static GatewayIdentity fromId(String id) {
        return new Given(id);
    }
}
