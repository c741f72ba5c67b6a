package io.streamfleet.stacks.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.stacks.nodes.Bench.Outcome;
import io.streamfleet.streammanager.loopback.Fault;
import org.junit.jupiter.api.Test;

/** What {@code nodes delete} sends, says and leaves, against a Stream Manager on loopback. */
class DeleteTest extends OnBench {
    private static final String GROUP = "group-d2f6aade-c6eb-4b92-b056-3001";

    @Test
    void delete_ofAWholeFleet_leavesNothing() {
        bench.apply();
        bench.writes();

        Outcome outcome = bench.delete();

        assertThat(outcome.isFine()).as(outcome.err()).isTrue();
        assertThat(outcome.out())
                .isEqualTo("node group " + GROUP + " with 5 nodes and 0 connections\n"
                        + "launch configuration live\nscale policy live\n");
        assertThat(outcome.err())
                .contains("node group " + GROUP + " is still there")
                .endsWith("delete launch configuration live: done\ndelete scale policy live: done\n"
                        + "nothing of live is left\n");
        assertThat(bench.writes())
                .containsExactly(
                        "DELETE admin/nodegroup/" + GROUP,
                        "DELETE admin/configurations/launchconfig/live",
                        "DELETE admin/configurations/scalepolicy/live");
        assertThat(bench.manager().summary()).hasToString("{\"groups\":[]}");
        assertThat(bench.delete().out()).isEmpty();
        assertThat(bench.writes()).isEmpty();
    }

    @Test
    void delete_refusedWhileNodesComeUp_isAskedForAgain() {
        bench.apply();
        bench.writes();
        bench.manager()
                .fail(
                        seen -> seen.what().equals("DELETE admin/nodegroup/" + GROUP),
                        new Fault.Status(
                                400,
                                "application/json",
                                "{\"errorMessage\":\"Group has nodes that are not INSERVICE\"}"),
                        3);

        Outcome outcome = bench.delete();

        assertThat(outcome.isFine()).as(outcome.err()).isTrue();
        assertThat(outcome.err())
                .contains("not yet: DELETE ")
                .contains("answered 400: Group has nodes that are not INSERVICE");
        assertThat(bench.writes()).hasSize(6);
    }

    @Test
    void fails_nodesThatDoNotGo_whenTheTimeIsOver() {
        bench.apply();
        bench.manager().keepNodes(true);

        Outcome outcome = bench.delete();

        assertThat(outcome.isFine()).isFalse();
        assertThat(outcome.err())
                .endsWith("waited 15m; node group " + GROUP + " is still there with 5 nodes and 0 connections\n"
                        + "its documents are left as they are; the Stream Manager goes on, and a node that never came up"
                        + " keeps its group: end such a node in the cloud; then run this again\n");
        bench.manager().keepNodes(false);
        assertThat(bench.delete().isFine()).isTrue();
        assertThat(bench.manager().summary()).hasToString("{\"groups\":[]}");
    }

    @Test
    void fails_wrongToken_isNotAskedAgain() {
        bench.apply();
        bench.writes();
        bench.manager()
                .fail(
                        seen -> seen.writes(),
                        new Fault.Status(403, "text/html", "<html><body>Forbidden</body></html>"),
                        9);

        Outcome outcome = bench.delete();

        assertThat(outcome.isFine()).isFalse();
        assertThat(outcome.err()).contains("answered 403: Forbidden; is the token");
        assertThat(bench.writes()).hasSize(1);
    }

    @Test
    void delete_documentsThatOthersUseOrMade_staysAway() {
        bench.client()
                .createScalePolicy(bench.wanted().documents().scalePolicy().tree());
        ObjectNode configuration =
                bench.wanted().documents().launchConfiguration().tree();
        configuration.withObject("/launchconfig").put("name", "other");
        bench.client().createLaunchConfiguration(configuration);
        configuration.withObject("/launchconfig").put("name", "live").put("description", "by hand");
        bench.client().createLaunchConfiguration(configuration);
        bench.client()
                .createNodeGroup(bench.wanted().documents().nodeGroup().tree().put("launchConfig", "other"));
        bench.writes();

        Outcome outcome = bench.delete();

        assertThat(outcome.isFine()).isTrue();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo("launch configuration live stays: it was not made from this description\n"
                        + "scale policy live stays: node group " + GROUP + " uses it\n");
        assertThat(bench.writes()).isEmpty();
    }
}
