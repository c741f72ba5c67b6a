package io.streamfleet.core.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.spec.Rollout;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Boot of a Stream Manager on Google Cloud and Azure. */
class StreamManagerBootOnTerraformTest {
    @Test
    void settings_google_namesItsModulesAndController() throws Exception {
        JsonNode settings = Samples.settingsFile(Samples.google());

        assertThat(settings.path("cloud").asText()).isEqualTo("gcp");
        assertThat(settings.path("project").asText()).isEqualTo("live-project");
        assertThat(settings.path("properties").toPrettyString()).isEqualTo("""
                        {
                          "config.dbHost" : "<databaseHost>",
                          "config.dbPort" : "3306",
                          "config.dbUser" : "streammanager",
                          "instancecontroller.instanceNamePrefix" : "live-node",
                          "proxy.enabled" : "true",
                          "compute.project" : "live-project",
                          "compute.defaultzone" : "europe-west1-b",
                          "compute.defaultdisk" : "pd-standard",
                          "compute.network" : "live",
                          "compute.operationTimeoutMilliseconds" : "200000"
                        }""");
        assertThat(settings.path("secrets").toString())
                .isEqualTo("[{\"name\":\"live-stream-manager\",\"required\":{\"cluster.password\":\"clusterPassword\","
                        + "\"serverapi.accessToken\":\"nodeApiToken\",\"rest.administratorToken\":"
                        + "\"administratorToken\",\"config.dbPass\":\"databasePassword\"},\"optional\":{}}]");
    }

    @Test
    void boot_google_gatesStopsAndStartsWithoutEnabling() {
        var boot = StreamManagerBoot.boot(Samples.google());

        assertThat(boot.early())
                .extracting(command -> command.subList(0, 2))
                .containsExactly(List.of("sh", "-c"), List.of("sh", "-c"));
        assertThat(boot.early().get(0).get(2)).contains("ConditionPathExists=/run/streamfleet/configured");
        assertThat(boot.early().get(1).get(2)).contains("for unit in red5pro streamfleet-guard streamfleet-boot;");
        assertThat(boot.late())
                .containsExactly(
                        List.of("systemctl", "daemon-reload"),
                        List.of(
                                "systemctl",
                                "start",
                                "--no-block",
                                "streamfleet-boot.service",
                                "streamfleet-guard.service"));
        assertThat(boot.files())
                .filteredOn(file -> file.path().endsWith(".service"))
                .hasSize(2)
                .allSatisfy(file ->
                        assertThat(file.content().toString()).contains("ConditionPathExists=/run/streamfleet-files\n"));
    }

    @Test
    void boot_googleWithoutRetireAfter_hasNoGuard() {
        var boot = StreamManagerBoot.boot(Samples.google(Guard.builder().build()));

        assertThat(boot.files()).extracting(BootFile::path).noneMatch(path -> path.contains("guard"));
        assertThat(boot.late().get(1)).doesNotContain("streamfleet-guard.service");
    }

    @Test
    void guard_google_protectsNobody() throws Exception {
        JsonNode guard = Samples.json(Samples.google(), "guard.json");

        assertThat(guard.path("protect").asBoolean(true)).isFalse();
        assertThat(guard.path("retireAfter").asInt()).isEqualTo(3600);
    }

    @Test
    void settings_azure_namesItsVaultIdentityAndController() throws Exception {
        JsonNode settings = Samples.settingsFile(Samples.azure());

        assertThat(settings.path("cloud").asText()).isEqualTo("az");
        assertThat(settings.path("vault").asText()).isEqualTo("https://live.vault.azure.net");
        assertThat(settings.path("identity").asText()).isEqualTo("<identity>");
        assertThat(settings.path("properties").toPrettyString()).isEqualTo("""
                        {
                          "config.dbHost" : "<databaseHost>",
                          "config.dbPort" : "3306",
                          "config.dbUser" : "streammanager",
                          "instancecontroller.instanceNamePrefix" : "live-node",
                          "proxy.enabled" : "true",
                          "instancecontroller.newNodePingTimeThreshold" : "200000",
                          "instancecontroller.nodeGroupStateToleranceTime" : "500000",
                          "instancecontroller.nodeStateToleranceTime" : "500000",
                          "az.resourceGroupName" : "live",
                          "az.resourceGroupRegion" : "westeurope",
                          "az.resourceNamePrefix" : "live",
                          "az.clientId" : "00000000-0000-4000-8000-000000000003",
                          "az.tenantId" : "00000000-0000-4000-8000-000000000002",
                          "az.subscriptionId" : "00000000-0000-4000-8000-000000000001",
                          "az.vmUsername" : "ubuntu",
                          "az.defaultSubnetName" : "default",
                          "az.operationTimeoutMilliseconds" : "120000",
                          "az.quickOperationResponse" : "true",
                          "az.quickResponseCheckInitialDelay" : "20000",
                          "az.apiLogLevel" : "BASIC"
                        }""");
        assertThat(settings.at("/secrets/0/required").toPrettyString()).isEqualTo("""
                        {
                          "cluster.password" : "clusterPassword",
                          "serverapi.accessToken" : "nodeApiToken",
                          "rest.administratorToken" : "administratorToken",
                          "az.clientKey" : "clientKey",
                          "az.vmPassword" : "vmPassword",
                          "config.dbPass" : "databasePassword"
                        }""");
    }

    @Test
    void guard_azure_waitsForAsLongAsANoticeAndProtectsNobody() throws Exception {
        JsonNode guard = Samples.json(Samples.azure(Guard.builder().build()), "guard.json");

        assertThat(guard.path("bound").asInt()).isEqualTo(780);
        assertThat(guard.path("protect").asBoolean(true)).isFalse();
        assertThat(guard.has("retireAfter")).isFalse();
    }

    @Test
    void document_azure_isCloudConfigOfItsOwnSize() {
        BootDocument document = StreamManagerBoot.document(Samples.azure()).fitting();

        assertThat(document.carrier()).isEqualTo(BootCarrier.AZURE_CUSTOM_DATA);
        assertThat(document.carrier().limitBytes()).isEqualTo(65_535);
        assertThat(document.text().toString()).startsWith("#cloud-config\n").contains("cloud-init-per");
    }

    @Test
    void fails_azureWithRolloutIdle_saysWhatIsThere() {
        var settings = Samples.azure(Guard.builder().rollout(Rollout.IDLE).build());

        assertThatThrownBy(() -> StreamManagerBoot.boot(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rollout: got idle, on Azure must be keep or refresh");
    }

    @Test
    void fails_googleWithRolloutIdle_saysWhatIsThere() {
        var settings = Samples.google(Guard.builder().rollout(Rollout.IDLE).build());

        assertThatThrownBy(() -> StreamManagerBoot.boot(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rollout: got idle, on Google Cloud must be keep or refresh");
    }
}
