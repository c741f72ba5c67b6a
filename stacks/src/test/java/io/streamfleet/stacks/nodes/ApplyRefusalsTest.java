package io.streamfleet.stacks.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.stacks.nodes.Bench.Outcome;
import org.junit.jupiter.api.Test;

/** What {@code nodes apply} refuses before it writes anything. */
class ApplyRefusalsTest extends OnBench {
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
}
