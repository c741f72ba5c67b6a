package io.streamfleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.iam.Role;

class ServerTemplateTest {
    private static Synth plain;
    private static Synth special;

    @BeforeAll
    static void synthesise() {
        plain = Synth.of(stack -> new ServerTemplate(
                stack,
                "Template",
                ServerTemplateProps.builder()
                        .name("live-stream-manager")
                        .network(TestNetwork.in(stack))
                        .image(ServerImage.fromId("ami-0123456789abcdef0"))
                        .instanceType("c5.large")
                        .userData("#!/bin/sh\necho " + Aws.REGION + "\n")
                        .tags(Map.of("streamfleet:name", "live"))
                        .build()));
        special = Synth.of(stack -> new ServerTemplate(
                stack,
                "Template",
                ServerTemplateProps.builder()
                        .name("live-stream-manager")
                        .network(TestNetwork.in(stack))
                        .image(ServerImage.fromParameter("/live/stream-manager/image"))
                        .instanceType("c5.large")
                        .rootDevice("/dev/xvda")
                        .diskGib(40)
                        .publicAddress(true)
                        .keyPair("ops")
                        .securityGroup(SecurityGroup.fromSecurityGroupId(stack, "Theirs", "sg-0123456789abcdef0"))
                        .role(Role.fromRoleName(stack, "TheirRole", "servers"))
                        .build()));
    }

    @Test
    void template_metadata_answersVersionTwoOneHopAwayWithTags() {
        assertThat(data(plain).get("MetadataOptions"))
                .isEqualTo(Map.of(
                        "HttpEndpoint", "enabled",
                        "HttpPutResponseHopLimit", 1,
                        "HttpTokens", "required",
                        "InstanceMetadataTags", "enabled"));
    }

    @Test
    void template_disk_isTheEncryptedRootDisk() {
        assertThat(data(plain).get("BlockDeviceMappings"))
                .isEqualTo(List.of(Map.of(
                        "DeviceName",
                        "/dev/sda1",
                        "Ebs",
                        Map.of(
                                "DeleteOnTermination",
                                true,
                                "Encrypted",
                                true,
                                "VolumeSize",
                                16,
                                "VolumeType",
                                "gp3"))));
        assertThat(data(special).get("BlockDeviceMappings").toString()).contains("/dev/xvda", "VolumeSize=40");
    }

    @Test
    void template_monitoring_isByTheMinute() {
        assertThat(data(plain).get("Monitoring")).isEqualTo(Map.of("Enabled", true));
    }

    @Test
    void template_address_isPublicOnlyWhereAsked() {
        assertThat(data(plain).get("NetworkInterfaces").toString()).contains("AssociatePublicIpAddress=false");
        assertThat(data(special).get("NetworkInterfaces").toString()).contains("AssociatePublicIpAddress=true");
    }

    @Test
    void template_userData_isEncodedOnceWithItsTokens() {
        assertThat(data(plain).get("UserData"))
                .isEqualTo(Map.of(
                        "Fn::Base64",
                        Map.of(
                                "Fn::Join",
                                List.of("", List.of("#!/bin/sh\necho ", Map.of("Ref", "AWS::Region"), "\n")))));
    }

    @Test
    void template_tags_areOnServersAndDisks() {
        List<Map<String, String>> tags = List.of(
                Map.of("Key", "Name", "Value", "live-stream-manager"),
                Map.of("Key", "streamfleet:name", "Value", "live"));
        assertThat(data(plain).get("TagSpecifications"))
                .isEqualTo(List.of(
                        Map.of("ResourceType", "instance", "Tags", tags),
                        Map.of("ResourceType", "volume", "Tags", tags)));
    }

    @Test
    void template_withoutKeyPair_letsSessionManagerInAndNothingMore() {
        assertThat(data(plain)).doesNotContainKey("KeyName");
        assertThat(plain.only("AWS::IAM::Policy").get("PolicyDocument").toString())
                .contains("ssmmessages:OpenDataChannel")
                .doesNotContain("ssm:Get");
        assertThat(plain.only("AWS::IAM::Role")).doesNotContainKey("ManagedPolicyArns");
    }

    @Test
    void template_withKeyPair_leavesTheRoleAlone() {
        assertThat(data(special)).containsEntry("KeyName", "ops");
        assertThat(special.types()).doesNotContain("AWS::IAM::Policy", "AWS::IAM::Role", "AWS::EC2::SecurityGroup");
        assertThat(special.only("AWS::IAM::InstanceProfile")).containsEntry("Roles", List.of("servers"));
    }

    @Test
    void image_ofAParameter_isReadAtEachDeploymentAndNeverAtLaunch() {
        assertThat(special.template().get("Parameters").toString())
                .contains("Default=/live/stream-manager/image")
                .contains("Type=AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>");
        assertThat(data(special).get("ImageId").toString()).startsWith("{Ref=").doesNotContain("resolve:");
        assertThat(special.looksUp()).isFalse();
    }

    @Test
    void fails_props_everythingWrongAtOnce() {
        assertThatThrownBy(() -> ServerTemplateProps.builder()
                        .rootDevice("sda1")
                        .diskGib(15)
                        .userData("x".repeat(16_385))
                        .tags(Map.of("cost center", "7"))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        diskGib: got 15, must be 16 to 16384
                        image: must be given
                        instanceType: must be given
                        name: must be given
                        network: must be given
                        rootDevice: got sda1, must be a device, such as /dev/sda1 or /dev/xvda
                        tags: got the key "cost center", must be keys of letters, digits and +-=.,_:@, which the servers' metadata carries; rename it
                        userData: got 16385 bytes, must be at most 16384; move what is large into the image""");
    }

    @Test
    void fails_props_nameThatEc2TakesInNoDescription() {
        assertThatThrownBy(() -> ServerTemplateProps.builder()
                        .name("live's {{resolve:x}}")
                        .build())
                .hasMessageContaining("name: got live's {{resolve:x}}, must be up to 128 letters, digits, spaces and"
                        + " ._:/=+@-, a letter or digit first");
    }

    @Test
    void fails_image_withoutAName() {
        assertThatThrownBy(() -> ServerImage.fromParameter("/live//image"))
                .hasMessage("name: got /live//image, must be the name of an SSM parameter, such as"
                        + " /live/stream-manager/image");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Synth synth) {
        return (Map<String, Object>) synth.only("AWS::EC2::LaunchTemplate").get("LaunchTemplateData");
    }
}
