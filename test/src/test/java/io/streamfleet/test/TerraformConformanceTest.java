package io.streamfleet.test;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.test.provider.Canary;
import io.streamfleet.test.provider.Graph;
import io.streamfleet.test.provider.SentSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes every shipped description for Google Cloud up and down with the real {@code terraform}, against a provider that
 * serves the real one's schemas: what passes is schema-valid. It is not known to be deployable, since no cloud is asked.
 */
class TerraformConformanceTest {
    private static Map<TerraformCase, TerraformRun> runs;

    @BeforeAll
    static void runAll() {
        Terraform.needed();
        Map<TerraformCase, String> unprotected =
                Shipped.google().stream().collect(toMap(each -> each, TerraformRun::unprotected));
        runs = Shipped.google().parallelStream()
                .collect(toMap(each -> each, each -> TerraformRun.of(each, unprotected.get(each))));
    }

    static List<TerraformCase> shipped() {
        return Shipped.google();
    }

    static Stream<TerraformCase> isProtected() {
        return Shipped.google().stream().filter(each -> each.plan().spec().protect());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    @DisplayName("terraform validate has nothing to say, not even a warning")
    void validate_shipped_saysNothing(TerraformCase shipped) {
        assertThat(runs.get(shipped).validated()).isEqualTo(Json.parse("""
                {"format_version": "1.0", "valid": true, "error_count": 0, "warning_count": 0, "diagnostics": []}"""));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    @DisplayName("the plan makes every resource that was emitted, and does nothing else")
    void plan_ofNothing_makesEveryResource(TerraformCase shipped) {
        List<String> changes = new ArrayList<>();
        for (JsonNode change : runs.get(shipped).planned().path("resource_changes")) {
            changes.add(change.path("address").asText() + " "
                    + change.path("change").path("actions"));
        }

        assertThat(changes)
                .containsExactlyInAnyOrderElementsOf(shipped.stack().resources().stream()
                        .map(each -> each.address() + " [\"create\"]")
                        .toList());
        assertThat(runs.get(shipped).made())
                .containsExactlyElementsOf(shipped.stack().resources().stream()
                        .map(Stack.Resource::address)
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    @DisplayName("a second plan is empty")
    void plan_ofWhatIsThere_isEmpty(TerraformCase shipped) {
        assertThat(runs.get(shipped).second().status())
                .as(runs.get(shipped).second().out())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    @DisplayName("the database's password is sent, and stands in no plan, no state, no message")
    void secrets_ofTheTier_areSentAndNotWritten(TerraformCase shipped) {
        TerraformRun run = runs.get(shipped);
        boolean createsDatabase = !shipped.stack().all("google_sql_user").isEmpty();

        assertThat(run.sent())
                .isEqualTo(
                        createsDatabase
                                ? List.of(
                                        new SentSecret("google_sql_user", "password_wo", Canary.of("databasePassword")))
                                : List.of());
        assertThat(run.written()).hasSizeGreaterThan(6).noneMatch(text -> text.contains(Canary.MARK));
    }

    @ParameterizedTest
    @MethodSource("isProtected")
    @DisplayName("protected, nothing goes: not even what has no protection of its own")
    void fails_takeDownOfProtected_nothingIsGone(TerraformCase shipped) {
        TerraformRun run = runs.get(shipped);

        assertThat(run.takeDown().status()).isEqualTo(1);
        assertThat(run.takeDown().err()).contains("Instance cannot be destroyed");
        assertThat(run.afterTakeDown()).isEqualTo(run.made());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    @DisplayName("with protect: false, which replaces nothing, everything goes")
    void takeDown_afterProtectFalse_leavesNothing(TerraformCase shipped) {
        TerraformRun run = runs.get(shipped);

        assertThat(run.unprotected().out()).doesNotContain("must be replaced", "will be destroyed");
        assertThat(run.left()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    @DisplayName(
            "servers wait for what no attribute of theirs names: ways out, the database's user, permissions, flows")
    void servers_inTheGraph_waitForWhatTheyNeed(TerraformCase shipped) {
        Graph graph = runs.get(shipped).graph();
        Set<String> groups = graph.ofType("google_compute_region_instance_group_manager");

        assertThat(groups).isNotEmpty().allSatisfy(group -> assertThat(graph.before(group))
                .containsAll(graph.ofType("google_compute_router_nat"))
                .containsAll(graph.ofType("google_sql_user"))
                .containsAll(graph.ofType("google_sql_database"))
                .containsAll(graph.ofType("google_secret_manager_secret_iam_member"))
                .containsAll(graph.ofType("google_project_iam_member"))
                .containsAll(flows(graph)));
    }

    /** The rules that open something; those that close the rest may come at any time. */
    private static List<String> flows(Graph graph) {
        return graph.ofType("google_compute_firewall").stream()
                .filter(each -> !each.contains("Closed"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    @DisplayName("the public entry waits for its certificate, and no server waits for the entry")
    void entry_inTheGraph_waitsForItsCertificate(TerraformCase shipped) {
        Graph graph = runs.get(shipped).graph();

        assertThat(graph.ofType("google_compute_target_https_proxy")).hasSize(1).allSatisfy(proxy -> assertThat(
                        graph.before(proxy))
                .containsAll(graph.ofType("google_compute_managed_ssl_certificate"))
                .containsAll(graph.ofType("google_compute_security_policy"))
                .containsAll(graph.ofType("google_compute_region_instance_group_manager")));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    @DisplayName("a private database waits for its network's connection to Google's services")
    void database_inTheGraph_waitsForItsNetwork(TerraformCase shipped) {
        Graph graph = runs.get(shipped).graph();

        assertThat(graph.ofType("google_sql_database_instance"))
                .allSatisfy(database -> assertThat(graph.before(database))
                        .containsAll(graph.ofType("google_service_networking_connection")));
    }
}
