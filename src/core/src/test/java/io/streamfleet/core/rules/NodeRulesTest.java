package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.change;
import static io.streamfleet.core.rules.Live.nodes;
import static io.streamfleet.core.rules.Live.told;
import static io.streamfleet.core.rules.Live.top;
import static io.streamfleet.core.rules.Live.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeRulesTest {
    private static final String ORIGIN = "    origin: { min: 2, max: 10, instanceType: c5.large, capacity: 2000 }\n";
    private static final String EDGE = "    edge: { min: 2, max: 20, instanceType: c5.large, capacity: 2000 }\n";
    private static final String RELAY = EDGE.replace("edge", "relay");
    private static final String TRANSCODER = EDGE.replace("edge", "transcoder");

    private static String abr(String roles) {
        return change(nodes("abr: true"), ORIGIN + EDGE, roles);
    }

    @Test
    void fails_noOrigin() {
        assertThat(told(with(ORIGIN, "")))
                .containsExactly(
                        "nodes.roles: got no origin, must be with origin, which takes streams in, and edge, which hands "
                                + "them out; add origin (live.yaml:17:3)");
    }

    @Test
    void fails_noEdge() {
        assertThat(told(with(EDGE, "")))
                .containsExactly(
                        "nodes.roles: got no edge, must be with origin, which takes streams in, and edge, which hands "
                                + "them out; add edge (live.yaml:17:3)");
    }

    @Test
    void fails_noRoleAtAll() {
        assertThat(told(with("  roles:\n" + ORIGIN + EDGE, "  roles: {}\n"))).hasSize(2);
    }

    @Test
    void warns_noOriginToStartWith() {
        assertThat(told(with("origin: { min: 2", "origin: { min: 0")))
                .containsExactly(
                        "warning: nodes.roles.origin.min: got 0, must be at least 1 for a group that publishers can use; "
                                + "raise it (live.yaml:18:15)");
    }

    @Test
    void warns_noEdgeToStartWith() {
        assertThat(told(with("edge: { min: 2", "edge: { min: 0")))
                .containsExactly(
                        "warning: nodes.roles.edge.min: got 0, must be at least 1 for a group that viewers can use; "
                                + "raise it (live.yaml:19:13)");
    }

    @Test
    void fails_abrWithOneOfARole() {
        assertThat(told(abr(ORIGIN + EDGE + RELAY + TRANSCODER.replace("min: 2", "min: 1"))))
                .containsExactly(
                        "nodes.roles.transcoder.min: got 1 with abr: true, must be at least 2; raise it, or set "
                                + "abr: false (live.yaml:22:19)");
    }

    @Test
    void fails_abrWithoutRoles() {
        assertThat(told(abr(ORIGIN + EDGE)))
                .containsExactly(
                        "nodes.roles: got no relay with abr: true, must be every role, at least 2 of each; add relay, or set "
                                + "abr: false (live.yaml:18:3)",
                        "nodes.roles: got no transcoder with abr: true, must be every role, at least 2 of each; add "
                                + "transcoder, or set abr: false (live.yaml:18:3)");
    }

    @Test
    void fails_abrWithoutOrigin_toldOnce() {
        assertThat(told(abr(EDGE + RELAY + TRANSCODER))).hasSize(1);
    }

    @Test
    void check_abrWithTwoOfEveryRole_passes() {
        assertThat(told(abr(ORIGIN + EDGE + RELAY + TRANSCODER))).isEmpty();
    }

    @Test
    void check_oneOfARoleWithoutAbr_passes() {
        assertThat(told(with("origin: { min: 2", "origin: { min: 1"))).isEmpty();
    }

    @Test
    void fails_imageOfARoleWithApi31() {
        String text = with(
                "max: 20, ",
                "max: 20, image: edge-11, ",
                "  instanceType: c5.large\n",
                "  instanceType: c5.large\n  api: \"3.1\"\n");
        assertThat(told(text))
                .containsExactly(
                        "nodes.roles.edge.image: got edge-11 with streamManager.api 3.1, must be absent, or api 4.0, "
                                + "which has an image a role; remove it, or set streamManager.api: \"4.0\" (live.yaml:20:30)");
    }

    @Test
    void check_imageOfARoleWithApi40_passes() {
        assertThat(told(with("max: 20, ", "max: 20, image: edge-11, "))).isEmpty();
    }

    @Test
    void fails_twoArchitecturesOfOneImage() {
        assertThat(told(with("max: 20, instanceType: c5.large", "max: 20, instanceType: c6g.large")))
                .containsExactly(
                        "nodes.roles.edge.instanceType: got c6g.large, a type of arm64, must be of x86_64 like origin, "
                                + "which has the same image; take a type of the same architecture, or give this role an image of its "
                                + "own (API 4.0) (live.yaml:19:30)");
    }

    @Test
    void check_twoArchitecturesOfTwoImages_pass() {
        assertThat(told(with("max: 20, instanceType: c5.large", "max: 20, image: edge-arm, instanceType: c6g.large")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ami-0123456789abcdef0", "ami-01234567"})
    void fails_nodesImageById(String id) {
        assertThat(told(with("image: red5pro-node-11", "image: " + id)))
                .containsExactly(
                        "nodes.image: got " + id + ", must be the image's name, by which the Stream Managers find it; "
                                + "see it by aws ec2 describe-images --image-ids " + id + " (live.yaml:15:3)");
    }

    @Test
    void fails_imageOfARoleById() {
        assertThat(told(with("max: 20, ", "max: 20, image: ami-01234567, ")))
                .singleElement()
                .asString()
                .startsWith("nodes.roles.edge.image: got ami-01234567, must be the image's name");
    }

    @Test
    void fails_nodesInAnotherRegionThanTheirWayIn() {
        assertThat(told(nodes("regions: [us-east-1, eu-west-1]")))
                .containsExactly(
                        "nodes.regions[1]: got eu-west-1, must be aws.region (us-east-1) with entry.nodePath: internal, "
                                + "which nodes elsewhere cannot reach; remove it, or set entry.nodePath: {https: {}} "
                                + "(live.yaml:17:24)");
    }

    @Test
    void warns_nodesInAnotherRegionByThePublicEntry() {
        assertThat(told(nodes("regions: [us-east-1, eu-west-1]") + "entry: { nodePath: { https: {} } }\n"))
                .containsExactly(
                        "warning: nodes.regions[1]: got eu-west-1, must be a region that holds the VPC, the nodes' "
                                + "security group, the key pair and the image by the same names; make them there: the deployment "
                                + "makes them in us-east-1 alone (live.yaml:17:24)");
    }

    @Test
    void fails_regionsTwiceOrOfAnotherCloud() {
        assertThat(told(nodes("regions: [us-east-1, us-east-1, europe-west1]")))
                .containsExactly(
                        "nodes.regions[1]: got us-east-1 twice, must be given once (live.yaml:17:24)",
                        "nodes.regions[2]: got europe-west1, must be a region of AWS, such as us-east-1 (live.yaml:17:35)");
    }

    @Test
    void check_nodesInTheDeploymentsRegion_pass() {
        assertThat(told(nodes("regions: [us-east-1]"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "li", "live-s", "live-stream", "live-streammanager"})
    void fails_prefixOfTheStreamManagersOwnNames(String prefix) {
        assertThat(told(with("prefix: live-node", "prefix: " + prefix)))
                .containsExactly(
                        "nodes.prefix: got " + prefix + ", must be no beginning of the Stream Managers' own names "
                                + "(live…), or they would be deleted as stray nodes; take one such as live-node (live.yaml:14:3)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"live-node", "node", "alive", "live-streams"})
    void check_prefixOfNodesAlone_passes(String prefix) {
        assertThat(told(with("prefix: live-node", "prefix: " + prefix))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "ab", "a-very-long-deployment1", "seventeen-letters-x"})
    void fails_prefixOfTheStreamManagersOwnNames_suggestsOneThatPasses(String name) {
        String suggestion = NodePrefixSparesServers.suggestionFor(name);
        assertThat(told(with("name: live\n", "name: " + name + "\n", "prefix: live-node", "prefix: " + suggestion)))
                .isEmpty();
    }

    @Test
    void fails_documentLargerThanAParameter() {
        String properties = IntStream.rangeClosed(1, 38)
                .mapToObj(i -> "p" + i + ": " + "x".repeat(200))
                .collect(Collectors.joining(", "));
        assertThat(told(nodes("properties: { " + properties + " }")))
                .singleElement()
                .asString()
                .startsWith("nodes.properties: got a launch configuration of ")
                .endsWith(
                        " bytes with them and the metadata, must be at most 8192, which an SSM parameter holds; shorten "
                                + "properties or metadata (live.yaml:17:3)");
    }

    @Test
    void check_documentOfAParametersSize_passes() {
        String properties = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> "p" + i + ": " + "x".repeat(200))
                .collect(Collectors.joining(", "));
        assertThat(told(nodes("properties: { " + properties + " }"))).isEmpty();
        assertThat(told(top("tags: {}"))).isEmpty();
    }
}
