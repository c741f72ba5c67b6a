package io.streamfleet.stacks.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.stacks.nodes.Bench.Outcome;
import io.streamfleet.streammanager.Node;
import io.streamfleet.streammanager.loopback.Fault;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code nodes drain} sends, says and leaves, against a Stream Manager on loopback. */
class DrainTest extends OnBench {

    @BeforeEach
    void apply() {
        bench.apply();
        bench.writes();
    }

    private List<Node> nodes(String role) {
        return bench.client().nodes(bench.client().nodeGroups().get(0).name()).stream()
                .filter(node -> node.role().equals(role))
                .toList();
    }

    private String edge(int number) {
        return nodes("edge").get(number).address().orElseThrow();
    }

    @Test
    void drain_ofAnEdgeWithClients_waitsForTheLastOne() {
        String edge = edge(0);
        bench.manager().carry(edge, 3);

        Outcome outcome = bench.drain(edge);

        assertThat(outcome.isFine()).as(outcome.err()).isTrue();
        assertThat(outcome.err()).isEqualTo("""
                draining EDGE: no new clients; the Stream Manager launches others
                still there: EDGE with 2 connections (0s)
                still there: EDGE with 1 connection (5s)
                drained and gone: EDGE
                """.replace("EDGE", edge));
        assertThat(bench.writes()).containsExactly("POST admin/node/sunset");
        assertThat(nodes("edge")).noneMatch(node -> node.address().orElse("").equals(edge));
        assertThat(bench.apply().isFine()).isTrue();
        assertThat(nodes("edge")).hasSize(3);
    }

    @Test
    void drain_byNames_drainsAllOfThem() {
        Outcome outcome = bench.drain(
                nodes("edge").get(0).identifier(), edge(1), nodes("edge").get(0).identifier());

        assertThat(outcome.isFine()).as(outcome.err()).isTrue();
        assertThat(bench.writes()).hasSize(1);
    }

    @Test
    void fails_nodesThatCannotBeDrained_allAtOnceAndDrainNone() {
        String origin = nodes("origin").get(0).address().orElseThrow();

        Outcome outcome = bench.drain("10.9.9.9", origin, edge(0));

        assertThat(outcome.isFine()).isFalse();
        assertThat(outcome.err())
                .isEqualTo("10.9.9.9: no node group has it; it is gone already, or was never there\n" + origin
                        + ": is of role origin, must be an edge; the API drains no other\nno node is drained\n");
        assertThat(bench.writes()).isEmpty();
    }

    @Test
    void fails_edgeThatKeepsItsClients_whenTheTimeIsOver() {
        String edge = edge(0);
        bench.manager().carry(edge, 1_000_000);

        Outcome outcome = bench.drain(edge);

        assertThat(outcome.isFine()).isFalse();
        assertThat(outcome.err())
                .contains("waited 15m; still there: " + edge + " with 9998")
                .endsWith("they go on draining, also without this command; nodes status tells when they are gone\n");
    }

    @Test
    void drain_whileTheStreamManagerRestarts_waitsForIt() {
        String edge = edge(0);
        bench.manager().carry(edge, 3);
        bench.manager()
                .fail(seen -> !seen.writes() && bench.manager().requests().size() > 4, new Fault.CutBefore(), 30);

        assertThat(bench.drain(edge).isFine()).isTrue();
    }

    @Test
    void fails_drainWhoseAnswerIsLost_isNotSentAgain() {
        bench.manager().fail(seen -> seen.writes(), new Fault.CutAfter(), 1);

        Outcome outcome = bench.drain(edge(0));

        assertThat(outcome.isFine()).isFalse();
        assertThat(outcome.err()).contains("POST ").contains("/admin/node/sunset: no whole answer (");
        assertThat(bench.writes()).hasSize(1);
    }
}
