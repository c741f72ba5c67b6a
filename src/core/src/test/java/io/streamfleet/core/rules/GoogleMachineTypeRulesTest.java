package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.told;
import static io.streamfleet.core.rules.LiveGoogle.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of machine types on Google Cloud. */
class GoogleMachineTypeRulesTest {
    private static final String TIER = "machineType: n2-standard-2\n  group";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "F2Standard_F2",
                "c5.large",
                "Standard_D2s_v5",
                "n2-standard",
                "standard-2",
                "n2-standard-0",
                "n2_standard_2",
                "N2-standard-2"
            })
    void fails_machineTypeThatIsNone(String type) {
        assertThat(told(with(TIER, "machineType: " + type + "\n  group")))
                .containsExactly(
                        "streamManager.machineType: got " + type + ", must be a machine type of Compute Engine,"
                                + " family, kind and size, such as n2-standard-2 (live.yaml:8:3)");
        assertThat(told(with("max: 20, machineType: n2-standard-2", "max: 20, machineType: " + type)))
                .containsExactly(
                        "nodes.roles.edge.machineType: got " + type + ", must be a machine type of Compute Engine,"
                                + " family, kind and size, such as n2-standard-2 (live.yaml:17:30)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n1-standard-1",
                "n2-highcpu-96",
                "n2d-standard-224",
                "n4-custom-4-8192",
                "e2-micro",
                "e2-custom-medium-2048",
                "f1-micro",
                "g1-small",
                "custom-4-8192",
                "n2-custom-8-131072-ext",
                "c3-standard-192-metal",
                "c3d-standard-8-lssd",
                "a2-highgpu-1g",
                "a3-megagpu-8g",
                "m3-ultramem-128",
                "z3-highmem-14-standardlssd",
                "x4-megamem-1440-metal",
                "t2d-standard-60",
                "c4-standard-4",
                "h3-standard-88"
            })
    void check_machineType_passes(String type) {
        assertThat(told(with(TIER, "machineType: " + type + "\n  group"))).isEmpty();
    }

    @Test
    void warns_armStreamManagers() {
        assertThat(told(with(TIER, "machineType: c4a-standard-2\n  group")))
                .containsExactly(
                        "warning: streamManager.machineType: got c4a-standard-2, an ARM type, must be of the image's"
                                + " own architecture; see that the image is arm64 (live.yaml:8:3)");
    }

    @Test
    void fails_twoArchitecturesOfOneImage() {
        assertThat(told(with("max: 20, machineType: n2-standard-2", "max: 20, machineType: t2a-standard-2")))
                .containsExactly(
                        "nodes.roles.edge.machineType: got t2a-standard-2, a type of arm64, must be of x86_64 like"
                                + " origin, which has the same image; take a type of the same architecture, or give this role an"
                                + " image of its own (API 4.0) (live.yaml:17:30)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c3-standard-4",
                "c3d-standard-4",
                "c4-standard-2",
                "c4d-highcpu-8",
                "h3-standard-88",
                "n4-custom-4-8192"
            })
    void fails_nodesOfASeriesWithoutTheirDisk(String type) {
        assertThat(told(with("max: 20, machineType: n2-standard-2", "max: 20, machineType: " + type)))
                .containsExactly("nodes.roles.edge.machineType: got " + type
                        + ", must be of a series that has pd-standard disks, which the Stream Managers give their nodes;"
                        + " take one of e2, n1, n2, n2d, c2, c2d, t2d or t2a (live.yaml:17:30)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e2-standard-2",
                "n1-highcpu-8",
                "n2d-standard-4",
                "c2-standard-16",
                "t2d-standard-4",
                "custom-4-8192"
            })
    void check_nodesOfASeriesWithTheirDisk_pass(String type) {
        assertThat(told(with("max: 20, machineType: n2-standard-2", "max: 20, machineType: " + type)))
                .isEmpty();
    }
}
