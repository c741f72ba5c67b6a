package io.streamfleet.stacks.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.stacks.nodes.Bench.Outcome;
import io.streamfleet.streammanager.loopback.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code nodes apply} sends, says and leaves, against a Stream Manager on loopback. */
class ApplyTest {
    private static final List<String> ALL = List.of(
            "POST admin/configurations/scalepolicy",
            "POST admin/configurations/launchconfig",
            "POST admin/nodegroup",
            "POST admin/nodegroup/group-d2f6aade-c6eb-4b92-b056-3001/node/origin");
    private static final String GROUP = "group-d2f6aade-c6eb-4b92-b056-3001";

    private Bench bench = new Bench("4.0");

    @AfterEach
    void stop() {
        bench.close();
    }

    private void with(String version) {
        bench.close();
        bench = new Bench(version);
    }

    /** What an undisturbed run leaves. */
    private static ObjectNode undisturbed(String version) {
        try (Bench other = new Bench(version)) {
            assertThat(other.apply().isFine()).isTrue();
            return other.manager().summary();
        }
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
    void fails_moreThanLimitsOfAPolicyInUse_beforeAnythingIsWritten() {
        bench.apply();
        bench.writes();

        Outcome outcome = bench.apply(bench.wanted(
                "edge: { min: 3, max: 20, instanceType: c5.large, capacity: 2000, scaleOutWait: 90s }",
                "edge: { min: 4, max: 20, step: 2, instanceType: c5.xlarge, capacity: 2000 }"));

        assertThat(outcome.isFine()).isFalse();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo("scale policy live: default.edge.scaleAdjustment: 1 -> 2 cannot be changed while node group "
                        + GROUP
                        + " uses it: only minLimit and maxLimit can; name another by nodes.policyName, or delete"
                        + " the group first\n"
                        + "scale policy live: default.edge.scaleOutWaitTime: 90000 -> 0 cannot be changed while node group "
                        + GROUP
                        + " uses it: only minLimit and maxLimit can; name another by nodes.policyName, or delete"
                        + " the group first\n");
        assertThat(bench.writes()).isEmpty();
    }

    @Test
    void fails_otherRegions_sayThatTheGroupCannotMove() {
        bench.apply();
        bench.writes();

        Outcome outcome = bench.apply(
                bench.wanted("nodes:\n", "entry: { nodePath: { https: {} } }\nnodes:\n  regions: [eu-west-1]\n"));

        assertThat(outcome.err())
                .isEqualTo("node group " + GROUP + ": is in us-east-1, must be in eu-west-1; the API cannot move it:"
                        + " delete it first, by nodes delete, and its streams end\n");
        assertThat(bench.writes()).isEmpty();
    }

    @Test
    void fails_documentsOfSomeoneElse_unlessTheyAreTakenOver() {
        bench.client()
                .createScalePolicy(
                        named(bench.wanted().documents().scalePolicy().tree(), "policy"));
        bench.client()
                .createLaunchConfiguration(
                        named(bench.wanted().documents().launchConfiguration().tree(), "launchconfig"));
        bench.writes();

        Outcome outcome = bench.apply();

        assertThat(outcome.isFine()).isFalse();
        assertThat(outcome.err())
                .isEqualTo("scale policy live: is there, and not made from this description (it is called \"by hand\");"
                        + " name another by nodes.policyName, or take it over: --adopt\n"
                        + "launch configuration live: is there, and not made from this description (it is called"
                        + " \"by hand\"); name another by nodes.policyName, or take it over: --adopt\n");
        assertThat(bench.writes()).isEmpty();
        assertThat(bench.apply(bench.wanted(), true).isFine()).isTrue();
        assertThat(bench.writes()).isEqualTo(ALL.subList(2, 4));
    }

    private static JsonNode named(ObjectNode document, String key) {
        document.withObject("/" + key).put("description", "by hand");
        return document;
    }

    @Test
    void fails_twoGroupsOfTheSameDocuments_areNamed() {
        bench.apply();
        bench.client().createNodeGroup(bench.wanted().documents().nodeGroup().tree());

        assertThat(bench.apply().err())
                .isEqualTo(
                        "node groups " + GROUP + ", group-d2f6aade-c6eb-4b92-b056-3002: are all of live, must be one;"
                                + " delete the others by the Stream Manager's API\n");
    }

    @Test
    void fails_groupThatIsBeingDeleted_untilItIsGone() {
        bench.apply();
        bench.manager().keepNodes(true);
        bench.client().deleteNodeGroup(GROUP);

        assertThat(bench.apply().err())
                .isEqualTo("node group " + GROUP
                        + ": is being deleted; run this again once it is gone, which nodes status tells\n");
        bench.manager().keepNodes(false);
        bench.client().nodeGroups();
        bench.client().nodeGroups();
        bench.client().nodeGroups();
        assertThat(bench.apply().isFine()).isTrue();
    }

    @Test
    void fails_streamManagerOfAnotherCloud_beforeAnythingIsRead() {
        bench.manager().controller("Google Compute");

        Outcome outcome = bench.apply();

        assertThat(outcome.err())
                .isEqualTo(bench.manager().endpoint() + ": launches nodes on Google Compute, and live is for"
                        + " Amazon Web Services; name the endpoint of its own Stream Managers\n");
        assertThat(bench.manager().requests()).hasSize(1);
    }

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

    @Test
    void apply_byAControllerOfNoCloud_isTheTestersOwnAffair() {
        bench.manager().controller("Simulated Cloud Services");

        assertThat(bench.apply().isFine()).isTrue();
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
