package io.streamfleet.core.boot;

import static java.util.Objects.requireNonNull;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of the Stream Manager's AWS controller, which launches nodes by EC2's API.
 *
 * @param region the nodes' and secrets' region
 * @param defaultZone zone of a node whose group names none
 * @param keyPair name of the EC2 key pair of the nodes
 * @param securityGroup name of the nodes' security group: the controller looks it up by name
 * @param vpcName value of the VPC's tag {@code Name}, by which the controller finds it
 * @param operationTimeout longest time of one call of EC2. Default: 200 seconds, the vendor's own value
 * @param faultZoneBlock how long a zone in which a launch failed is left alone. Default: an hour, the vendor's own value
 */
@RecordBuilder
public record AwsController(
        BootText region,
        BootText defaultZone,
        BootText keyPair,
        BootText securityGroup,
        BootText vpcName,
        Duration operationTimeout,
        Duration faultZoneBlock)
        implements CloudController {
    public AwsController {
        requireNonNull(region, "region");
        requireNonNull(defaultZone, "defaultZone");
        requireNonNull(keyPair, "keyPair");
        requireNonNull(securityGroup, "securityGroup");
        requireNonNull(vpcName, "vpcName");
        operationTimeout = operationTimeout == null ? Duration.ofSeconds(200) : operationTimeout;
        faultZoneBlock = faultZoneBlock == null ? Duration.ofHours(1) : faultZoneBlock;
    }

    /** Returns a builder; the times have defaults. */
    public static AwsControllerBuilder builder() {
        return AwsControllerBuilder.builder();
    }

    @Override
    public BootCarrier carrier() {
        return BootCarrier.EC2_USER_DATA;
    }

    @Override
    public String adapter() {
        return "aws";
    }

    @Override
    public Map<String, BootText> place() {
        return Map.of("region", region);
    }

    @Override
    public Optional<Guard> guard(Guard asked) {
        return Optional.of(asked);
    }

    @Override
    public Map<String, BootText> properties() {
        var properties = new LinkedHashMap<String, BootText>();
        properties.put("aws.defaultzone", defaultZone);
        properties.put("aws.operationTimeoutMilliseconds", BootText.millis(operationTimeout));
        properties.put("aws.ec2KeyPairName", keyPair);
        properties.put("aws.ec2SecurityGroup", securityGroup);
        // Found by name: the account's default VPC, if there is one, is another.
        properties.put("aws.defaultVPC", BootText.of("false"));
        properties.put("aws.vpcName", vpcName);
        properties.put("aws.faultZoneBlockMilliseconds", BootText.millis(faultZoneBlock));
        return properties;
    }

    @Override
    public Map<String, String> optionalSecrets() {
        var secrets = new LinkedHashMap<String, String>();
        secrets.put("aws.accessKey", "accessKey");
        secrets.put("aws.accessSecret", "accessSecret");
        return secrets;
    }
}
