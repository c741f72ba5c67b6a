package io.streamfleet.stacks.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.stacks.nodes.Bench.Outcome;
import io.streamfleet.streammanager.loopback.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of {@code nodes apply} where a Stream Manager fails, and of what it had done by then. */
class ApplyFaultsTest extends OnBench {
    @Test
    void fails_nodesThatDoNotCome_whenTheTimeIsOver() {
        bench.manager().looksUntilInService(Integer.MAX_VALUE);

        Outcome outcome = bench.apply();

        assertThat(outcome.isFine()).isFalse();
        assertThat(outcome.err())
                .endsWith("waited 15m; in service: origin 0 of 2, edge 0 of 3\n"
                        + "all requests are done; nodes status tells more, and the Stream Manager's log why nodes do not"
                        + " come; run this again to go on waiting\n");
        bench.manager().looksUntilInService(2);
        bench.writes();
        assertThat(bench.apply().isFine()).isTrue();
        assertThat(bench.writes()).isEmpty();
    }

    @Test
    void apply_whileTheStreamManagerRestarts_waitsForIt() {
        bench.apply();
        bench.writes();
        AtomicInteger looks = new AtomicInteger();
        bench.manager()
                .fail(seen -> seen.path().endsWith("/node") && looks.incrementAndGet() > 1, Fault.unavailable(), 9);

        Outcome outcome = bench.apply();

        assertThat(outcome.isFine()).as(outcome.err()).isTrue();
        assertThat(outcome.err())
                .contains("no answer: GET ")
                .contains("answered 503: 503 Service Unavailable (asked 4 times)");
        assertThat(bench.writes()).isEmpty();
    }

    @Test
    void fails_answerOf50Megabytes_atEachLook() {
        bench.apply();
        for (String path : List.of("cloudcontroller", "nodegroup", "scalepolicy", "launchconfig/live", "/node")) {
            bench.manager().fail(seen -> seen.path().endsWith(path), new Fault.Huge(50L * 1024 * 1024), 1);

            assertThat(bench.apply().err()).endsWith(": the answer is larger than 8388608 bytes; it was not read\n");
        }
        assertThat(bench.manager().injected()).isEqualTo(5);
    }

    /** Every fault that leaves open whether a request was done, at each request that writes. */
    static Stream<Arguments> doubts() {
        List<Fault> faults = List.of(
                Fault.broken(),
                Fault.unavailable(),
                new Fault.Status(504, "text/html", "gateway timeout"),
                new Fault.DoneButStatus(500, "done but not well"),
                new Fault.DoneButStatus(504, "done but late"),
                new Fault.CutBefore(),
                new Fault.CutAfter(),
                new Fault.CutWithin(),
                new Fault.Slow(Duration.ofMillis(900)),
                new Fault.SlowBody(Duration.ofMillis(900)),
                new Fault.Instead("{\"half\": "),
                new Fault.Instead("[1, 2]"));
        return IntStream.range(0, ALL.size()).boxed().flatMap(step -> faults.stream()
                .map(fault -> Arguments.of(step, fault)));
    }

    @ParameterizedTest
    @MethodSource("doubts")
    void apply_oneFaultAtOneStep_leavesWhatAnUndisturbedOneDoes(int step, Fault fault) {
        bench.manager().fail(seen -> seen.what().equals(ALL.get(step)), fault, 1);

        Outcome first = bench.apply();
        if (!first.isFine()) {
            assertThat(first.err()).contains("failed to ").contains("run this again");
            assertThat(bench.apply().isFine()).isTrue();
        }

        assertThat(bench.manager().injected()).isPositive();
        assertThat(bench.manager().summary()).isEqualTo(undisturbed("4.0"));
        bench.writes();
        assertThat(bench.apply().out()).isEqualTo("nothing to change\n");
        assertThat(bench.writes()).isEmpty();
    }

    @Test
    void apply_500ThenFineAtEachStep_isOneRun() {
        for (String what : ALL) {
            bench.manager().fail(seen -> seen.what().equals(what), Fault.broken(), 1);
        }

        Outcome outcome = bench.apply();

        assertThat(outcome.isFine()).as(outcome.err()).isTrue();
        assertThat(outcome.err()).contains("HTTP Status 500 at ?accessToken=***; trying again");
        assertThat(bench.manager().summary()).isEqualTo(undisturbed("4.0"));
    }

    @Test
    void fails_stepThatIsRefused_saysWhichAndWhatIsDone() {
        bench.manager()
                .fail(
                        seen -> seen.what().equals("POST admin/nodegroup"),
                        new Fault.Status(
                                400, "application/json", "{\"errorMessage\":\"Invalid regions\",\"timestamp\":1}"),
                        1);

        Outcome outcome = bench.apply();

        assertThat(outcome.err())
                .isEqualTo("create scale policy live: done\n"
                        + "create launch configuration live: done\n"
                        + "failed to create node group in us-east-1: POST "
                        + bench.manager().endpoint()
                        + "/streammanager/api/4.0/admin/nodegroup: answered 400: Invalid regions\n"
                        + "done before it: create scale policy live; create launch configuration live\n"
                        + "run this again once that is put right; it goes on from there\n");
    }

    @Test
    void fails_nameTakenMeanwhile_inTheVendorsWords() {
        bench.manager()
                .fail(
                        seen -> seen.what().equals(ALL.get(0)),
                        new Fault.Status(
                                400, "application/json", "{\"errorMessage\":\"Scale policy live already exists\"}"),
                        1);

        assertThat(bench.apply().err())
                .contains("failed to create scale policy live: POST ")
                .contains("answered 400: Scale policy live already exists\nnothing was done before it\n");
    }

    @Test
    void fails_documentTakenOtherwiseThanItWasGiven_isNoSuccess() {
        bench.manager()
                .fail(
                        seen -> seen.what().equals("GET admin/configurations/scalepolicy/live"),
                        new Fault.Status(
                                200,
                                "application/json",
                                bench.wanted()
                                        .documents()
                                        .scalePolicy()
                                        .compactText()
                                        .replace("\"maxLimit\":20", "\"maxLimit\":2")),
                        1);

        Outcome outcome = bench.apply();

        assertThat(outcome.isFine()).isFalse();
        assertThat(outcome.err())
                .endsWith("the Stream Manager has taken the documents of live otherwise than they were given:"
                        + " default.edge.maxLimit: 2 -> 20\n");
    }
}
