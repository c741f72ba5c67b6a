package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.boot.BootCarrier;
import io.streamfleet.core.shape.Props;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
        String name,
        INetwork network,
        ServerImage image,
        String instanceType,
        String rootDevice,
        Integer diskGib,
        Boolean publicAddress,
        Optional<String> keyPair,
        Optional<String> userData,
        Optional<ISecurityGroup> securityGroup,
        Optional<IRole> role,
        Map<String, String> tags) {
    /**
     * Applies defaults and checks.
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
        List<Violation> violations = new ArrayList<>();
        ServerTags.nameViolations("name", name).forEach(violations::add);
        require("network", network, violations);
        require("image", image, violations);
        require("instanceType", instanceType, violations);
        if (!rootDevice.matches("/dev/[a-z0-9]{2,16}")) {
            violations.add(
                    Violation.at("rootDevice").given(rootDevice).allowed("a device, such as /dev/sda1 or /dev/xvda"));
        }
        if (diskGib < 16 || diskGib > 16_384) {
            violations.add(Violation.at("diskGib").given(diskGib).allowed("16 to 16384"));
        }
        userData.ifPresent(text -> addIfTooLong(text, violations));
        ServerTags.violations("tags", tags).forEach(violations::add);
        InvalidSpecException.throwIfAny(violations.stream());
    }

    /** Returns a builder. */
    public static ServerTemplatePropsBuilder builder() {
        return ServerTemplatePropsBuilder.builder();
    }

    private static void require(String path, Object value, List<Violation> violations) {
        if (value == null) {
            violations.add(Violation.at(path).allowed("given"));
        }
    }

    private static void addIfTooLong(String userData, List<Violation> violations) {
        int bytes = userData.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > BootCarrier.EC2_USER_DATA.limitBytes()) {
            violations.add(Violation.at("userData")
                    .given(bytes + " bytes")
                    .allowed("at most " + BootCarrier.EC2_USER_DATA.limitBytes() + " before encoding")
                    .todo("move what is large into the image"));
        }
    }
}
