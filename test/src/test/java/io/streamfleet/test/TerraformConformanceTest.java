package io.streamfleet.test;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.test.provider.Canary;
import io.streamfleet.test.provider.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes every shipped description for Google Cloud and Azure up and down with the real {@code terraform}, against a provider that
 * serves the real one's schemas: what passes is schema-valid. It is not known to be deployable, since no cloud is asked.
 */
class TerraformConformanceTest {
    private static Map<TerraformCase, TerraformRun> runs;

    @BeforeAll
    static void runAll() {
        Terraform.needed();
        Map<TerraformCase, String> unprotected =
                Shipped.terraform().stream().collect(toMap(each -> each, TerraformRun::unprotected));
        runs = Shipped.terraform().parallelStream()
                .collect(toMap(each -> each, each -> TerraformRun.of(each, unprotected.get(each))));
    }

    static List<TerraformCase> shipped() {
        return Shipped.terraform();
    }

    static Stream<TerraformCase> isProtected() {
        return Shipped.terraform().stream().filter(each -> each.plan().spec().protect());
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
        boolean createsDatabase =
                !shipped.stack().all(Order.of(shipped).database()).isEmpty();

        assertThat(run.sent())
                .isEqualTo(createsDatabase ? List.of(Order.of(shipped).password()) : List.of());
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
    @DisplayName("servers wait for what no attribute names: ways out, the database's user, permissions, flows")
    void servers_inTheGraph_waitForWhatTheyNeed(TerraformCase shipped) {
        Order order = Order.of(shipped);
        assertWaits(shipped, order.group(), order.beforeGroup());
        assertThat(runs.get(shipped).graph().ofType(order.group())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    @DisplayName("the public entry waits for what lets it use its certificate, and for its policy")
    void entry_inTheGraph_waitsForItsCertificate(TerraformCase shipped) {
        Order order = Order.of(shipped);
        assertWaits(shipped, order.entry(), order.beforeEntry());
        assertThat(runs.get(shipped).graph().ofType(order.entry())).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    @DisplayName("a private database waits for its way into the network")
    void database_inTheGraph_waitsForItsNetwork(TerraformCase shipped) {
        Order order = Order.of(shipped);
        assertWaits(shipped, order.database(), order.beforeDatabase());
    }

    private static void assertWaits(TerraformCase shipped, String type, List<String> others) {
        Graph graph = runs.get(shipped).graph();
        assertThat(graph.ofType(type))
                .allSatisfy(each -> assertThat(graph.before(each)).containsAll(Order.addresses(graph, others)));
    }
}
