package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.test.provider.Canary;
import io.streamfleet.test.provider.OfflineTerraform;
import io.streamfleet.test.provider.SentSecret;
import io.streamfleet.test.provider.TerraformCommand.Result;
import io.streamfleet.test.provider.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changes deployments that are there, by changed descriptions: what is replaced, in an order in which nothing is deleted
 * that another resource still uses, and never a group of servers, a database or an address that is protected.
 */
class TerraformChangesTest {
    private static final String ONE_REGION = "red5-google-scheduled";
    private static final String TWO_REGIONS = "red5-google";
    private static final String AZURE = "red5-azure";
    private static final String AZURE_INTERNAL = "red5-azure-scheduled";

    /** What Terraform says of a resource in a plan. */
    private static final Pattern GONE = Pattern.compile(
            "(?m)^ +# ([a-z0-9_]+)\\..* (must be replaced|will be destroyed|will no longer be managed by Terraform).*$");

    private static final Map<String, String> SIGNS =
            Map.of("must be replaced", "", "will be destroyed", "-", "will no longer be managed by Terraform", "+");

    private static final Map<String, String> STATES = new HashMap<>();

    private OfflineTerraform terraform;

    /**
     * A change of a shipped description.
     *
     * @param old what is written in it
     * @param changed what is written in its place
     * @param gone types of what is replaced, each as often; with a minus before it where it only goes, a plus where it stays
     *     and Terraform lets go of it
     */
    private record Change(String what, String shipped, String old, String changed, List<String> gone) {
        static Change of(String what, String old, String changed, String... gone) {
            return new Change(what, ONE_REGION, old, changed, List.of(gone));
        }

        @Override
        public String toString() {
            return what;
        }
    }

    @BeforeAll
    static void deploy() {
        Terraform.needed();
        for (String name : List.of(ONE_REGION, TWO_REGIONS, AZURE, AZURE_INTERNAL)) {
            TerraformCase shipped = shipped(name);
            try (OfflineTerraform first = Terraform.start("terraform-changes")) {
                Workspace deployed = first.workspace(
                        shipped.plan().name(), Project.read(shipped.folder().resolve("cdk.tf.json")));
                deployed.init().orFail();
                deployed.plan().orFail();
                deployed.apply().orFail();
                STATES.put(name, deployed.state());
            }
        }
    }

    @BeforeEach
    void start() {
        terraform = Terraform.start("terraform-changes");
    }

    @AfterEach
    void stop() {
        terraform.close();
    }

