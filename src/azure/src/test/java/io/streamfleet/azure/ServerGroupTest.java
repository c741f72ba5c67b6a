package io.streamfleet.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroup;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.boot.BootText;
import io.streamfleet.core.boot.CloudValue;
import io.streamfleet.core.spec.AzureKeyVault;
import io.streamfleet.core.spec.AzureScaleIn;
import io.streamfleet.core.spec.AzureScaleOut;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.core.spec.Schedule;
import io.streamfleet.terraform.Synth;
import io.streamfleet.terraform.TerraformText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ServerGroupTest {
    private static final String GROUP = "azurerm_linux_virtual_machine_scale_set";
    private static final String SETTING = "azurerm_monitor_autoscale_setting";

    private static final AzureScaleOut OUT = new AzureScaleOut(70, Duration.ofMinutes(5), 1, Duration.ofMinutes(5));

    @Test
    void group_byDefault_isOneThatKeepsSessions() {
        Synth synth = synth(
                template -> template, group -> group.gatewayPools(List.of("gateway/backendAddressPools/managers")));

        assertThat(synth.only(GROUP)).isEqualTo(Synth.json("""
                        {"name": "live-stream-manager", "resource_group_name": "red5", "location": "eastus",
                         "sku": "Standard_D2s_v5", "instances": 2,
                         "source_image_id": "%s",
                         "upgrade_mode": "Manual", "overprovision": false, "single_placement_group": false,
                         "zone_balance": false, "zones": ["1", "2", "3"],
                         "admin_username": "azureuser", "disable_password_authentication": true,
                         "admin_ssh_key": [{"username": "azureuser", "public_key": "%s"}],
                         "encryption_at_host_enabled": true,
                         "os_disk": {"caching": "ReadWrite", "storage_account_type": "StandardSSD_LRS",
                                     "disk_size_gb": 30},
                         "network_interface": [{"name": "primary", "primary": true,
                            "network_security_group_id":
                                "${azurerm_network_security_group.ServerTemplate/SecurityGroup.id}",
                            "ip_configuration": [{"name": "primary", "primary": true,
                               "subnet_id": "${azurerm_subnet.Network/ServerSubnet.id}",
                               "application_gateway_backend_address_pool_ids":
                                    ["gateway/backendAddressPools/managers"]}]}],
                         "identity": {"type": "UserAssigned", "identity_ids":
                            ["${azurerm_user_assigned_identity.ServerTemplate/Identity/Identity.id}"]},
                         "extension": [{"name": "health", "publisher": "Microsoft.ManagedServices",
                            "type": "ApplicationHealthLinux", "type_handler_version": "1.0",
                            "auto_upgrade_minor_version": true, "settings":
                            "{\\"protocol\\":\\"http\\",\\"port\\":5080,\\"requestPath\\":\\"/\\",\\"intervalInSeconds\\":30,\\"numberOfProbes\\":8}"}],
                         "automatic_instance_repair": {"enabled": true, "action": "Replace", "grace_period": "PT10M"},
                         "termination_notification": {"enabled": true, "timeout": "PT15M"},
                         "boot_diagnostics": {}, "tags": {"team": "video"},
                         "lifecycle": {"prevent_destroy": true, "ignore_changes": ["instances"]},
                         "depends_on": [
                            "azurerm_nat_gateway_public_ip_association.Network/Nat/AddressOfGateway",
                            "azurerm_subnet_nat_gateway_association.Network/Nat/GatewayOfSubnet"]}""".formatted(ServerSamples.IMAGE, ServerSamples.SSH_KEY)));
    }

    /** The extension refuses settings that take longer, and with it no server comes up. */
    @Test
    void health_ofServers_isKnownWithinFourMinutes() {
        JsonNode settings = Synth.json(synth(template -> template, group -> group)
                .only(GROUP)
                .at("/extension/0/settings")
                .asText());

        assertThat(settings.get("intervalInSeconds").asInt()
                        * settings.get("numberOfProbes").asInt())
                .isBetween(1, 240);
    }

    @Test
    void autoscale_withLongSessions_onlyAdds() {
        assertThat(synth(template -> template, group -> group).only(SETTING)).isEqualTo(Synth.json("""
                        {"name": "live-stream-manager", "resource_group_name": "red5", "location": "eastus",
                         "target_resource_id": "${azurerm_linux_virtual_machine_scale_set.Managers/Group.id}",
                         "profile": [{"name": "default", "capacity": {"default": 2, "minimum": 2, "maximum": 6},
                            "rule": [{"metric_trigger": {"metric_name": "Percentage CPU",
                               "metric_resource_id": "${azurerm_linux_virtual_machine_scale_set.Managers/Group.id}",
                               "time_grain": "PT1M", "statistic": "Average", "time_window": "PT5M",
                               "time_aggregation": "Average", "operator": "GreaterThanOrEqual", "threshold": 70},
                              "scale_action": {"direction": "Increase", "type": "ChangeCount", "value": 1,
                                               "cooldown": "PT5M"}}]}],
                         "tags": {"team": "video"}}"""));
    }

    @Test
    void autoscale_withScaleIn_alsoRemoves() {
        JsonNode rules = synth(template -> template, group -> group.longSessions(false)
                        .scaling(Scaling.outAndIn(
                                OUT, new AzureScaleIn(30, Duration.ofMinutes(30), 1, Duration.ofMinutes(3)))))
                .only(SETTING)
                .at("/profile/0/rule");

        assertThat(rules).hasSize(2);
        assertThat(rules.at("/1/metric_trigger/operator").asText()).isEqualTo("LessThanOrEqual");
        assertThat(rules.at("/1/metric_trigger/time_window").asText()).isEqualTo("PT30M");
        assertThat(rules.at("/1/scale_action")).isEqualTo(Synth.json("""
                        {"direction": "Decrease", "type": "ChangeCount", "value": 1, "cooldown": "PT3M"}"""));
    }

    @Test
    void autoscale_schedules_areProfilesUntilTheNext() {
        var schedules = new LinkedHashMap<String, Schedule>();
        schedules.put("day", new Schedule("0 8 * * MON-FRI", "Europe/Berlin", 4, 6));
        schedules.put("night", new Schedule("30 20,22 * * *", "UTC", 2, 6));

        JsonNode profiles = synth(template -> template, group -> group.schedules(schedules))
                .only(SETTING)
                .at("/profile");

        assertThat(profiles.findValuesAsText("name")).containsExactly("default", "day", "night-2030", "night-2230");
        assertThat(profiles.at("/1/recurrence")).isEqualTo(Synth.json("""
                        {"timezone": "W. Europe Standard Time",
                         "days": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
                         "hours": [8], "minutes": [0]}"""));
        assertThat(profiles.at("/1/capacity"))
                .isEqualTo(Synth.json("{\"default\": 4, \"minimum\": 4, \"maximum\": 6}"));
        assertThat(profiles.at("/1/rule")).isEqualTo(profiles.at("/0/rule"));
        assertThat(profiles.at("/3/recurrence/days")).hasSize(7);
        assertThat(profiles.at("/3/recurrence/hours/0").asInt()).isEqualTo(22);
    }

    @Test
    void autoscale_email_isTold() {
        assertThat(synth(template -> template, group -> group.email("operations@example.com"))
                        .only(SETTING)
                        .at("/notification"))
                .isEqualTo(Synth.json("{\"email\": {\"custom_emails\": [\"operations@example.com\"]}}"));
    }

    @Test
    void group_customData_isEncodedByTerraformWhenItIsFinal() {
        BootText text = BootText.of("echo ${HOME} ").plus(BootText.of(new CloudValue("databaseHost", 63)));
        Synth synth = synth(
                template -> template.customData(TerraformText.of(text, value -> "${local.host}")), group -> group);

        String encoded = synth.only(GROUP).at("/custom_data").asText();
        assertThat(encoded).matches("\\$\\{base64encode\\(local\\.[A-Za-z0-9_-]+\\)}");
        String local = encoded.substring("${base64encode(local.".length(), encoded.length() - 2);
        assertThat(synth.json().at("/locals/" + local).asText()).isEqualTo("echo $${HOME} ${local.host}");
    }

    @Test
    void group_withoutZonesAndWithAddress_saysSo() {
        JsonNode group = synth(
                        template -> template.publicAddress(true).encryptionAtHost(false),
                        props -> props.zones(List.of()).loadBalancerPools(List.of("pool")))
                .only(GROUP);

        assertThat(group.has("zones")).isFalse();
        assertThat(group.has("depends_on")).as("no NAT is needed").isFalse();
        assertThat(group.at("/encryption_at_host_enabled").asBoolean()).isFalse();
        assertThat(group.at("/network_interface/0/ip_configuration/0/public_ip_address"))
                .isEqualTo(Synth.json("[{\"name\": \"public\"}]"));
        assertThat(group.at("/network_interface/0/ip_configuration/0/load_balancer_backend_address_pool_ids/0")
                        .asText())
                .isEqualTo("pool");
    }

    @Test
    void template_imageOfAMachine_isMadeBeforeTheOldOneGoes() {
        String machine = "/subscriptions/s/resourceGroups/red5/providers/Microsoft.Compute/virtualMachines/sm-11";
        Synth synth = synth(template -> template.image(ServerImage.fromVm(machine)), group -> group);

        JsonNode image = synth.only("azurerm_image");
        assertThat(image.at("/name").asText()).matches("live-stream-manager-[0-9a-f]{8}");
        assertThat(image.at("/source_virtual_machine_id").asText()).isEqualTo(machine);
        assertThat(image.at("/hyper_v_generation").asText()).isEqualTo("V2");
        assertThat(image.at("/lifecycle/create_before_destroy").asBoolean()).isTrue();
        assertThat(synth.only(GROUP).at("/source_image_id").asText())
                .isEqualTo("${azurerm_image.ServerTemplate/Image.id}");
    }

    @Test
    void template_securityGroupAndIdentity_areTheServersOwn() {
        Synth synth = AzureSynth.of(stack -> {
            Network network = ServerSamples.network(stack);
            var template = new ServerTemplate(
                    stack, "ServerTemplate", ServerSamples.template(network).build());
            assertThat(template.peer().addresses()).containsExactly("10.30.24.0/21");
        });

        assertThat(synth.only("azurerm_network_security_group")).isEqualTo(Synth.json("""
                        {"name": "live-stream-manager", "resource_group_name": "red5", "location": "eastus",
                         "tags": {"team": "video"}}"""));
        assertThat(synth.only("azurerm_user_assigned_identity")).isEqualTo(Synth.json("""
                        {"name": "live-stream-manager", "resource_group_name": "red5", "location": "eastus",
                         "tags": {"team": "video"}}"""));
        assertThat(synth.all("azurerm_role_assignment")).isEmpty();
    }

    @Test
    void letRead_byRole_isOneSecretAlone() {
        assertThat(reading(AzureKeyVault.Access.RBAC).only("azurerm_role_assignment"))
                .isEqualTo(Synth.json("""
                        {"scope": "%s/secrets/live-stream-manager", "role_definition_name": "Key Vault Secrets User",
                         "principal_id": "${azurerm_user_assigned_identity.Identity/Identity.principal_id}",
                         "principal_type": "ServicePrincipal", "skip_service_principal_aad_check": true}""".formatted(Samples.VAULT)));
    }

    @Test
    void letRead_byPolicy_isReadingSecretsAlone() {
        assertThat(reading(AzureKeyVault.Access.POLICY).only("azurerm_key_vault_access_policy"))
                .isEqualTo(Synth.json("""
                        {"key_vault_id": "%s",
                         "tenant_id": "${azurerm_user_assigned_identity.Identity/Identity.tenant_id}",
                         "object_id": "${azurerm_user_assigned_identity.Identity/Identity.principal_id}",
                         "secret_permissions": ["Get"]}""".formatted(Samples.VAULT)));
    }

    @Test
    void startAfter_resources_areWaitedFor() {
        Synth synth = AzureSynth.of(stack -> {
            Network network = ServerSamples.network(stack);
            var group = new ServerGroup(
                    stack,
                    "Managers",
                    ServerSamples.group(stack, ServerSamples.template(network).build())
                            .build());
            group.startAfter(List.of(ResourceGroup.Builder.create(stack, "Other")
                    .name("other")
                    .location("eastus")
                    .build()));
        });

        assertThat(synth.only(GROUP).at("/depends_on/2").asText()).isEqualTo("azurerm_resource_group.Other");
    }

    @Test
    void fails_group_whatCutsSessions() {
        assertThatThrownBy(() -> synth(template -> template, group -> group.scaling(Scaling.outAndIn(
                                OUT, new AzureScaleIn(30, Duration.ofMinutes(30), 1, Duration.ofMinutes(3))))
                        .rollout(Rollout.REFRESH)
                        .schedules(Map.of("night", new Schedule("0 20 * * *", "UTC", 1, 4)))))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        rollout: got refresh with long sessions, must be keep, or longSessions: false; a server that is \
                        replaced takes its sessions along
                        scaling: got scale-in with long sessions, must be scale-out alone, or longSessions: false; a server \
                        that is removed takes its sessions along
                        schedules.night.max: got 4, must be the largest max of all (6), with long sessions; lower min alone: a \
                        maximum that falls ends sessions, or keeps servers out""");
    }

    @Test
    void fails_group_whatAzureCannot() {
        assertThatThrownBy(() -> synth(template -> template, group -> group.rollout(Rollout.IDLE)
                        .grace(Duration.ofSeconds(630))
                        .zones(List.of("4"))
                        .schedules(Map.of(
                                "month", new Schedule("0 20 1 * *", "UTC", 1, 6),
                                "often", new Schedule("*/5 * * * *", "Antarctica/Troll", 1, 6)))))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        grace: got 630s, must be whole minutes
                        rollout: got idle, must be keep or refresh, since no server of a scale set can be held back
                        schedules: got 288 times of the week, must be at most 19, since a scale set on Azure has 20 \
                        profiles; remove some
                        schedules.month.cron: got 0 20 1 * *, must be on days of the week, such as 30 18 * * MON-FRI, since \
                        Azure knows no others; leave day of month and month at *
                        schedules.often.timeZone: got Antarctica/Troll, must be a time zone that Azure's autoscaling has a name \
                        for; take a city of the same time
                        zones[0]: got 4, must be an availability zone, 1 to 3""");
    }

    @Test
    void fails_template_outsideTheLimits() {
        assertThatThrownBy(() -> synth(
                        template -> template.sshKey("-----BEGIN OPENSSH PRIVATE KEY-----")
                                .diskGib(8)
                                .vmSize("F2Standard_F2")
                                .customData("x".repeat(65_536)),
                        group -> group))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageContaining("customData: got 65536 bytes, must be at most 65535")
                .hasMessageContaining("diskGib: got 8, must be 16 to 4095")
                .hasMessageContaining("vmSize: got F2Standard_F2, must be a VM size, such as Standard_D2s_v5")
                .hasMessageNotContaining("BEGIN");
        assertThatThrownBy(() -> ServerImage.fromVm("sm-11"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "image: got sm-11, must be a virtual machine's id, /subscriptions/.../virtualMachines/NAME");
    }

    @Test
    void existing_group_isNeverChanged() {
        IServerGroup group = ServerGroup.fromAttributes("live", "id");
        group.startAfter(List.of());

        assertThat(group.groupId()).isEqualTo("id");
        assertThat(group.groupName()).isEqualTo("live");
    }

    private static Synth reading(AzureKeyVault.Access access) {
        return AzureSynth.of(stack -> {
            var identity = new ServerIdentity(
                    stack,
                    "Identity",
                    ServerIdentityProps.builder()
                            .name("live-server")
                            .place(ServerSamples.PLACE)
                            .build());
            identity.letRead("TierSecret", new AzureKeyVault(Samples.VAULT, access), "live-stream-manager");
            assertThat(identity.permissions()).hasSize(1);
        });
    }

    private static Synth synth(
            UnaryOperator<ServerTemplatePropsBuilder> template, UnaryOperator<ServerGroupPropsBuilder> group) {
        return AzureSynth.of(stack -> {
            Network network = ServerSamples.network(stack);
            ServerTemplateProps made =
                    template.apply(ServerSamples.template(network)).build();
            new ServerGroup(
                    stack,
                    "Managers",
                    group.apply(ServerSamples.group(stack, made)).build());
        });
    }
}
