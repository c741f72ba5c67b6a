package io.streamfleet.core.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.NodeRole;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeDocumentsTest {
    private static final String HEAD = """
            name: live
            product: red5
            cloud: aws
            domain: live.example.com
            streamManager:
              api: "4.0"
              image: { id: ami-0123456789abcdef0 }
              instanceType: c5.large
              group: { max: 6 }
            database: { create: { instanceType: db.t4g.medium } }
            tls: { issue: {} }
            dns: { zone: example.com, zoneId: Z0123456789ABCDEFGHIJ }
            aws: { region: us-east-1, network: { create: { cidr: 10.20.0.0/16 } } }
            """;

    private static final String VENDORS_ROLES = """
            nodes:
              prefix: live-node
              image: red5pro-image-name
              keyPair: red5pro
              roles:
                transcoder: { min: 2, max: 10, instanceType: c5.2xlarge, capacity: 2000 }
                edge: { min: 2, max: 20, instanceType: c5.large, capacity: 2000 }
                relay: { min: 2, max: 10, instanceType: c5.large, capacity: 2000 }
                origin: { min: 2, max: 10, instanceType: c5.large, capacity: 2000 }
            """;

    private static final String EVERYTHING = """
            nodes:
              prefix: live-node
              image: red5pro-node-11
              policyName: live-v3
              keyPair: red5pro
              regions: [us-east-1]
              properties: { zeta: "1", alpha: two words }
              metadata: { stage: production }
              roles:
                origin: { min: 1, max: 4, step: 2, instanceType: c5.large, capacity: 500, scaleOutWait: 90s, scaleInWait: 2h }
                edge: { min: 0, max: 40, instanceType: c5.xlarge, capacity: 4000, image: red5pro-edge-11, scaleInWait: 7d }
            """;

    private static ClusterSpec spec(String nodes) {
        return SpecReader.parse("live.yaml", HEAD + nodes).spec();
    }

    private static ClusterSpec spec31(String nodes) {
        return SpecReader.parse("live.yaml", HEAD.replace("4.0", "3.1") + nodes).spec();
    }

    @Test
    void scalePolicy_fourRoles_isTheVendorsInTheRolesOwnOrder() {
        assertThat(NodeDocuments.of(spec(VENDORS_ROLES)).scalePolicy().text()).isEqualTo("""
                        {
                          "policy": {
                            "name": "live",
                            "description": "Numbers of nodes of live",
                            "type": "com.red5pro.services.autoscaling.model.ScalePolicyMaster",
                            "version": "0.0.3",
                            "targets": {
                              "region": [
                                {
                                  "name": "default",
                                  "target": [
                                    {
                                      "role": "origin",
                                      "minLimit": 2,
                                      "maxLimit": 10,
                                      "scaleAdjustment": 1
                                    },
                                    {
                                      "role": "edge",
                                      "minLimit": 2,
                                      "maxLimit": 20,
                                      "scaleAdjustment": 1
                                    },
                                    {
                                      "role": "relay",
                                      "minLimit": 2,
                                      "maxLimit": 10,
                                      "scaleAdjustment": 1
                                    },
                                    {
                                      "role": "transcoder",
                                      "minLimit": 2,
                                      "maxLimit": 10,
                                      "scaleAdjustment": 1
                                    }
                                  ]
                                }
                              ]
                            }
                          }
                        }
                        """);
    }

    /** The vendor's own example of the guide for Azure, order of roles and keys aside. */
    @Test
    void scalePolicy_fourRoles_saysWhatTheVendorsExampleSays() throws Exception {
        String vendors = """
                { "policy": {
                    "name": "live", "description": "Numbers of nodes of live",
                    "type": "com.red5pro.services.autoscaling.model.ScalePolicyMaster", "version": "0.0.3",
                    "targets": { "region": [{ "name": "default", "target": [
                      { "role": "origin", "maxLimit": 10, "scaleAdjustment": 1, "minLimit": 2 },
                      { "role": "edge", "maxLimit": 20, "scaleAdjustment": 1, "minLimit": 2 },
                      { "role": "relay", "maxLimit": 10, "scaleAdjustment": 1, "minLimit": 2 },
                      { "role": "transcoder", "maxLimit": 10, "scaleAdjustment": 1, "minLimit": 2 } ] }] } } }
                """;
        assertThat(NodeDocuments.of(spec(VENDORS_ROLES)).scalePolicy().tree())
                .isEqualTo(new JsonMapper().readTree(vendors));
    }

    @Test
    void scalePolicy_waits_areMillisecondsAndAbsentWhereNone() {
        assertThat(NodeDocuments.of(spec(EVERYTHING)).scalePolicy().compactText())
                .isEqualTo("{\"policy\":{\"name\":\"live-v3\",\"description\":\"Numbers of nodes of live\","
                        + "\"type\":\"com.red5pro.services.autoscaling.model.ScalePolicyMaster\",\"version\":\"0.0.3\","
                        + "\"targets\":{\"region\":[{\"name\":\"default\",\"target\":["
                        + "{\"role\":\"origin\",\"minLimit\":1,\"maxLimit\":4,\"scaleAdjustment\":2,"
                        + "\"scaleInWaitTime\":7200000,\"scaleOutWaitTime\":90000},"
                        + "{\"role\":\"edge\",\"minLimit\":0,\"maxLimit\":40,\"scaleAdjustment\":1,"
                        + "\"scaleInWaitTime\":604800000}]}]}}}");
    }

    @Test
    void launchConfiguration_nothingToTell_hasEmptyPropertiesAndMetadata() {
        assertThat(NodeDocuments.of(spec(VENDORS_ROLES)).launchConfiguration().text())
                .isEqualTo("""
                        {
                          "launchconfig": {
                            "name": "live",
                            "description": "Types of nodes of live",
                            "image": "red5pro-image-name",
                            "version": "0.0.3",
                            "targets": {
                              "target": [
                                {
                                  "role": "origin",
                                  "instanceType": "c5.large",
                                  "connectionCapacity": 2000
                                },
                                {
                                  "role": "edge",
                                  "instanceType": "c5.large",
                                  "connectionCapacity": 2000
                                },
                                {
                                  "role": "relay",
                                  "instanceType": "c5.large",
                                  "connectionCapacity": 2000
                                },
                                {
                                  "role": "transcoder",
                                  "instanceType": "c5.2xlarge",
                                  "connectionCapacity": 2000
                                }
                              ]
                            },
                            "properties": {
                              "property": []
                            },
                            "metadata": {
                              "meta": []
                            }
                          }
                        }
                        """);
    }

    @Test
    void launchConfiguration_api40_hasARolesOwnImage() {
        assertThat(NodeDocuments.of(spec(EVERYTHING)).launchConfiguration().compactText())
                .isEqualTo("{\"launchconfig\":{\"name\":\"live-v3\",\"description\":\"Types of nodes of live\","
                        + "\"image\":\"red5pro-node-11\",\"version\":\"0.0.3\",\"targets\":{\"target\":["
                        + "{\"role\":\"origin\",\"instanceType\":\"c5.large\",\"connectionCapacity\":500},"
                        + "{\"role\":\"edge\",\"instanceType\":\"c5.xlarge\",\"connectionCapacity\":4000,"
                        + "\"image\":\"red5pro-edge-11\"}]},"
                        + "\"properties\":{\"property\":[{\"name\":\"zeta\",\"value\":\"1\"},"
                        + "{\"name\":\"alpha\",\"value\":\"two words\"}]},"
                        + "\"metadata\":{\"meta\":[{\"key\":\"stage\",\"value\":\"production\"}]}}}");
    }

    @Test
    void documents_ofBothVersions_areAsTheVendorsPagesSay() {
        for (String nodes : List.of(VENDORS_ROLES, EVERYTHING)) {
            NodeDocuments documents = NodeDocuments.of(spec(nodes));
            NodeDocuments earlier = NodeDocuments.of(spec31(nodes.replace(", image: red5pro-edge-11", "")));
            assertThat(VendorFormatTest.faults(
                            "scalepolicy", documents.scalePolicy().text()))
                    .isEmpty();
            assertThat(VendorFormatTest.faults(
                            "launchconfig-4.0", documents.launchConfiguration().text()))
                    .isEmpty();
            assertThat(VendorFormatTest.faults(
                            "launchconfig-3.1", earlier.launchConfiguration().text()))
                    .isEmpty();
            assertThat(VendorFormatTest.faults(
                            "nodegroup", documents.nodeGroup().text()))
                    .isEmpty();
        }
    }

    @Test
    void byName_ofAnyDescription_isInTheOrderOfTheirMaking() {
        NodeDocuments documents = NodeDocuments.of(spec(EVERYTHING));
        assertThat(documents.byName())
                .containsExactly(
                        Map.entry("scalepolicy", documents.scalePolicy()),
                        Map.entry("launchconfig", documents.launchConfiguration()),
                        Map.entry("nodegroup", documents.nodeGroup()));
    }

    @Test
    void documents_api31_areThoseOfApi40WithoutImagesOfRoles() {
        String nodes = EVERYTHING.replace(", image: red5pro-edge-11", "");
        assertThat(NodeDocuments.of(spec31(nodes))).isEqualTo(NodeDocuments.of(spec(nodes)));
    }

    @Test
    void launchConfiguration_severalValues_areAnArray() {
        LaunchConfiguration azure = new LaunchConfiguration(
                "live",
                "",
                "red5pro-node-11",
                List.of(new LaunchConfiguration.Target(NodeRole.ORIGIN, "Standard_F2s", 2000, Optional.empty())),
                Map.of("vmSizeFallbacks", new LaunchConfiguration.Value.Texts(List.of("Standard_F2", "Standard_B2ms"))),
                Map.of());
        assertThat(azure.document().compactText())
                .contains("\"properties\":{\"property\":[{\"name\":\"vmSizeFallbacks\","
                        + "\"value\":[\"Standard_F2\",\"Standard_B2ms\"]}]}");
    }

    @Test
    void nodeGroup_noRegions_isInTheDeploymentsRegion() {
        assertThat(NodeDocuments.of(spec(VENDORS_ROLES)).nodeGroup().text()).isEqualTo("""
                        {
                          "regions": [
                            "us-east-1"
                          ],
                          "launchConfig": "live",
                          "scalePolicy": "live"
                        }
                        """);
    }

    @Test
    void nodeGroup_policyName_namesBothDocuments() {
        assertThat(NodeDocuments.of(spec(EVERYTHING)).nodeGroup().compactText())
                .isEqualTo("{\"regions\":[\"us-east-1\"],\"launchConfig\":\"live-v3\",\"scalePolicy\":\"live-v3\"}");
    }

    @Test
    void nodeGroup_ownName_isLast() {
        assertThat(new NodeGroup(List.of("us-east-1", "eu-west-1"), "launch", "scale", Optional.of("group"))
                        .document()
                        .compactText())
                .isEqualTo("{\"regions\":[\"us-east-1\",\"eu-west-1\"],\"launchConfig\":\"launch\","
                        + "\"scalePolicy\":\"scale\",\"name\":\"group\"}");
    }

    @Test
    void text_otherLocale_isTheSame() {
        String before = NodeDocuments.of(spec(EVERYTHING)).scalePolicy().text();
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
            assertThat(NodeDocuments.of(spec(EVERYTHING)).scalePolicy().text()).isEqualTo(before);
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void tree_changed_leavesTheDocumentAsItIs() {
        NodeDocument document = NodeDocuments.of(spec(EVERYTHING)).nodeGroup();
        String before = document.text();
        document.tree().put("launchConfig", "other");
        assertThat(document.text()).isEqualTo(before);
    }
}
