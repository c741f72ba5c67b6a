package io.streamfleet.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.test.provider.Canary;
import io.streamfleet.test.provider.OfflineTerraform;
import io.streamfleet.test.provider.SentSecret;
import io.streamfleet.test.provider.TerraformCommand.Result;
import io.streamfleet.test.provider.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
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
 * Holds that Terraform with the tests' own provider goes from nothing to everything and back, and that it refuses what is
 * wrong: otherwise a stack that it takes would show nothing.
 */
class OfflineTerraformTest {
    private OfflineTerraform terraform;

    @BeforeAll
    static void needsTerraform() {
        Terraform.needed();
    }

    @BeforeEach
    void start() {
        terraform = Terraform.start("offline-terraform");
    }

    @AfterEach
    void stop() {
        terraform.close();
    }

    @Test
    @DisplayName("a right stack is taken up and down, and a second plan is empty")
    void stack_thatIsRight_isMadeAndTakenDown() {
        Workspace stack = stack(template -> {});

        stack.init().orFail();
        assertThat(stack.validate()).isEqualTo(Json.parse("""
                {"format_version": "1.0", "valid": true, "error_count": 0, "warning_count": 0, "diagnostics": []}"""));
        assertThat(stack.plan().orFail().out()).contains("Plan: 4 to add, 0 to change, 0 to destroy.");
        assertThat(stack.apply().orFail().out()).contains("address = \"203.0.113.");
        assertThat(stack.planAgain().orFail().out()).contains("No changes.");
        assertThat(stack.destroy().orFail().out()).contains("Destroy complete! Resources: 4 destroyed.");
        assertThat(Json.parse(stack.state()).path("resources")).isEmpty();
    }

    @Test
    @DisplayName("the secret reaches the database, and neither plan nor state")
    void secret_ofTheTier_isSentAndNotWritten() {
        Workspace stack = stack(template -> {});

        stack.init().orFail();
        stack.plan().orFail();
        String planned = stack.plannedChanges();
        stack.apply().orFail();

        assertThat(terraform.sent())
                .containsExactly(new SentSecret("google_sql_user", "password_wo", Canary.of("databasePassword")));
        assertThat(planned).contains("google_sql_user").doesNotContain(Canary.MARK);
        assertThat(stack.written()).isNotEmpty().noneMatch(text -> text.contains(Canary.MARK));
        assertThat(stack.written()).anyMatch(text -> text.contains("\"password_wo_version\": 1"));
    }

    @Test
    @DisplayName("a change of the description is planned as a change, not as nothing")
    void secondPlan_ofAnotherDescription_isNotEmpty() {
        Workspace stack = stack(template -> {});
        stack.init().orFail();
        stack.plan().orFail();
        stack.apply().orFail();

        Workspace changed =
                stack(template -> resource(template, "google_sql_user", "User").put("password_wo_version", 2));

        assertThat(changed.planAgain().status()).isEqualTo(2);
    }

    @Test
    @DisplayName("a change that the real provider makes by another resource is planned so")
    void secondPlan_ofAnotherName_replaces() {
        Workspace stack = stack(template -> {});
        stack.init().orFail();
        stack.plan().orFail();
        stack.apply().orFail();

        Workspace changed = stack(template ->
                resource(template, "google_compute_firewall", "Health").put("name", "live-probes"));

        assertThat(changed.planAgain().out())
                .contains("google_compute_firewall.Health must be replaced", "1 to add, 0 to change, 1 to destroy");
    }

    @Test
    @DisplayName("the graph tells what waits for what, also over others")
    void graph_ofDependencies_isFollowed() {
        Workspace stack = stack(template -> {});
        stack.init().orFail();

        assertThat(stack.graph().before("google_sql_user.User"))
                .containsExactlyInAnyOrder(
                        "ephemeral.google_secret_manager_secret_version.secret",
                        "google_sql_database_instance.Database",
                        "google_compute_network.Network");
        assertThat(stack.graph().before("google_compute_network.Network")).isEmpty();
    }

    @Test
    @DisplayName("prevent_destroy stops a take-down before anything is gone")
    void fails_destroyOfWhatIsProtected_nothingIsGone() {
        Workspace stack = stack(template -> resource(template, "google_sql_database_instance", "Database")
                .putObject("lifecycle")
                .put("prevent_destroy", true));
        stack.init().orFail();
        stack.plan().orFail();
        stack.apply().orFail();

        Result refused = stack.destroy();

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("Instance cannot be destroyed");
        assertThat(Json.parse(stack.state()).path("resources")).hasSize(4);
    }

    @Test
    @DisplayName("the provider's own protection, which is its default, stops a take-down")
    void fails_destroyOfDatabaseThatDoesNotSay_isRefused() {
        Workspace stack = stack(template ->
                resource(template, "google_sql_database_instance", "Database").remove("deletion_protection"));
        stack.init().orFail();
        stack.plan().orFail();
        stack.apply().orFail();

        assertThat(stack.destroy().err()).contains("deletion_protection is true");
    }

    @Test
    @DisplayName("two resources of one name are refused when they are made")
    void fails_applyOfNameThatIsTaken_isRefused() {
        Workspace stack = stack(template -> {
            ObjectNode networks = (ObjectNode) template.path("resource").path("google_compute_network");
            networks.set("Second", networks.path("Network").deepCopy());
        });
        stack.init().orFail();
        stack.plan().orFail();

        assertThat(stack.apply().err()).contains("google_compute_network 'live' already exists");
    }