    static Stream<Change> changes() {
        return Stream.of(
                Change.of(
                        "another image",
                        "name: red5pro-stream-manager-11",
                        "name: red5pro-stream-manager-12",
                        "google_compute_region_instance_template"),
                Change.of(
                        "another machine type",
                        "machineType: n2-standard-4",
                        "machineType: n2-standard-8",
                        "google_compute_region_instance_template"),
                Change.of(
                        "labels",
                        "cloud: google",
                        "cloud: google\ntags: { team: match }",
                        "google_compute_region_instance_template"),
                Change.of(
                        "another domain",
                        "domain: match.example.com",
                        "domain: final.example.com",
                        "google_compute_managed_ssl_certificate",
                        "google_dns_managed_zone",
                        "google_dns_record_set",
                        "google_dns_record_set"),
                Change.of(
                        "a reserved address in place of its own",
                        "maxRatePerServer: 500",
                        "maxRatePerServer: 500\n  address: 203.0.113.20",
                        "google_compute_global_forwarding_rule",
                        "google_compute_global_forwarding_rule",
                        "+google_compute_global_address"),
                Change.of(
                        "a reserved address in place of its own, without protection",
                        "nodePath: { internal: {} }\n",
                        "nodePath: { internal: {} }\n  address: 203.0.113.20\nprotect: false\n",
                        "google_compute_global_forwarding_rule",
                        "google_compute_global_forwarding_rule",
                        "-google_compute_global_address"),
                Change.of("larger groups", "max: 12", "max: 20"),
                Change.of("shorter sessions", "sessionTimeout: 12h", "sessionTimeout: 6h"),
                Change.of(
                        "other zones, without protection",
                        "google:\n  project: example-project\n  regions: [europe-west3]\n  zones: { europe-west3: [europe-west3-a, ",
                        "protect: false\ngoogle:\n  project: example-project\n  regions: [europe-west3]\n  zones: { europe-west3: [",
                        "google_compute_region_instance_group_manager",
                        "google_compute_region_autoscaler"),
                new Change(
                        "a region less",
                        TWO_REGIONS,
                        "us-central1, europe-west1]\n  network: { create: { subnets: { us-central1: 10.20.0.0/20, europe-west1: 10.20.16.0/20",
                        "us-central1]\n  network: { create: { subnets: { us-central1: 10.20.0.0/20",
                        List.of(
                                "-google_compute_region_autoscaler",
                                "-google_compute_region_instance_group_manager",
                                "-google_compute_region_instance_template",
                                "-google_compute_router_nat",
                                "-google_compute_router",
                                "-google_compute_address",
                                "-google_compute_subnetwork")),
                new Change(
                        "another image on Azure",
                        AZURE,
                        "red5pro-stream-manager-11 }",
                        "red5pro-stream-manager-12 }",
                        List.of("azurerm_image")),
                new Change(
                        "another's database in place of its own on Azure",
                        AZURE,
                        "database: { create: { sku: GP_Standard_D2ds_v4 } }",
                        "database: { existing: { host: example-data.mysql.database.azure.com, user: arena } }",
                        List.of(
                                "+azurerm_mysql_flexible_server",
                                "+azurerm_mysql_flexible_database",
                                "+azurerm_mysql_flexible_server_configuration",
                                "+azurerm_private_dns_zone",
                                "+azurerm_private_dns_zone_virtual_network_link",
                                "-azurerm_subnet_network_security_group_association",
                                "-azurerm_network_security_group",
                                "-azurerm_network_security_rule",
                                "-azurerm_network_security_rule",
                                "-azurerm_network_security_rule",
                                "-azurerm_network_security_rule")),
                new Change(
                        "a reserved address in place of its own on Azure",
                        AZURE,
                        "entry: { sessionTimeout: 24h }",
                        "entry: { sessionTimeout: 24h, address: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/red5/providers/Microsoft.Network/publicIPAddresses/arena }",
                        List.of("+azurerm_public_ip")),
                new Change(
                        "another certificate on Azure",
                        AZURE,
                        "secrets/arena-example-com",
                        "secrets/arena-2027",
                        List.of("azurerm_role_assignment", "time_sleep")),
                new Change(
                        "larger servers on Azure",
                        AZURE,
                        "vmSize: Standard_D2s_v5\n  sshKey",
                        "vmSize: Standard_D4s_v5\n  sshKey",
                        List.of()),
                new Change(
                        "nodes by the public entry on Azure",
                        AZURE_INTERNAL,
                        "  nodePath: { internal: {} }\n",
                        "",
                        List.of(
                                "-azurerm_lb",
                                "-azurerm_lb_backend_address_pool",
                                "-azurerm_lb_probe",
                                "-azurerm_lb_rule",
                                "-azurerm_network_security_rule",
                                "-azurerm_network_security_rule",
                                "-azurerm_private_dns_a_record",
                                "-azurerm_private_dns_zone",
                                "-azurerm_private_dns_zone_virtual_network_link")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    @DisplayName("a change replaces what it must, and nothing else; afterwards nothing is left to do")
    void apply_ofChange_replacesWhatItMust(Change change) {
        Workspace next = changed(change);
        Result applied = next.planAndApply().orFail();

        assertThat(gone(applied)).containsExactlyInAnyOrderElementsOf(change.gone());
        assertThat(next.planAgain().status()).isZero();
    }

    @Test
    @DisplayName("a password whose version changes is sent to the database again")
    void apply_ofNewPasswordVersion_sendsItAgain() {
        Workspace next = changed(Change.of("a new password", "passwordVersion: 3", "passwordVersion: 4"));
        Result applied = next.planAndApply().orFail();

        assertThat(gone(applied)).isEmpty();
        assertThat(terraform.sent())
                .containsExactly(new SentSecret("google_sql_user", "password_wo", Canary.of("databasePassword")));
    }

    @Test
    @DisplayName("another certificate is readable before Azure's gateway turns to it, and the former until then")
    void apply_ofAnotherCertificate_neverLeavesTheGatewayWithoutOneToRead() {
        Workspace next = changed(
                new Change("another certificate", AZURE, "secrets/arena-example-com", "secrets/arena-2027", List.of()));
        Result applied = next.planAndApply().orFail();

        assertThat(applied.out())
                .containsSubsequence(
                        "azurerm_role_assignment.Cluster_Entry_MayReadCertificate_",
                        ": Creation complete",
                        "time_sleep.Cluster_Entry_RoleCounts_",
                        ": Creation complete",
                        "azurerm_application_gateway.Cluster_Entry_Gateway_",
                        ": Modifications complete",
                        "azurerm_role_assignment.Cluster_Entry_MayReadCertificate_",
                        " (deposed object ",
                        ": Destruction complete");
    }

    @Test
    @DisplayName("another's database in place of its own on Google Cloud: the instance and its user stay")
    void fails_applyOfAnotherDatabaseOnGoogle_keepsInstanceAndUser() {
        Workspace next = changed(new Change(
                "another's database",
                TWO_REGIONS,
                "database: { create: { tier: db-custom-2-7680 } }",
                "database: { existing: { host: 10.60.0.3, user: world } }",
                List.of()));

        Result refused = next.planAndApply();

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("deletion_protection is true");
        assertThat(gone(refused)).contains("+google_sql_user").doesNotContain("-google_sql_user");
        assertThat(TerraformRun.addresses(next)).anyMatch(each -> each.startsWith("google_sql_database_instance."));
    }

    @Test
    @DisplayName("other zones would end sessions: the plan fails, and nothing is touched")
    void fails_planOfOtherZones_nothingIsTouched() {
        Workspace next =
                changed(Change.of("other zones", "europe-west3-a, europe-west3-b, europe-west3-c", "europe-west3-a"));
        List<String> before = TerraformRun.addresses(next);

        Result refused = next.plan();

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err())
                .contains("Instance cannot be destroyed", "google_compute_region_instance_group_manager.");
        assertThat(TerraformRun.addresses(next)).isEqualTo(before);
    }

    @Test
    @DisplayName("a zone less would make gateway, address and group anew on Azure: the plan fails")
    void fails_planOfZoneLessOnAzure_nothingIsTouched() {
        Workspace next = changed(
                new Change("zones", AZURE, "location: eastus\n", "location: eastus\n  zones: [1, 2]\n", List.of()));

        Result refused = next.plan();

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("Instance cannot be destroyed");
    }

    private static TerraformCase shipped(String name) {
        return Shipped.terraform().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no shipped description " + name));
    }

    private Workspace changed(Change change) {
        TerraformCase shipped = shipped(change.shipped());
        String description = Project.read(shipped.file());
        assertThat(description).contains(change.old());
        Workspace next = terraform.workspace(
                shipped.plan().name(),
                TerraformRun.synth(
                        "changed-description", description.replace(change.old(), change.changed()), shipped));
        next.writeState(STATES.get(change.shipped()));
        next.init().orFail();
        return next;
    }

    private static List<String> gone(Result applied) {
        return GONE.matcher(applied.out())
                .results()
                .map(each -> SIGNS.get(each.group(2)) + each.group(1))
                .toList();
    }
}
