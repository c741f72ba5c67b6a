package io.streamfleet.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.reader.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanCommandTest {
    @ParameterizedTest
    @MethodSource("io.streamfleet.stacks.Specs#shipped")
    void plan_ofEachShippedDescription_showsEveryFlowCostAndBootFile(Path file) {
        ClusterPlan plan = ClusterPlan.of(SpecReader.read(file).spec());

        Run run = Run.of("plan", file.toString());

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith(plan.name() + ": https://" + plan.spec().domain())
                .doesNotContain("null", "Optional");
        for (Flow flow : plan.flows()) {
            assertThat(run.out().lines())
                    .anyMatch(line -> line.matches("  \\Q" + flow.from() + "\\E +\\Q" + flow.to() + "\\E +"
                            + flow.protocol() + " .*\\Q" + flow.why() + "\\E"));
        }
        plan.costs().forEach(cost -> assertThat(run.out()).contains(cost.what(), cost.howMuch()));
        plan.tiers().forEach(tier -> tier.boot().files().forEach(boot -> assertThat(run.out())
                .contains(boot.path())));
    }

    @Test
    void plan_withSchedulesAndTracking_saysBoth() {
        assertThat(Run.of("plan", Specs.shipped("red5-aws-scheduled").toString())
                        .out())
                .contains("keeps to 60 % CPU, by adding alone")
                .contains("schedule before-the-show  8 to 12, at 30 18 * * FRI (Europe/Berlin)");
    }

    @Test
    void plan_withoutWebRtc_saysWhenServersGo() {
        assertThat(Run.of("plan", Specs.shipped("red5-aws-no-webrtc").toString())
                        .out())
                .contains("without WebRTC", "not protected from deletion")
                .contains("+2 from 65 % CPU in 3 x 1m, then none for 4m")
                .contains("-1 up to 25 % CPU in 4 x 5m, then none for 3m")
                .contains("refresh: one server after another");
    }

    @Test
    void plan_withDefaults_saysTheDefaults() {
        assertThat(Run.of("plan", Specs.shipped("red5-aws-minimal").toString()).out())
                .contains("2 to 4", "+1 from 70 % CPU in 2 x 1m, then none for 5m", "never by load");
    }

    @ParameterizedTest
    @MethodSource("io.streamfleet.stacks.Specs#shipped")
    void planJson_ofEachShippedDescription_holdsThePlan(Path file) throws IOException {
        ClusterPlan plan = ClusterPlan.of(SpecReader.read(file).spec());

        Run run = Run.of("plan", file.toString(), "--json");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.path("name").asText()).isEqualTo(plan.name());
        assertThat(StreamSupport.stream(json.path("flows").spliterator(), false)
                        .map(flow -> flow.path("from").asText() + ">"
                                + flow.path("to").asText() + " "
                                + flow.path("protocol").asText() + " " + flow.path("fromPort") + "-"
                                + flow.path("toPort")))
                .containsExactlyElementsOf(plan.flows().stream()
                        .map(flow -> flow.from() + ">" + flow.to() + " "
                                + flow.protocol().name().toLowerCase(Locale.ROOT) + " "
                                + flow.ports().from() + "-"
                                + flow.ports().to())
                        .toList());
        assertThat(json.path("costs")).hasSize(plan.costs().size());
        assertThat(json.path("tiers").path(0).path("bootFiles"))
                .hasSize(plan.tiers().get(0).boot().files().size());
        assertThat(json.path("tiers").path(0).path("document").path("bytes").asInt())
                .isBetween(
                        1000,
                        json.path("tiers")
                                .path(0)
                                .path("document")
                                .path("maxBytes")
                                .asInt());
        assertThat(json.path("nodes").path("roles")).isNotEmpty();
    }

    @Test
    void plan_ofTheSameClusterOnEachCloud_isTheSameButForTheClouds() throws IOException {
        JsonNode aws = whatCloudsShare("red5-aws");

        assertThat(aws.path("flows")).hasSize(15);
        assertThat(whatCloudsShare("red5-google")).isEqualTo(aws);
        assertThat(whatCloudsShare("red5-azure")).isEqualTo(aws);
    }

    /** Leaves out names, the clouds' own types, sizes of disks, boot files, costs, and by which way nodes reach the servers. */
    private static JsonNode whatCloudsShare(String name) throws IOException {
        ObjectNode plan = (ObjectNode) new ObjectMapper()
                .readTree(
                        Run.of("plan", Specs.shipped(name).toString(), "--json").out());
        plan.remove(List.of("name", "cloud", "regions", "domain", "costs"));
        plan.withArray("tiers").forEach(tier -> ((ObjectNode) tier)
                .remove(List.of("type", "diskGib", "image", "rollout", "secret", "bootFiles", "document")));
        ((ObjectNode) plan.path("entry")).remove("nodePath");
        ((ObjectNode) plan.path("database")).remove("type");
        ((ObjectNode) plan.path("nodes")).remove(List.of("prefix", "policy", "network", "securityGroup"));
        plan.path("nodes").path("roles").forEach(role -> ((ObjectNode) role).remove("type"));
        ArrayNode flows = plan.withArray("flows");
        for (int i = flows.size() - 1; i >= 0; i--) {
            if (flows.path(i).toString().contains("\"nodeEntry\"")) {
                flows.remove(i);
            }
        }
        return plan;
    }

    @Test
    void plan_onGoogle_saysWhatTheImageIsMadeFrom() {
        assertThat(Run.of("plan", Specs.shipped("red5-google").toString()).out())
                .contains("  made from disk red5pro-stream-manager-11  keep");
    }

    /** Servers of a location without zones have the standby beside the database. */
    @Test
    void plan_ofAStandby_saysWhereItIs(@TempDir Path folder) throws IOException {
        String text = Files.readString(Specs.shipped("red5-azure"));
        assertThat(Run.of("plan", Specs.shipped("red5-azure").toString()).out())
                .containsPattern("standby +in a second zone");
        for (String zones : List.of("[]", "[1]")) {
            Path file = Files.writeString(
                    folder.resolve("live.yaml"), text.replace("\nazure:\n", "\nazure:\n  zones: " + zones + "\n"));
            assertThat(Run.of("plan", file.toString()).out()).containsPattern("standby +in the same zone");
        }
    }

    @Test
    void plan_onAzure_saysWhatImageAndWhenItScales() {
        assertThat(Run.of("plan", Specs.shipped("red5-azure").toString()).out())
                .contains("on azure, eastus, resource group red5 of subscription 00000000-0000-0000-0000-000000000000")
                .contains("made from machine red5pro-stream-manager-11")
                .contains("+1 from 70 % CPU in 5m, then none for 5m", "never by load");
        assertThat(Run.of("plan", Specs.shipped("red5-azure-existing").toString())
                        .out())
                .contains("red5pro-stream-manager 11.0.0 in gallery house");
        assertThat(Run.of("plan", Specs.shipped("red5-azure-scheduled").toString())
                        .out())
                .contains("the newest of red5pro-stream-manager in gallery red5")
                .contains("internal load balancer, port 5080");
        assertThat(Run.of("plan", Specs.shipped("red5-azure-no-webrtc").toString())
                        .out())
                .contains("-1 up to 25 % CPU in 15m, then none for 5m");
    }

    @Test
    void fails_refusedDescription_printsNoPlan() {
        Run run = Run.of("plan", "nowhere.yaml", "--json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("refused: 1 error");
    }
}
