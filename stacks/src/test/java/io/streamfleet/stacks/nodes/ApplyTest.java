package io.streamfleet.stacks.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.stacks.nodes.Bench.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code nodes apply} sends, says and leaves. */
class ApplyTest extends OnBench {
    private void with(String version) {
        bench.close();
        bench = new Bench(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.1", "4.0"})
    void apply_fromEmpty_makesAllAndWaitsForIt(String version) {
        with(version);

        Outcome outcome = bench.apply();

        assertThat(outcome.isFine()).as(outcome.err()).isTrue();
        assertThat(outcome.out()).isEqualTo("""
                create scale policy live
                create launch configuration live
                create node group in us-east-1
                launch the first origin
                """);
        assertThat(outcome.err()).isEqualTo("""
                create scale policy live: done
                create launch configuration live: done
                create node group in us-east-1: done
                launch the first origin: done
                in service: origin 0 of 2, edge 0 of 3 (0s)
                in service: origin 1 of 2, edge 0 of 3 (5s)
                in service: origin 2 of 2, edge 3 of 3
                """);
        assertThat(bench.writes()).isEqualTo(ALL);
        assertThat(bench.manager().summary().at("/groups/0/nodes")).hasToString("{\"edge\":3,\"origin\":2}");
    }

    @Test
    void apply_again_sendsNothingThatWrites() {
        bench.apply();
        bench.writes();

        Outcome outcome = bench.apply();

        assertThat(outcome.isFine()).isTrue();
        assertThat(outcome.out()).isEqualTo("nothing to change\n");
        assertThat(outcome.err()).isEqualTo("in service: origin 2 of 2, edge 3 of 3\n");
        assertThat(bench.writes()).isEmpty();
    }

    @Test
    void apply_againToAnswersAsTheVendorsScriptsExpectThem_sendsNothingThatWrites() {
        bench.manager().answerAsScriptsExpect();
        assertThat(bench.apply().isFine()).isTrue();
        bench.writes();

        assertThat(bench.apply().out()).isEqualTo("nothing to change\n");
        assertThat(bench.writes()).isEmpty();
    }

    @Test
    void apply_oneLimitChanged_sendsOneUpdateAndWaitsForTheNewNodes() {
        bench.apply();
        bench.writes();

        Outcome outcome = bench.apply(bench.wanted("edge: { min: 3", "edge: { min: 5"));

        assertThat(outcome.isFine()).as(outcome.err()).isTrue();
        assertThat(outcome.out()).isEqualTo("""
                update scale policy live
                  default.edge.minLimit: 3 -> 5
                """);
        assertThat(outcome.err()).endsWith("in service: origin 2 of 2, edge 5 of 5\n");
        assertThat(bench.writes()).containsExactly("PUT admin/configurations/scalepolicy/live");
    }

    @Test
    void apply_imageChanged_sendsOneUpdateAndSaysWhatRunningNodesDo() {
        bench.apply();
        bench.writes();

        Outcome outcome = bench.apply(bench.wanted("red5pro-node-11", "red5pro-node-12"));

        assertThat(outcome.out()).isEqualTo("""
                update launch configuration live
                  image: red5pro-node-11 -> red5pro-node-12
                """);
        assertThat(outcome.err())
                .contains("nodes that run stay as they were launched; nodes drain has edges launched anew");
        assertThat(bench.writes()).containsExactly("PUT admin/configurations/launchconfig/live");
    }

    @Test
    void apply_propertyTakenAway_isUpdated() {
        bench.apply();

        assertThat(bench.apply(bench.wanted("properties: { zeta: \"1\" }", "properties: { alpha: \"2\" }"))
                        .out())
                .isEqualTo("""
                        update launch configuration live
                          properties.alpha: nothing -> 2
                          properties.zeta: 1 -> nothing
                        """);
    }

    @Test
    void dryRun_ofAnything_printsItAndSendsNothingThatWrites() {
        Outcome empty = bench.dryRun(bench.wanted());
        assertThat(empty.out()).hasLineCount(4).startsWith("create scale policy live\n");
        assertThat(bench.writes()).isEmpty();
        bench.apply();
        bench.writes();

        Outcome changed = bench.dryRun(bench.wanted("max: 20", "max: 30"));

        assertThat(changed.out()).isEqualTo("update scale policy live\n  default.edge.maxLimit: 20 -> 30\n");
        assertThat(bench.writes()).isEmpty();
    }

    @Test
    void apply_byAControllerOfNoCloud_isTheTestersOwnAffair() {
        bench.manager().controller("Simulated Cloud Services");

        assertThat(bench.apply().isFine()).isTrue();
    }
}
