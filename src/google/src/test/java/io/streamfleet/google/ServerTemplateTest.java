package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.boot.BootText;
import io.streamfleet.core.boot.CloudValue;
import io.streamfleet.terraform.Synth;
import io.streamfleet.terraform.TerraformText;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTemplateTest {
    private static final String TYPE = "google_compute_region_instance_template";

    @Test
    void template_byDefault_isShieldedPrivateAndOfItsOwnAccount() {
        Synth synth = synth(props -> props.labels(Map.of("team", "video")));

        assertThat(synth.only(TYPE)).isEqualTo(Synth.json("""
                        {"name_prefix": "live-stream-manager-us-central1-", "region": "us-central1",
                         "machine_type": "n1-standard-2",
                         "disk": [{"boot": true, "auto_delete": true, "source_image": "global/images/sm-11",
                                   "disk_size_gb": 16, "disk_type": "pd-balanced", "labels": {"team": "video"}}],
                         "network_interface":
                            [{"subnetwork": "${google_compute_subnetwork.Network/Subnetwork-us-central1.id}"}],
                         "service_account": {"email": "${google_service_account.ServerTemplate/Identity/Account.email}",
                                             "scopes": ["https://www.googleapis.com/auth/cloud-platform"]},
                         "shielded_instance_config": {"enable_secure_boot": true, "enable_vtpm": true,
                                                      "enable_integrity_monitoring": true},
                         "metadata": {"block-project-ssh-keys": "TRUE", "enable-oslogin": "TRUE"},
                         "labels": {"team": "video"},
                         "lifecycle": {"create_before_destroy": true}}"""));
        assertThat(synth.only("google_service_account")).isEqualTo(Synth.json("""
                        {"account_id": "live-stream-manager", "display_name": "Servers of live-stream-manager"}"""));
        assertThat(synth.json().at("/resource").fieldNames())
                .toIterable()
                .as("an account that may do nothing yet")
                .noneMatch(type -> type.contains("iam"));
    }

    @Test
    void template_withPublicAddress_hasOne() {
        assertThat(synth(props -> props.publicAddress(true)).only(TYPE).at("/network_interface/0/access_config"))
                .isEqualTo(Synth.json("[{\"network_tier\": \"PREMIUM\"}]"));
    }

    @Test
    void template_startupScript_standsInMetadataAsItWasEscaped() {
        BootText script = BootText.of("echo ${HOME} %{x} ").plus(BootText.of(new CloudValue("databaseHost", 15)));
        Synth synth = synth(props -> props.startupScript(TerraformText.of(script, value -> "${local.host}")));

        assertThat(synth.only(TYPE).at("/metadata/startup-script").asText())
                .isEqualTo("echo $${HOME} %%{x} ${local.host}");
    }

    @Test
    void template_givenIdentity_createsNone() {
        Synth synth = synth(props -> props.identity(ServerIdentity.fromEmail("sm@a-project.iam.gserviceaccount.com")));

        assertThat(synth.all("google_service_account")).isEmpty();
        assertThat(synth.only(TYPE).at("/service_account/email").asText())
                .isEqualTo("sm@a-project.iam.gserviceaccount.com");
    }

    @ParameterizedTest
    @CsvSource({
        "n1-standard-2, pd-balanced",
        "n2d-standard-4, pd-balanced",
        "c3-standard-8, pd-balanced",
        "n4-standard-2, hyperdisk-balanced",
        "c4a-standard-2, hyperdisk-balanced"
    })
    void template_disk_isOneThatTheMachineTakes(String machineType, String diskType) {
        assertThat(synth(props -> props.machineType(machineType))
                        .only(TYPE)
                        .at("/disk/0/disk_type")
                        .asText())
                .isEqualTo(diskType);
    }

    @Test
    void template_longName_keepsItsPrefixWithinTheLimit() {
        Synth synth = synth(props ->
                props.name("a-name-of-22-character-stream-manager").identity(ServerIdentity.fromEmail("a@b.example")));

        assertThat(synth.only(TYPE).at("/name_prefix").asText())
                .hasSizeLessThanOrEqualTo(54)
                .matches("a-name-of-22-character-stream-manager-us-cen-[0-9a-f]{8}-|"
                        + "a-name-of-22-character-stream-manager-us-central1-");
    }

    @Test
    void image_ofEachKind_isWhatAnInstanceTemplateTakes() {
        assertThat(imageOf(ServerImage.fromId("projects/p/global/images/i"))).isEqualTo("projects/p/global/images/i");
        assertThat(imageOf(ServerImage.fromName("sm-11", "images"))).isEqualTo("projects/images/global/images/sm-11");
        assertThat(imageOf(ServerImage.fromFamily("sm"))).isEqualTo("global/images/family/sm");
        assertThat(imageOf(ServerImage.fromFamily("sm", "images")))
                .isEqualTo("projects/images/global/images/family/sm");
    }

    @Test
    void image_fromDisk_isMadeBeforeTheOldOneGoes() {
        Synth synth = synth(props -> props.image(ServerImage.fromDisk("projects/p/zones/us-central1-a/disks/sm-11"))
                .labels(Map.of("team", "video")));

        assertThat(synth.only("google_compute_image")).isEqualTo(Synth.json("""
                        {"name": "live-stream-manager-%s", "labels": {"team": "video"},
                         "source_disk": "projects/p/zones/us-central1-a/disks/sm-11",
                         "lifecycle": {"create_before_destroy": true}}""".formatted(hashIn(synth))));
        assertThat(synth.only(TYPE).at("/disk/0/source_image").asText())
                .isEqualTo("${google_compute_image.ServerTemplate/Image.self_link}");
    }

    @Test
    void image_ofAnotherSource_hasAnotherName() {
        Synth one = synth(props -> props.image(ServerImage.fromSnapshot("projects/p/global/snapshots/sm-11")));
        Synth other = synth(props -> props.image(ServerImage.fromSnapshot("projects/p/global/snapshots/sm-12")));

        assertThat(one.only("google_compute_image").at("/source_snapshot").asText())
                .isEqualTo("projects/p/global/snapshots/sm-11");
        assertThat(hashIn(one)).isNotEqualTo(hashIn(other));
    }

    @Test
    void fails_image_otherForms() {
        assertThatThrownBy(() -> ServerImage.fromName("SM"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "image: got SM, must be 1 to 63 lower-case letters, digits and hyphens, a letter first and no"
                                + " hyphen last");
        assertThatThrownBy(() -> ServerImage.fromName("sm", "${x}"))
                .hasMessage("image: got the project ${x}, must be a project's id");
        assertThatThrownBy(() -> ServerImage.fromDisk("sm-11"))
                .hasMessage("image: got sm-11, must be a disk's path, projects/PROJECT/zones/ZONE/disks/NAME");
        assertThatThrownBy(() -> ServerImage.fromSnapshot("sm-11"))
                .hasMessage("image: got sm-11, must be a snapshot's path, projects/PROJECT/global/snapshots/NAME");
    }

    @Test
    void fails_props_nothingGiven() {
        assertThatThrownBy(() -> ServerTemplateProps.builder().build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        image: must be given
                        machineType: must be given
                        name: must be given
                        network: must be given
                        region: must be given""");
    }

    @Test
    void fails_props_outsideTheLimits() {
        GoogleSynth.of(stack -> assertThatThrownBy(() -> ServerSamples.template(ServerSamples.network(stack))
                        .name("a-name-that-no-service-account-can-have")
                        .diskGib(8)
                        .startupScript("x".repeat(262_145))
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        diskGib: got 8, must be 16 to 65536
                        identity: got none beside a name of 39 characters, must be given, or a name of 6 to 30, which a \
                        service account can have too
                        startupScript: got 262145 bytes, must be at most 262144; move what is large into the image"""));
    }

    @Test
    void fails_identity_nameOutsideTheLimits() {
        assertThatThrownBy(() -> ServerIdentityProps.builder().name("short").build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage(
                        "name: got short, must be 6 to 30 lower-case letters, digits and hyphens, a letter first and no"
                                + " hyphen last");
    }

    @Test
    void letRead_aSecret_isThatSecretAlone() {
        Synth synth = GoogleSynth.of(stack -> {
            var identity = new ServerIdentity(
                    stack,
                    "Identity",
                    ServerIdentityProps.builder().name("live-server").build());
            identity.letRead("TierSecret", "live-stream-manager");
            assertThat(identity.permissions()).hasSize(1);
        });

        assertThat(synth.only("google_secret_manager_secret_iam_member")).isEqualTo(Synth.json("""
                        {"secret_id": "live-stream-manager", "role": "roles/secretmanager.secretAccessor",
                         "member": "${google_service_account.Identity/Account.member}"}"""));
    }

    private static String imageOf(ServerImage image) {
        return synth(props -> props.image(image))
                .only(TYPE)
                .at("/disk/0/source_image")
                .asText();
    }

    private static String hashIn(Synth synth) {
        String name = synth.only("google_compute_image").at("/name").asText();
        assertThat(name).matches("live-stream-manager-[0-9a-f]{8}");
        return name.substring(name.length() - 8);
    }

    private static Synth synth(UnaryOperator<ServerTemplatePropsBuilder> change) {
        return GoogleSynth.of(stack -> new ServerTemplate(
                stack,
                "ServerTemplate",
                change.apply(ServerSamples.template(ServerSamples.network(stack)))
                        .build()));
    }
}
