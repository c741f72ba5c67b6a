package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.test.Template.Resource;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a template promises of its servers: how each of them is made. */
class ServersTest {
    private static final String CASES = "io.streamfleet.test.Shipped#aws";
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("metadata by version 2 alone, one hop away, with tags")
    void servers_metadata_isVersionTwo(Case each) {
        JsonNode options = server(each).property("LaunchTemplateData", "MetadataOptions");

        assertThat(options.path("HttpTokens").asText()).isEqualTo("required");
        assertThat(options.path("HttpPutResponseHopLimit").asInt()).isEqualTo(1);
        assertThat(options.path("HttpEndpoint").asText()).isEqualTo("enabled");
        assertThat(options.path("InstanceMetadataTags").asText()).isEqualTo("enabled");
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("one disk: the image's root device, encrypted gp3 of at least 16 GiB")
    void servers_disk_isEncrypted(Case each) {
        List<JsonNode> disks = Template.items(server(each).property("LaunchTemplateData", "BlockDeviceMappings"));

        assertThat(disks).singleElement().satisfies(disk -> {
            assertThat(disk.path("DeviceName").asText()).startsWith("/dev/");
            assertThat(disk.path("Ebs").path("Encrypted").asBoolean()).isTrue();
            assertThat(disk.path("Ebs").path("VolumeType").asText()).isEqualTo("gp3");
            assertThat(disk.path("Ebs").path("VolumeSize").asInt())
                    .isGreaterThanOrEqualTo(16)
                    .isEqualTo(tier(each).tier().diskGib());
        });
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("detailed monitoring, which alarms of one minute need")
    void servers_monitoring_isDetailed(Case each) {
        assertThat(server(each)
                        .property("LaunchTemplateData", "Monitoring", "Enabled")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("no public address, unless asked for")
    void servers_address_isPrivate(Case each) {
        List<JsonNode> interfaces = Template.items(server(each).property("LaunchTemplateData", "NetworkInterfaces"));

        assertThat(interfaces).singleElement().satisfies(card -> assertThat(
                        card.path("AssociatePublicIpAddress").asBoolean(true))
                .isEqualTo(tier(each).tier().publicAddress()));
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("never Spot: a session lasts as long as its server")
    void servers_market_isNotSpot(Case each) {
        assertThat(server(each)
                        .property("LaunchTemplateData", "InstanceMarketOptions")
                        .isMissingNode())
                .isTrue();
        assertThat(group(each).property("MixedInstancesPolicy").isMissingNode()).isTrue();
        assertThat(group(each).property("MaxInstanceLifetime").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(CASES)
    @DisplayName("user data within EC2's 16 KB, with references left for CloudFormation alone")
    void servers_userData_fits(Case each) {
        String text = server(each).text("LaunchTemplateData", "UserData");

        BootDocumentText unpacked = BootDocumentText.ofUserData(text);

        assertThat(text).startsWith("#cloud-config\n");
        assertThat(text.length()).isLessThan(16_384);
        assertThat(unpacked.document()).doesNotContainPattern("@@[A-Z]");
        assertThat(unpacked.files())
                .isNotEmpty()
                .allSatisfy((path, content) ->
                        assertThat(content).as(path).isNotBlank().doesNotContainPattern("@@[A-Z]"));
    }

    @Test
    @DisplayName("an image by SSM parameter is resolved when the stack is deployed, not here")
    void image_byParameter_isAReference() {
        Template template = Shipped.aws("red5-aws-existing").template();
        String parameter = template.only("AWS::EC2::LaunchTemplate")
                .property("LaunchTemplateData", "ImageId", "Ref")
                .asText();
        assertThat(template.json()
                        .path("Parameters")
                        .path(parameter)
                        .path("Default")
                        .asText())
                .isEqualTo("/corp/stream-manager/image");
        assertThat(server(Shipped.aws("red5-aws")).text("LaunchTemplateData", "ImageId"))
                .isEqualTo("ami-0123456789abcdef0");
    }

    private static TierPlan tier(Case each) {
        return each.plan().tiers().get(0);
    }

    private static Resource server(Case each) {
        return each.template().only("AWS::EC2::LaunchTemplate");
    }

    private static Resource group(Case each) {
        return each.template().only(GROUP);
    }
}
