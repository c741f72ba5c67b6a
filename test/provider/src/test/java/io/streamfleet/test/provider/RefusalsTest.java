package io.streamfleet.test.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {
    private static final String GROUP = "google_compute_region_instance_group_manager";
    private static final String RULE = "google_compute_firewall";
    private static final String INSTANCE = "google_sql_database_instance";

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        "google_project_iam_custom_role",
                        Map.of("role_id", "live-nodes"),
                        "role_id: got 'live-nodes', must be letters, digits, _ and ., 3 to 64 of them"),
                Arguments.of(
                        "google_service_account",
                        Map.of("account_id", "live"),
                        "account_id: got 'live', must be a letter, then letters, digits and -, 6 to 30 together, lower"
                                + " case"),
                Arguments.of(
                        "google_dns_record_set",
                        Map.of("name", "live.example.com", "rrdatas", List.of("203.0.113.1")),
                        "name: got 'live.example.com', must be a name that ends with a dot"),
                Arguments.of(
                        GROUP,
                        Map.of(
                                "update_policy",
                                List.of(Map.of(
                                        "max_surge_fixed", BigDecimal.ONE, "max_surge_percent", BigDecimal.ONE))),
                        "update_policy.0.max_surge_fixed: must have at most one of max_surge_fixed, max_surge_percent"),
                Arguments.of(
                        GROUP,
                        Map.of("auto_healing_policies", List.of(Map.of("initial_delay_sec", new BigDecimal("3601")))),
                        "auto_healing_policies.0.initial_delay_sec: got '3601', must be 0 to 3600"),
                Arguments.of(
                        RULE,
                        Map.of("name", "live", "source_ranges", List.of("10.0.0.0/8")),
                        "allow: must have exactly one of allow, deny"),
                Arguments.of(
                        RULE,
                        Map.of("name", "live", "allow", List.of(Map.of("protocol", "tcp"))),
                        "source_ranges: must have at least one of source_ranges, source_tags, source_service_accounts"),
                Arguments.of(
                        "google_sql_user",
                        Map.of("name", "admin", "password_wo", "x"),
                        "password_wo: needs password_wo_version as well"),
                Arguments.of(
                        INSTANCE,
                        Map.of(
                                "database_version",
                                "MYSQL_8_4",
                                "settings",
                                List.of(Map.of(
                                        "backup_configuration",
                                        List.of(Map.of("point_in_time_recovery_enabled", true))))),
                        "settings.0.backup_configuration.0.point_in_time_recovery_enabled: got 'true', must be"
                                + " another"),
                Arguments.of(
                        "azurerm_linux_virtual_machine_scale_set",
                        Map.of("source_image_id", "image", "custom_data", "#cloud-config"),
                        "custom_data: got '#cloud-config', must be base64"),
                Arguments.of(
                        "azurerm_linux_virtual_machine_scale_set",
                        Map.of(
                                "source_image_id",
                                "image",
                                "admin_ssh_key",
                                List.of(Map.of("public_key", "ecdsa-sha2-nistp256 AAAA"))),
                        "admin_ssh_key.0.public_key: got 'ecdsa-sha2-nistp256 AAAA', must be an Ed25519 or RSA key"),
                Arguments.of(
                        "azurerm_linux_virtual_machine_scale_set",
                        Map.of(
                                "source_image_id",
                                "image",
                                "automatic_instance_repair",
                                List.of(Map.of("grace_period", "PT2H"))),
                        "automatic_instance_repair.0.grace_period: got 'PT2H', must be PT10M to PT90M"),
                Arguments.of(
                        "azurerm_mysql_flexible_server",
                        Map.of("name", "live", "version", "8.0"),
                        "version: got '8.0', must be one of 5.7, 8.0.21, 8.4"),
                Arguments.of(
                        "azurerm_role_assignment",
                        Map.of("principal_type", "ServicePrincipal"),
                        "role_definition_id: must have exactly one of role_definition_id, role_definition_name"),
                Arguments.of(
                        "time_sleep",
                        Map.of("create_duration", "PT2M"),
                        "create_duration: got 'PT2M', must be a time such as 120s"),
                Arguments.of(
                        "google_compute_region_instance_template",
                        Map.of("name_prefix", "l".repeat(55)),
                        "name_prefix: got '" + "l".repeat(55) + "', must be at most 54 characters, since 9 are added"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("refused")
    void fails_configurationThatTheRealProviderRefuses_isRefused(String type, Map<String, Object> config, String said) {
        assertThat(Refusals.of(type, config)).extracting(Diagnostic::summary).containsExactly(said);
    }

    @Test
    void of_whatIsNotKnownYet_passes() {
        assertThat(Refusals.of(
                        RULE, Map.of("name", Unknown.VALUE, "source_ranges", Unknown.VALUE, "allow", Unknown.VALUE)))
                .isEmpty();
    }

    @Test
    void of_egress_needsNoSource() {
        assertThat(Refusals.of(
                        RULE,
                        Map.of("name", "live", "direction", "EGRESS", "deny", List.of(Map.of("protocol", "all")))))
                .isEmpty();
    }

    @Test
    void fails_deleteOfWhatIsProtected_isRefused() {
        assertThat(Refusals.ofDelete(INSTANCE, Map.of("name", "live", "deletion_protection", true)))
                .containsExactly(Diagnostic.at(INSTANCE + " 'live': deletion_protection is true"));
        assertThat(Refusals.ofDelete(INSTANCE, Map.of("name", "live"))).hasSize(1);
        assertThat(Refusals.ofDelete(INSTANCE, Map.of("name", "live", "deletion_protection", false)))
                .isEmpty();
        assertThat(Refusals.ofDelete("google_compute_network", Map.of("name", "live", "deletion_policy", "PREVENT")))
                .containsExactly(Diagnostic.at("google_compute_network 'live': deletion_policy is PREVENT"));
    }
}
