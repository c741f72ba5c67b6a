package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;
import java.util.Optional;

/** A virtual machine scale set. */
@On(Cloud.AZURE)
public record AzureTier(
        @Doc("The servers' image.") @Example("{id: " + AzureIds.IMAGE_EXAMPLE + "}")
        AzureImage image,

        @Doc("Public key for SSH, which Azure asks of every server; of type ed25519, or RSA of 2048 bits or more.")
        @Matches(
                value =
                        "(ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA[A-Za-z0-9+/]{44}|ssh-rsa AAAAB3NzaC1yc2EAAAA[A-Za-z0-9+/]{340,1500}={0,2})( [A-Za-z0-9._@-]{1,128})?",
                is =
                        "a public key, such as ssh-ed25519 AAAA..., or ssh-rsa AAAA... of 2048 bits or more; never a private one",
                echo = false,
                random = true)
        @Example("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f operator")
        String sshKey,

        @Doc("When servers are added. Default: one after five minutes at 70 % CPU, then none for 300s.")
        Optional<AzureScaleOut> scaleOut,

        @Doc("When servers are removed, refused with webrtc. Default: never.")
        Optional<AzureScaleIn> scaleIn)
        implements TierOnCloud {
    public AzureTier {
        new Check(AzureTier.class, image, sshKey, scaleOut, scaleIn).orThrow();
    }

    /** Returns when servers are added, as described or by default. */
    public AzureScaleOut scalingOut() {
        return scaleOut.orElseGet(AzureScaleOut::byDefault);
    }

    @Override
    public boolean scalesIn() {
        return scaleIn.isPresent();
    }

    @Override
    public Optional<String> growth() {
        return scaleOut.map(given -> "scaleOut");
    }
}
