package io.streamfleet.streammanager;

import static io.streamfleet.streammanager.Samples.CONFIGURATION;
import static io.streamfleet.streammanager.Samples.GROUP;
import static io.streamfleet.streammanager.Samples.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.streammanager.StreamManagerException.Kind;
import io.streamfleet.streammanager.loopback.InstantPause;
import io.streamfleet.streammanager.loopback.LoopbackStreamManager;
import io.streamfleet.streammanager.loopback.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the client asks, and what it makes of the answers: of both versions. */
class StreamManagerClientTest {
    private static final String TOKEN = "s3cret/with+odd&chars%";

    private LoopbackStreamManager manager;

    private StreamManagerClient start(ApiVersion version) {
        manager = LoopbackStreamManager.start(version.number(), TOKEN);
        return client(version, TOKEN);
    }

    private StreamManagerClient client(ApiVersion version, String token) {
        return new StreamManagerClient(ClientSettings.builder()
                .endpoint(Endpoint.of(manager.endpoint()))
                .version(version)
                .token(AccessToken.of(token))
                .pause(new InstantPause())
                .build());
    }

    @AfterEach
    void stop() {
        if (manager != null) {
            manager.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void documents_madeChangedAndDeleted_areAsTheyWereGiven(ApiVersion version) {
        StreamManagerClient client = start(version);
        assertThat(client.cloudController()).isEqualTo("Amazon Web Services");
        assertThat(client.scalePolicies()).isEmpty();

        client.createScalePolicy(POLICY);
        client.createLaunchConfiguration(CONFIGURATION);

        assertThat(client.scalePolicies()).containsExactly("live");
        assertThat(client.launchConfigurations()).containsExactly("live");
        assertThat(client.scalePolicy("live").facts())
                .isEqualTo(ScalePolicy.of(POLICY).facts());
        assertThat(client.launchConfiguration("live").facts())
                .isEqualTo(LaunchConfiguration.of(CONFIGURATION).facts());
        assertThat(client.scalePolicy("live").description()).isEqualTo("Numbers of nodes of live");

        ObjectNode other = CONFIGURATION.deepCopy();
        other.withObject("/launchconfig").put("image", "red5pro-node-12");
        client.updateLaunchConfiguration("live", other);
        client.updateScalePolicy("live", POLICY);
        assertThat(client.launchConfiguration("live").image()).isEqualTo("red5pro-node-12");

        client.deleteLaunchConfiguration("live");
        client.deleteScalePolicy("live");
        assertThat(client.launchConfigurations()).isEmpty();
        assertThat(client.scalePolicies()).isEmpty();
        assertThat(manager.requests())
                .extracting(Seen::path)
                .allMatch(path -> path.startsWith("/streammanager/api/" + version.number() + "/admin/"));
    }

    @ParameterizedTest
    @EnumSource
    void group_madeStartedAndDeleted_hasItsNodes(ApiVersion version) {
        StreamManagerClient client = start(version);
        client.createScalePolicy(POLICY);
        client.createLaunchConfiguration(CONFIGURATION);

        NodeGroup group = client.createNodeGroup(GROUP);
        assertThat(group.state()).isEqualTo("new");
        assertThat(group.regions()).containsExactly("us-east-1");
        assertThat(client.nodeGroups()).containsExactly(group);
        assertThat(client.nodeGroup(group.name())).isEqualTo(group);
        assertThat(client.nodes(group.name())).isEmpty();

        LaunchedNode origin = client.launchOrigin(group.name());
        assertThat(origin.zone()).isEqualTo("us-east-1a");
        assertThat(client.nodes(group.name()))
                .extracting(Node::identifier, Node::isInService)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(origin.identifier(), false));
        client.nodes(group.name());
        client.nodes(group.name());
        List<Node> nodes = client.nodes(group.name());
        assertThat(nodes).extracting(Node::role).containsExactly("origin", "edge", "edge");
        assertThat(nodes).allMatch(Node::isInService);
        String edge = nodes.get(1).address().orElseThrow();
        assertThat(client.node(edge)).isEqualTo(nodes.get(1));
        assertThat(client.connections(edge)).isZero();
        assertThat(client.statistics(group.name()).roles())
                .extracting(GroupStatistics.Load::role, GroupStatistics.Load::activeNodes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("edge", 2L),
                        org.assertj.core.groups.Tuple.tuple("origin", 1L));

        client.deleteNodeGroup(group.name());
        assertThat(client.nodeGroup(group.name()).isEnding()).isTrue();
        client.nodes(group.name());
        client.nodes(group.name());
        assertThat(client.nodeGroups()).isEmpty();
    }

    @Test
    void drain_ofAnEdgeWithClients_endsItWithTheLastOne() {
        StreamManagerClient client = start(ApiVersion.V4_0);
        client.createScalePolicy(POLICY);
        client.createLaunchConfiguration(CONFIGURATION);
        String group = client.createNodeGroup(GROUP).name();
        client.launchOrigin(group);
        for (int i = 0; i < 4; i++) {
            client.nodes(group);
        }
        String edge = client.nodes(group).get(1).address().orElseThrow();
        manager.carry(edge, 2);

        client.drain(List.of(edge));

        assertThat(client.connections(edge)).isEqualTo(2);
        client.nodes(group);
        assertThat(client.connections(edge)).isEqualTo(1);
        client.nodes(group);
        client.nodes(group);
        assertThat(client.nodes(group))
                .filteredOn(node -> node.role().equals("edge"))
                .hasSize(2)
                .noneMatch(node -> node.address().equals(Optional.of(edge)));
    }

    @Test
    void fails_drainByAnEarlierVersion_beforeAnyRequest() {
        StreamManagerClient client = start(ApiVersion.V3_1);

        assertThatThrownBy(() -> client.drain(List.of("10.0.0.1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("API 3.1 cannot drain nodes");
        assertThat(manager.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void scaleOutAlarm_set_isRead(ApiVersion version) {
        StreamManagerClient client = start(version);
        assertThat(client.scaleOutAlarm("edge")).isEqualTo(new ScaleOutAlarm("CONNECTIONS", "PERCENTAGE", 60));

        client.setScaleOutAlarm("edge", 75);

        assertThat(client.scaleOutAlarm("edge").threshold()).isEqualTo(75);
        assertThat(client.scaleOutAlarm("origin").threshold()).isEqualTo(60);
        assertThatThrownBy(() -> client.setScaleOutAlarm("edge", 101)).hasMessage("got 101, must be from 1 to 100");
    }

    /** Its scripts read launch configurations without their outer key, and write numbers as 2.0. */
    @Test
    void answers_asTheVendorsScriptsExpectThem_sayTheSame() {
        StreamManagerClient client = start(ApiVersion.V4_0);
        manager.answerAsScriptsExpect();
        client.createScalePolicy(POLICY);
        client.createLaunchConfiguration(CONFIGURATION);

        assertThat(client.scalePolicy("live").facts())
                .isEqualTo(ScalePolicy.of(POLICY).facts());
        assertThat(client.launchConfiguration("live").facts())
                .isEqualTo(LaunchConfiguration.of(CONFIGURATION).facts());
    }

    @Test
    void facts_ofDocuments_areWhatTheySay() {
        assertThat(ScalePolicy.of(POLICY).facts())
                .containsEntry("default.edge.scaleInWaitTime", "60000")
                .containsEntry("default.origin.scaleInWaitTime", "0")
                .containsEntry("default.origin.maxLimit", "4")
                .hasSize(12);
        assertThat(LaunchConfiguration.of(CONFIGURATION).facts())
                .containsAllEntriesOf(Map.of(
                        "image", "red5pro-node-11",
                        "edge.connectionCapacity", "500",
                        "properties.vmSizeFallbacks", "[\"Standard_F2s\",\"Standard_F2\"]",
                        "properties.plain", "yes"));
        assertThat(ScalePolicy.of(POLICY).limits()).hasSize(2);
    }

    /** However long a text is and whatever spaces it has: what differs at its end is a difference. */
    @Test
    void facts_ofLongTexts_areWhole() {
        String sizes = "\"Standard_D2s_v3\", ".repeat(40);
        for (String[] pair : new String[][] {
            {"[" + sizes + "\"Standard_F2\"]", "[" + sizes + "\"Standard_F2s\"]"},
            {"\"two  spaces\"", "\"two spaces\""},
            {"\" in front\"", "\"in front\""},
            {"\"" + "x".repeat(400) + "a\"", "\"" + "x".repeat(400) + "b\""}
        }) {
            assertThat(withProperty(pair[0]).facts())
                    .isNotEqualTo(withProperty(pair[1]).facts());
        }
        assertThat(withProperty("\"a\\u001b[31mb\"").facts()).containsEntry("properties.plain", "a?[31mb");
    }

    private static LaunchConfiguration withProperty(String value) {
        return LaunchConfiguration.of(Samples.json(CONFIGURATION.toString().replace("\"yes\"", value)));
    }

    @Test
    void fails_documentOfAnotherForm_saysWhere() {
        ObjectNode bad = POLICY.deepCopy();
        ((ObjectNode) bad.at("/policy/targets/region/0/target/1")).put("minLimit", "two");

        assertThatThrownBy(() -> ScalePolicy.of(bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("policy.targets.region[0].target[1].minLimit: got \"two\", must be a whole number");
    }

    @Test
    void fails_nameTaken_inTheVendorsWords() {
        StreamManagerClient client = start(ApiVersion.V4_0);
        client.createScalePolicy(POLICY);

        StreamManagerException fault =
                catchThrowableOfType(StreamManagerException.class, () -> client.createScalePolicy(POLICY));

        assertThat(fault)
                .hasMessage("POST " + manager.endpoint()
                        + "/streammanager/api/4.0/admin/configurations/scalepolicy: answered 400:"
                        + " Scale policy live already exists");
        assertThat(fault.kind()).isEqualTo(Kind.REFUSED);
        assertThat(fault.isPerhapsDone()).isFalse();
        assertThat(manager.requests()).hasSize(2);
    }

    @Test
    void fails_wrongToken_saysWhichOneIsRight() {
        start(ApiVersion.V4_0);
        StreamManagerClient client = client(ApiVersion.V4_0, "another-token-altogether");

        assertThatThrownBy(client::nodeGroups)
                .hasMessage("GET " + manager.endpoint()
                        + "/streammanager/api/4.0/admin/nodegroup: answered 401: Unauthorized: invalid access token ***;"
                        + " is the token the Stream Manager's rest.administratorToken, and this address let in?");
        assertThat(manager.requests()).hasSize(1);
    }

    @Test
    void fails_otherVersion_isRefused() {
        start(ApiVersion.V3_1);

        assertThatThrownBy(() -> client(ApiVersion.V4_0, TOKEN).scalePolicies())
                .hasMessageEndingWith("scalepolicy: answered 404: The requested resource is not available");
    }
}
