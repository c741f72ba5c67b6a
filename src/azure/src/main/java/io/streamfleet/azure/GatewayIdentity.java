package io.streamfleet.azure;

import io.streamfleet.core.spec.AzureKeyVault;
import java.util.Objects;

/** Who an {@link HttpsEntry} is when it reads its certificate. */
public sealed interface GatewayIdentity {
    /**
     * An identity of the entry's own, which may read the certificate's secret and nothing else; where the vault has a list of
     * its own of who may read, all secrets of the vault.
     *
     * @param keyVault the certificate's vault, and how it lets someone read
     */
    record Created(AzureKeyVault keyVault) implements GatewayIdentity {
        public Created {
            Objects.requireNonNull(keyVault, "keyVault");
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

    /**
     * Returns whether its right is a role, which counts some time after it is given: the entry then waits, and its stack
     * needs the provider hashicorp/time.
     */
    default boolean waitsForRole() {
        return this instanceof Created created && created.keyVault().access() == AzureKeyVault.Access.RBAC;
    }

    /** Returns an identity of the entry's own for a vault. */
    static GatewayIdentity forVault(AzureKeyVault keyVault) {
        return new Created(keyVault);
    }

    /** Returns an identity that exists. */
    static GatewayIdentity fromId(String id) {
        return new Given(id);
    }
}
