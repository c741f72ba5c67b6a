package io.streamfleet.stacks.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FleetStatusTest extends OnBench {

    private FleetStatus status(WantedFleet wanted) {
        return FleetStatus.read(bench.client(), wanted);
    }

    @Test
    void status_beforeAnything_saysWhatIsMissing() {
        FleetStatus status = status(bench.wanted());

        assertThat(status.isInService()).isFalse();
        assertThat(status.text(heading -> heading)).isEqualTo("""
                live: not in service, launched on Amazon Web Services
                  role    in service  starting  ending  min  max
                  origin  0           0         0       2    10
                  edge    0           0         0       3    20
                differs from the description:
                  no scale policy live
                  no launch configuration live
                  no node group of them
                """);
    }

    @Test
    void status_ofAFleetInService_showsEveryNode() {
        bench.apply();

        FleetStatus status = status(bench.wanted());

        assertThat(status.isInService()).isTrue();
        assertThat(status.text(heading -> heading))
                .startsWith("""
                        live: in service, launched on Amazon Web Services
                          node group group-d2f6aade-c6eb-4b92-b056-3001 (active) in us-east-1
                          role    in service  starting  ending  min  max
                          origin  2           0         0       2    10
                          edge    3           0         0       3    20
                          node""")
                .contains("  live-node-us-east-1a-1452586832001  origin  us-east-1a  10.0.0.2  inservice\n")
                .hasLineCount(11);
        assertThat(status.json().toString())
                .startsWith("{\"name\":\"live\",\"inService\":true,\"controller\":\"Amazon Web Services\",\"groups\":"
                        + "[{\"name\":\"group-d2f6aade-c6eb-4b92-b056-3001\",\"state\":\"active\","
                        + "\"regions\":[\"us-east-1\"]}],\"roles\":[{\"role\":\"origin\",\"inService\":2,\"starting\":0,"
                        + "\"ending\":0,\"min\":2,\"max\":10}")
                .endsWith("\"differences\":[]}");
    }

    @Test
    void status_ofOtherRegions_saysThatTheGroupCannotMove() {
        bench.apply();

        assertThat(status(bench.wanted(
                                "nodes:\n", "entry: { nodePath: { https: {} } }\nnodes:\n  regions: [eu-west-1]\n"))
                        .differences())
                .containsExactly("node group group-d2f6aade-c6eb-4b92-b056-3001: is in us-east-1, must be in eu-west-1;"
                        + " nodes apply cannot move it");
    }

    @Test
    void status_ofAChangedDescription_tellsWhatDiffers() {
        bench.apply();
        bench.manager().looksUntilInService(99);

        FleetStatus status = status(bench.wanted("edge: { min: 3", "edge: { min: 4"));

        assertThat(status.isInService()).isFalse();
        assertThat(status.differences()).containsExactly("scale policy: default.edge.minLimit: 3 -> 4");
    }
}
