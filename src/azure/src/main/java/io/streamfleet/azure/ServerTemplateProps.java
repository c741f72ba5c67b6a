package io.streamfleet.azure;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.boot.BootCarrier;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import java.util.Optional;

/**
 * What the servers of a {@link ServerTemplate} are.
 *
 * @param name beginning of their names, such as {@code live-stream-manager}: required
 * @param place where they are: required
 * @param network network whose servers' subnet they stand in: required
 * @param image image that servers start from: required
 * @param vmSize size of the servers, such as {@code Standard_D2s_v5}: required
 * @param diskGib size of the root disk in GiB, 16 to 4095, at least the image's. Default: 30, as most images
 *     have
 * @param publicAddress whether servers have public addresses. Default: they have none
 * @param adminUser user that may log in by SSH. Default: azureuser
 * @param sshKey public key of that user, which Azure asks of every server: required
 * @param encryptionAtHost whether what leaves a host's memory for its disks is encrypted, a feature that a subscription
 *     registers once. Default: it is
 * @param customData what servers run at their first boot, at most 64 KB; may hold tokens, and is escaped already, as
 *     {@link io.streamfleet.terraform.TerraformText} does it. Default: nothing
 * @param identity who the servers are. Default: an identity of their own that may do nothing yet
 */
@Props
public record ServerTemplateProps(
        @Matches(
                value = "[a-z][a-z0-9-]{1,56}[a-z0-9]",
                is = "3 to 58 lower-case letters, digits and hyphens, a letter first and no hyphen last")
        String name,

        Place place,
        INetwork network,
        ServerImage image,

        @Matches(value = "Standard_[A-Za-z0-9_-]{1,40}", is = "a VM size, such as Standard_D2s_v5")
        String vmSize,

        @Range(min = "16", max = "4095") Integer diskGib,
        Boolean publicAddress,

        @Matches(value = "[a-z][a-z0-9_-]{0,31}", is = "1 to 32 lower-case letters, digits, _ and -, a letter first")
        String adminUser,

        @Matches(
                value = "ssh-(ed25519|rsa) [A-Za-z0-9+/]{60,1600}={0,2}( [A-Za-z0-9._@-]{1,128})?",
                is = "a public key, ssh-ed25519 AAAA... or ssh-rsa AAAA...; never a private one",
                echo = false,
                random = true)
        String sshKey,

        Boolean encryptionAtHost,
        Optional<String> customData,
        Optional<IServerIdentity> identity) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing, or outside Azure's limits
     */
    public ServerTemplateProps {
        diskGib = diskGib == null ? Integer.valueOf(30) : diskGib;
        publicAddress = publicAddress != null && publicAddress;
        adminUser = adminUser == null ? "azureuser" : adminUser;
        encryptionAtHost = encryptionAtHost == null || encryptionAtHost;
        customData = customData == null ? Optional.empty() : customData;
        identity = identity == null ? Optional.empty() : identity;
        new Check(
                        ServerTemplateProps.class,
                        name,
                        place,
                        network,
                        image,
                        vmSize,
                        diskGib,
                        publicAddress,
                        adminUser,
                        sshKey,
                        encryptionAtHost,
                        customData,
                        identity)
                .and(customData.stream().flatMap(text -> BootCarrier.AZURE_CUSTOM_DATA.violations("customData", text)))
                .orThrow();
    }

    /** Returns a builder. */
    public static ServerTemplatePropsBuilder builder() {
        return ServerTemplatePropsBuilder.builder();
    }
}
