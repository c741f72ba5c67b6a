package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.boot.BootCarrier;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.shape.Range;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.iam.IRole;

/**
 * What the servers of a {@link ServerTemplate} are.
 *
 * @param name Name tag of the servers and their disks: required
 * @param network network of the servers' security group: required
 * @param image image that servers start from: required
 * @param instanceType type of the servers, such as {@code c5.large}: required
 * @param rootDevice root device of the image; another name would add a second, empty disk. Default: {@code /dev/sda1}
 * @param diskGib size of the root disk in GiB, 16 to 16384. Default: 16
 * @param publicAddress whether servers have public addresses. Default: they have none
 * @param keyPair name of a key pair for SSH. Default: none; Session Manager is the way in
 * @param userData what runs at the first boot, at most 16 KB before encoding; may hold tokens. Default: nothing
 * @param securityGroup security group of the servers. Default: a group of their own, closed
 * @param role identity of the servers. Default: a role of their own that may do nothing yet
 * @param tags tags of servers and disks beside Name. Default: none
 */
@Props
public record ServerTemplateProps(
        @Matches(value = ServerTags.NAME, is = ServerTags.NAME_IS)
        String name,

        INetwork network,
        ServerImage image,
        String instanceType,

        @Matches(value = "/dev/[a-z0-9]{2,16}", is = "a device, such as /dev/sda1 or /dev/xvda")
        String rootDevice,

        @Range(min = "16", max = "16384") Integer diskGib,
        Boolean publicAddress,
        Optional<String> keyPair,
        Optional<String> userData,
        Optional<ISecurityGroup> securityGroup,
        Optional<IRole> role,
        Map<String, String> tags) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing, or outside EC2's limits
     */
    public ServerTemplateProps {
        rootDevice = rootDevice == null ? "/dev/sda1" : rootDevice;
        diskGib = diskGib == null ? 16 : diskGib;
        publicAddress = publicAddress != null && publicAddress;
        keyPair = keyPair == null ? Optional.empty() : keyPair;
        userData = userData == null ? Optional.empty() : userData;
        securityGroup = securityGroup == null ? Optional.empty() : securityGroup;
        role = role == null ? Optional.empty() : role;
        tags = tags == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        new Check(
                        ServerTemplateProps.class,
                        name,
                        network,
                        image,
                        instanceType,
                        rootDevice,
                        diskGib,
                        publicAddress,
                        keyPair,
                        userData,
                        securityGroup,
                        role,
                        tags)
                .and(userData.stream().flatMap(text -> BootCarrier.EC2_USER_DATA.violations("userData", text)))
                .and(ServerTags.violations("tags", tags))
                .orThrow();
    }

    /** Returns a builder. */
    public static ServerTemplatePropsBuilder builder() {
        return ServerTemplatePropsBuilder.builder();
    }
}
