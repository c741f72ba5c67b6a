package io.streamfleet.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.boot.BootCarrier;
import io.streamfleet.core.boot.BootDocument;
import io.streamfleet.core.nodes.NodeDocuments;
import io.streamfleet.core.spec.NodePath;
import io.streamfleet.core.spec.Rollout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AzurePlanTest {
    private static final String NEW = text("azure-all-keys-new.yaml");
    private static final String EXISTING = text("azure-all-keys-existing.yaml");
    private static final String MINIMAL = text("azure-minimal.yaml");

    private static String text(String file) {
        try (var in = AzurePlanTest.class.getResourceAsStream("../rules/good/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as on Google Cloud. */
    @Test
    void of_red5_opensWhatTheVendorNeedsAndNothingElse() {
        assertThat(Plans.flows(MINIMAL)).containsExactlyElementsOf(Plans.flowsOfRed5(false));
    }

    @Test
    void of_existingNetwork_servesNamesByServersOfItsOwn() {
        assertThat(Plans.of(EXISTING).flows())
                .extracting(Flow::toString)
                .contains(
                        "streamManager -> internet UDP 53 (name servers of the network)",
                        "streamManager -> internet TCP 53 (name servers of the network)");
    }

    @Test
    void of_defaults_keepServersAndTakeThePublicEntry() {
        ClusterPlan plan = Plans.of(MINIMAL);
        assertThat(plan.tier("streamManager").rollout()).isEqualTo(Rollout.KEEP);
        assertThat(plan.tier("streamManager").secretName()).isEqualTo("azmin-stream-manager");
        assertThat(plan.entry().nodePath()).isEqualTo(new NodePath.Https());
    }

    @Test
    void of_names_areThoseByWhichTheControllerLooks() {
        FleetPlan byDefault = Plans.of(MINIMAL).fleet().orElseThrow();
        assertThat(byDefault.networkName()).isEqualTo("azmin-eastus-vnet");
        assertThat(byDefault.firewallName()).isEqualTo("azmin-eastus-nsg");
        FleetPlan byPrefix = Plans.of(NEW).fleet().orElseThrow();
        assertThat(byPrefix.networkName()).isEqualTo("azfull-red5-westeurope-vnet");
        assertThat(byPrefix.firewallName()).isEqualTo("azfull-red5-westeurope-nsg");
        assertThat(Plans.of(EXISTING).fleet().orElseThrow().networkName()).isEqualTo("azcorp-northeurope-vnet");
    }

    @Test
    void of_nodes_fallBackToOtherSizes() {
        assertThat(NodeDocuments.of(Plans.of(NEW).spec()).launchConfiguration().compactText())
                .contains("{\"name\":\"vmSizeFallbacks\",\"value\":[\"Standard_F2s\",\"Standard_F2\",\"Standard_B2ms\","
                        + "\"Standard_D2s_v3\"]}");
        assertThat(NodeDocuments.of(Plans.of(MINIMAL).spec())
                        .launchConfiguration()
                        .compactText())
                .doesNotContain("vmSizeFallbacks");
    }

    @Test
    void of_costs_namesEachThingThatIsPaidFor() {
        assertThat(Plans.costs(MINIMAL))
                .containsExactly(
                        "Standard_B2ms servers (streamManager): 2 to 6, each with a disk of 30 GiB",
                        "Standard_D2s_v5 servers (origin nodes): 1 to 10, launched by the Stream Managers",
                        "Standard_D2s_v5 servers (edge nodes): 1 to 10, launched by the Stream Managers",
                        "Application Gateway WAF_v2: 2 to 10 instances, and what passes through",
                        "public addresses: 2",
                        "GP_Standard_D2ds_v4 Azure Database for MySQL 8.4: 2, one of them a standby, each with 20 GiB; backups of"
                                + " 7 days",
                        "private DNS zone: 1: of the database",
                        "NAT gateway: 1, and its traffic",
                        "Key Vault: readings of the tier's secret at each boot, and of the certificate");
    }

    @Test
    void of_costs_leavesOutWhatIsNotMade() {
        assertThat(Plans.costs(EXISTING))
                .noneMatch(cost -> cost.contains("NAT") || cost.contains("private DNS zone"))
                .contains("image storage: 1 image of the Stream Managers");
        assertThat(Plans.costs(NEW))
                .contains(
                        "internal load balancer: 1, for the nodes",
                        "private DNS zone: 1: azfull.example.com inside the network",
                        "public addresses: 1")
                .noneMatch(cost -> cost.contains("image storage"));
    }

    @Test
    void of_boot_isCustomDataThatKnowsVaultAndController() {
        assertThat(properties(MINIMAL))
                .contains(
                        "\"cloud\": \"az\"",
                        "\"identity\": \"<identity>\"",
                        "\"az.defaultSubnetName\": \"default\"",
                        "\"az.clientKey\": \"clientKey\"");
        BootDocument document =
                Plans.of(EXISTING).tier("streamManager").document().fitting();
        assertThat(document.carrier()).isEqualTo(BootCarrier.AZURE_CUSTOM_DATA);
    }

    private static String properties(String text) {
        return Plans.of(text).tier("streamManager").boot().files().stream()
                .filter(file -> file.path().endsWith("/stream-manager.json"))
                .map(file -> file.content().toString())
                .findFirst()
                .orElseThrow();
    }
}
