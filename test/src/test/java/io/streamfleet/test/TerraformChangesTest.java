package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.test.provider.Canary;
import io.streamfleet.test.provider.OfflineTerraform;
import io.streamfleet.test.provider.SentSecret;
import io.streamfleet.test.provider.TerraformCommand.Result;
import io.streamfleet.test.provider.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changes a deployment that is there, by changed descriptions: what is replaced, in an order that leaves nothing in use
 * behind, and never a group of servers, a database or an address.
 */
class TerraformChangesTest {
    private static TerraformCase shipped;
    private static String description;
    private static String state;

    private OfflineTerraform terraform;

    @BeforeAll
    static void deploy() {
        Terraform.needed();
        shipped = Shipped.google("red5-google-scheduled");
        description = Project.read(shipped.file());
        try (OfflineTerraform first = Terraform.start("terraform-changes")) {
            Workspace deployed = first.workspace(
                    shipped.plan().name(), Project.read(shipped.folder().resolve("cdk.tf.json")));
            deployed.init().orFail();
            deployed.plan().orFail();
            deployed.apply().orFail();
            state = deployed.state();
        }
    }

    @BeforeEach
    void start() {
        terraform = Terraform.start("terraform-changes");
    }

    @AfterEach
    void stop() {
        terraform.close();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        "another image",
                        "name: red5pro-stream-manager-11",
                        "name: red5pro-stream-manager-12",
                        List.of("google_compute_region_instance_template")),
                Arguments.of(
                        "another machine type",
                        "machineType: n2-standard-4",
                        "machineType: n2-standard-8",
                        List.of("google_compute_region_instance_template")),
                Arguments.of(
                        "labels",
                        "cloud: google",
                        "cloud: google\ntags: { team: match }",
                        List.of("google_compute_region_instance_template")),
                Arguments.of(
                        "another domain",
                        "domain: match.example.com",
                        "domain: final.example.com",
                        List.of(
                                "google_compute_managed_ssl_certificate",
                                "google_dns_managed_zone",
                                "google_dns_record_set",
                                "google_dns_record_set")),
                Arguments.of(
                        "a reserved address in place of its own",
                        "maxRatePerServer: 500",
                        "maxRatePerServer: 500\n  address: 203.0.113.20",
                        List.of(
                                "google_compute_global_forwarding_rule",
                                "google_compute_global_forwarding_rule",
                                "-google_compute_global_address")),
                Arguments.of("larger groups", "max: 12", "max: 20", List.of()),
                Arguments.of("a new password", "passwordVersion: 3", "passwordVersion: 4", List.of()),
                Arguments.of("shorter sessions", "sessionTimeout: 12h", "sessionTimeout: 6h", List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    @DisplayName("a change replaces what it must, and nothing else; afterwards nothing is left to do")
    void apply_ofChange_replacesWhatItMust(String what, String old, String changed, List<String> replaced) {
        Workspace next = changedTo(old, changed);
        next.plan().orFail();

        assertThat(replacedBy(next)).containsExactlyInAnyOrderElementsOf(replaced);
        next.apply().orFail();
        assertThat(next.planAgain().status()).isZero();
    }

    @Test
    @DisplayName("another password is sent to the database when its version changes")
    void apply_ofNewPasswordVersion_sendsItAgain() {
        Workspace next = changedTo("passwordVersion: 3", "passwordVersion: 4");
        next.plan().orFail();
        next.apply().orFail();

        assertThat(terraform.sent())
                .containsExactly(new SentSecret("google_sql_user", "password_wo", Canary.of("databasePassword")));
    }

    @Test
    @DisplayName("other zones would end sessions: the plan fails, and nothing is touched")
    void fails_planOfOtherZones_nothingIsTouched() {
        Workspace next = changedTo("europe-west3-b, europe-west3-c]", "europe-west3-b]");
        List<String> before = TerraformRun.addresses(next);

        Result refused = next.plan();

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .contains("Instance cannot be destroyed", "google_compute_region_instance_group_manager.");
        assertThat(TerraformRun.addresses(next)).isEqualTo(before);
    }

    private Workspace changedTo(String old, String changed) {
        assertThat(description).contains(old);
        Workspace next = terraform.workspace(
                shipped.plan().name(),
                TerraformRun.synth("changed-description", description.replace(old, changed), shipped));
        next.writeState(state);
        next.init().orFail();
        return next;
    }

    /** Returns the types of what would be replaced; what would be deleted alone is named with a minus. */
    private static List<String> replacedBy(Workspace next) {
        List<String> replaced = new ArrayList<>();
        for (JsonNode change : Json.parse(next.plannedChanges()).path("resource_changes")) {
            String actions = change.path("change").path("actions").toString();
            if (actions.contains("delete")) {
                replaced.add((actions.contains("create") ? "" : "-")
                        + change.path("type").asText());
            }
        }
        return replaced;
    }
}