    @Test
    @DisplayName("what another resource uses is not deleted to be made anew")
    void fails_applyOfReplacementWhileInUse_isRefused() {
        Workspace stack = stack(template -> {});
        stack.init().orFail();
        stack.plan().orFail();
        stack.apply().orFail();

        Workspace changed = stack(template -> {
            resource(template, "google_compute_network", "Network").put("description", "another");
            resource(template, "google_compute_firewall", "Health")
                    .put("network", "projects/my-project/global/compute_network/live")
                    .putArray("depends_on")
                    .add("google_compute_network.Network");
        });
        changed.plan().orFail();

        assertThat(changed.apply().err())
                .contains("google_compute_network 'live' is in use by google_compute_firewall 'live-health'");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("an attribute that is not of the schema", "Extraneous JSON object property", template -> {
                    resource(template, "google_compute_network", "Network").put("enable_flow_logs", true);
                }),
                wrong("a required attribute that is missing", "Missing required argument", template -> {
                    resource(template, "google_compute_network", "Network").remove("name");
                }),
                wrong("a required block that is missing", "Insufficient disk blocks", template -> {
                    resource(template, "google_compute_region_instance_template", "Template")
                            .put("machine_type", "e2-small");
                }),
                wrong("two blocks where one is allowed", "Too many settings blocks", template -> {
                    ObjectNode database = resource(template, "google_sql_database_instance", "Database");
                    JsonNode settings = database.path("settings");
                    database.putArray("settings").add(settings).add(settings);
                }),
                wrong(
                        "a value of a wrong type",
                        "Inappropriate value for attribute \"auto_create_subnetworks\"",
                        template -> {
                            resource(template, "google_compute_network", "Network")
                                    .put("auto_create_subnetworks", "perhaps");
                        }),
                wrong(
                        "a value that the cloud gives, set by hand",
                        "self_link: is given by the cloud alone",
                        template -> {
                            resource(template, "google_compute_network", "Network")
                                    .put("self_link", "mine");
                        }),
                wrong("a type that has no schema", "Invalid resource type", template -> {
                    resource(template, "google_compute_nothing", "Nothing").put("name", "live");
                }),
                wrong("a reference to nothing", "Reference to undeclared resource", template -> {
                    resource(template, "google_compute_firewall", "Health")
                            .put("network", "${google_compute_network.Other.id}");
                }),
                wrong("a reference to an attribute that is not there", "Unsupported attribute", template -> {
                    resource(template, "google_compute_firewall", "Health")
                            .put("network", "${google_compute_network.Network.link}");
                }),
                wrong("a secret in an ordinary attribute", "Invalid use of ephemeral value", template -> {
                    ObjectNode user = resource(template, "google_sql_user", "User");
                    user.set("password", user.remove("password_wo"));
                    user.remove("password_wo_version");
                }),
                wrong("a secret in an output", "Ephemeral value not allowed", template -> {
                    ((ObjectNode) template.path("output").path("address"))
                            .put("value", "${ephemeral.google_secret_manager_secret_version.secret.secret_data}");
                }),
                wrong("a cycle", "Cycle: ", template -> {
                    resource(template, "google_compute_network", "Network")
                            .putArray("depends_on")
                            .add("google_sql_user.User");
                }),
                wrong("what the real provider refuses by itself", "must have exactly one of allow, deny", template -> {
                    ObjectNode firewall = resource(template, "google_compute_firewall", "Health");
                    firewall.set("deny", firewall.path("allow"));
                }),
                wrong(
                        "a version of the write-only attribute that is missing",
                        "needs password_wo_version as well",
                        template -> {
                            resource(template, "google_sql_user", "User").remove("password_wo_version");
                        }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    @DisplayName("what is wrong is refused")
    void fails_stackThatIsWrong_isRefused(String what, String said, Consumer<JsonNode> spoil) {
        Workspace stack = stack(spoil);

        stack.init().orFail();
        JsonNode validated = stack.validate();

        assertThat(validated.path("valid").asBoolean()).as(what).isFalse();
        assertThat(validated.path("diagnostics").toString()).contains(said.replace("\"", "\\\""));
    }

    @Test
    @DisplayName("a provider that is not served is not looked for on a network")
    void fails_stackOfAnotherProvider_initEnds() {
        Workspace stack =
                stack(template -> ((ObjectNode) template.path("terraform").path("required_providers"))
                        .putObject("random")
                        .put("source", "hashicorp/random"));

        assertThat(stack.init().err()).contains("hashicorp/random", "connection refused");
    }

    private static Arguments wrong(String what, String said, Consumer<JsonNode> spoil) {
        return Arguments.of(what, said, spoil);
    }

    private static ObjectNode resource(JsonNode template, String type, String id) {
        return ((ObjectNode) template.path("resource")).withObjectProperty(type).withObjectProperty(id);
    }

    private Workspace stack(Consumer<JsonNode> change) {
        try (InputStream file = OfflineTerraformTest.class.getResourceAsStream("database.tf.json")) {
            JsonNode template = Json.parse(new String(file.readAllBytes(), UTF_8));
            change.accept(template);
            return terraform.workspace("database", template.toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
