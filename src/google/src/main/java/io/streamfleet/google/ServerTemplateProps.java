package io.streamfleet.google;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.boot.BootCarrier;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the servers of a {@link ServerTemplate} are.
 *
 * @param name beginning of the template's name, such as {@code live-stream-manager}: required
 * @param network network whose subnetwork in the region the servers stand in: required
 * @param region region of the servers: required
 * @param image image that servers start from: required
 * @param machineType type of the servers, such as {@code n1-standard-2}: required
 * @param diskGib size of the boot disk in GiB, 16 to 65536. Default: 16
 * @param diskType type of the boot disk. Default: pd-balanced, or hyperdisk-balanced where the machine type takes no other
 * @param publicAddress whether servers have public addresses. Default: they have none
 * @param secureBoot whether a server boots signed drivers and kernels alone. Default: it does
 * @param startupScript what servers run at every boot, at most 256 KB; may hold tokens, and is escaped already, as
 *     {@link io.streamfleet.terraform.TerraformText} does it. Default: nothing
 * @param identity who the servers are. Default: a service account of their own that may do nothing yet
 * @param labels labels of servers, disks and a made image. Default: none
 */
@Props
public record ServerTemplateProps(
        @Matches(
                value = "[a-z][a-z0-9-]{0,60}[a-z0-9]",
                is = "2 to 62 lower-case letters, digits and hyphens, a letter first and no hyphen last")
        String name,

        INetwork network,

        @Matches(value = "[a-z]+-[a-z]+[0-9]{1,2}", is = "a region of Google Cloud, such as us-central1")
        String region,

        ServerImage image,

        @Matches(value = "[a-z][a-z0-9]{1,7}-[a-z0-9-]{1,40}", is = "a machine type, such as n1-standard-2")
        String machineType,

        @Range(min = "16", max = "65536") Integer diskGib,

        @Matches(value = "(pd|hyperdisk)-[a-z-]{2,20}", is = "a type of disk, such as pd-balanced or pd-ssd")
        String diskType,

        Boolean publicAddress,
        Boolean secureBoot,
        Optional<String> startupScript,
        Optional<IServerIdentity> identity,
        Map<String, String> labels) {
    /**
     * Series that persistent disks cannot be attached to.
     *
     * @see <a href="https://cloud.google.com/compute/docs/machine-resource">Machine families</a>
     */
    private static final String HYPERDISK_ALONE = "(c4|c4a|c4d|n4|n4a|n4d|h4d|m4|x4|a4|a4x)-.*";

    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing, or outside the limits of Compute Engine
     */
    public ServerTemplateProps {
        diskGib = diskGib == null ? Integer.valueOf(16) : diskGib;
        diskType = diskType == null ? diskTypeOf(machineType) : diskType;
        publicAddress = publicAddress != null && publicAddress;
        secureBoot = secureBoot == null || secureBoot;
        startupScript = startupScript == null ? Optional.empty() : startupScript;
        identity = identity == null ? Optional.empty() : identity;
        labels = labels == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        new Check(
                        ServerTemplateProps.class,
                        name,
                        network,
                        region,
                        image,
                        machineType,
                        diskGib,
                        diskType,
                        publicAddress,
                        secureBoot,
                        startupScript,
                        identity,
                        labels)
                .and(startupScript.stream()
                        .flatMap(text -> BootCarrier.GOOGLE_STARTUP_SCRIPT.violations("startupScript", text)))
                .that(
                        identity.isPresent() || name == null || name.matches(ServerIdentityProps.NAME),
                        Violation.at("identity")
                                .given("none beside a name of " + (name == null ? 0 : name.length()) + " characters")
                                .allowed("given, or a name of 6 to 30, which a service account can have too"))
                .orThrow();
    }

    /** Returns a builder. */
    public static ServerTemplatePropsBuilder builder() {
        return ServerTemplatePropsBuilder.builder();
    }

    private static String diskTypeOf(String machineType) {
        return machineType != null && machineType.matches(HYPERDISK_ALONE) ? "hyperdisk-balanced" : "pd-balanced";
    }
}
