package io.streamfleet.test.provider;

import static io.streamfleet.test.provider.Check.atLeastOneOf;
import static io.streamfleet.test.provider.Check.atMostOneOf;
import static io.streamfleet.test.provider.Check.between;
import static io.streamfleet.test.provider.Check.exactlyOneOf;
import static io.streamfleet.test.provider.Check.isNot;
import static io.streamfleet.test.provider.Check.matches;
import static io.streamfleet.test.provider.Check.needs;
import static io.streamfleet.test.provider.Check.oneOf;

import java.util.List;
import java.util.Map;

/**
 * What hashicorp/google 7.45 refuses of what streamfleet emits.
 *
 * @see <a href="https://github.com/hashicorp/terraform-provider-google">hashicorp/google</a>
 */
final class GoogleRefusals {
    private static final String NAME = "[a-z]([-a-z0-9]{0,61}[a-z0-9])?";
    private static final String NAME_WORDS = "a letter, then letters, digits and -, at most 63, lower case";

    private final Checks checks;

    private GoogleRefusals(Checks checks) {
        this.checks = checks;
    }

    static void addTo(Checks checks) {
        var google = new GoogleRefusals(checks);
        google.network();
        google.entry();
        google.servers();
        google.database();
    }

    private void network() {
        for (String type : List.of("network", "firewall", "subnetwork", "region_autoscaler", "security_policy")) {
            put("google_compute_" + type, matches("name", NAME, NAME_WORDS));
        }
        put(
                "google_compute_address",
                matches("name", NAME, NAME_WORDS),
                oneOf("address_type", "INTERNAL", "EXTERNAL"),
                oneOf("network_tier", "PREMIUM", "STANDARD"));
        put("google_compute_global_address", oneOf("address_type", "INTERNAL", "EXTERNAL"));
        put("google_compute_network", oneOf("routing_mode", "REGIONAL", "GLOBAL"));
        put(
                "google_compute_subnetwork",
                oneOf(
                        "log_config.aggregation_interval",
                        "INTERVAL_5_SEC",
                        "INTERVAL_30_SEC",
                        "INTERVAL_1_MIN",
                        "INTERVAL_5_MIN",
                        "INTERVAL_10_MIN",
                        "INTERVAL_15_MIN"),
                oneOf("log_config.metadata", "EXCLUDE_ALL_METADATA", "INCLUDE_ALL_METADATA", "CUSTOM_METADATA"));
        put(
                "google_compute_firewall",
                exactlyOneOf("", "allow", "deny"),
                oneOf("direction", "INGRESS", "EGRESS"),
                between("priority", 0, 65535),
                config -> "EGRESS".equals(config.get("direction"))
                        ? List.of()
                        : atLeastOneOf("", "source_ranges", "source_tags", "source_service_accounts")
                                .check(config));
        put(
                "google_compute_router_nat",
                matches("name", "[a-z][-a-z0-9]{0,61}[a-z0-9]", NAME_WORDS),
                oneOf("nat_ip_allocate_option", "MANUAL_ONLY", "AUTO_ONLY"),
                oneOf(
                        "source_subnetwork_ip_ranges_to_nat",
                        "ALL_SUBNETWORKS_ALL_IP_RANGES",
                        "ALL_SUBNETWORKS_ALL_PRIMARY_IP_RANGES",
                        "LIST_OF_SUBNETWORKS"),
                oneOf("log_config.filter", "ERRORS_ONLY", "TRANSLATIONS_ONLY", "ALL"));
        put(
                "google_project_iam_custom_role",
                matches("role_id", "[a-zA-Z0-9_.]{3,64}", "letters, digits, _ and ., 3 to 64 of them"),
                oneOf("stage", "ALPHA", "BETA", "GA", "DEPRECATED", "DISABLED", "EAP"));
        put(
                "google_service_account",
                matches(
                        "account_id",
                        "[a-z][-a-z0-9]{4,28}[a-z0-9]",
                        "a letter, then letters, digits and -, 6 to 30 together, lower case"));
        put(
                "google_secret_manager_secret_version",
                exactlyOneOf("", "secret_data", "secret_data_wo"),
                needs("", "secret_data_wo", "secret_data_wo_version"));
        put("google_secret_manager_secret", exactlyOneOf("replication", "auto", "user_managed"));
    }

    private void entry() {
        for (String type : List.of("backend_service", "region_backend_service")) {
            put(
                    "google_compute_" + type,
                    oneOf("protocol", "HTTP", "HTTPS", "HTTP2", "TCP", "SSL", "UDP", "GRPC", "UNSPECIFIED", "H2C"),
                    oneOf("backend.balancing_mode", "UTILIZATION", "RATE", "CONNECTION", "CUSTOM_METRICS", "IN_FLIGHT"),
                    oneOf(
                            "load_balancing_scheme",
                            "EXTERNAL",
                            "INTERNAL",
                            "INTERNAL_SELF_MANAGED",
                            "INTERNAL_MANAGED",
                            "EXTERNAL_MANAGED"));
        }
        for (String type : List.of("forwarding_rule", "global_forwarding_rule")) {
            put(
                    "google_compute_" + type,
                    oneOf("ip_protocol", "TCP", "UDP", "ESP", "AH", "SCTP", "ICMP", "L3_DEFAULT"),
                    oneOf(
                            "load_balancing_scheme",
                            "EXTERNAL",
                            "EXTERNAL_MANAGED",
                            "INTERNAL",
                            "INTERNAL_MANAGED",
                            "INTERNAL_SELF_MANAGED"));
        }
        put(
                "google_compute_health_check",
                exactlyOneOf(
                        "",
                        "http_health_check",
                        "https_health_check",
                        "http2_health_check",
                        "tcp_health_check",
                        "ssl_health_check",
                        "grpc_health_check",
                        "grpc_tls_health_check"),
                oneOf("http_health_check.port_specification", "USE_FIXED_PORT", "USE_NAMED_PORT", "USE_SERVING_PORT"));
        put(
                "google_compute_url_map",
                config -> isGivenIn(config, "default_route_action")
                        ? List.of()
                        : exactlyOneOf("", "default_service", "default_url_redirect")
                                .check(config),
                oneOf(
                        "default_url_redirect.redirect_response_code",
                        "FOUND",
                        "MOVED_PERMANENTLY_DEFAULT",
                        "PERMANENT_REDIRECT",
                        "SEE_OTHER",
                        "TEMPORARY_REDIRECT"));
        put(
                "google_compute_ssl_policy",
                oneOf("min_tls_version", "TLS_1_0", "TLS_1_1", "TLS_1_2", "TLS_1_3"),
                oneOf("profile", "COMPATIBLE", "MODERN", "RESTRICTED", "CUSTOM", "FIPS_202205"));
        put(
                "google_compute_security_policy",
                oneOf("type", "CLOUD_ARMOR", "CLOUD_ARMOR_EDGE", "CLOUD_ARMOR_INTERNAL_SERVICE"),
                oneOf("rule.match.versioned_expr", "SRC_IPS_V1"));
        put(
                "google_dns_record_set",
                matches("name", ".*\\.", "a name that ends with a dot"),
                exactlyOneOf("", "rrdatas", "routing_policy"));
        put("google_dns_managed_zone", oneOf("visibility", "private", "public"));
    }

    private void servers() {
        put(
                "google_compute_region_instance_template",
                matches("name", NAME, NAME_WORDS),
                atMostOneOf("", "name", "name_prefix"),
                matches("name_prefix", ".{0,54}", "at most 54 characters, since 9 are added"));
        put(
                "google_compute_region_instance_group_manager",
                between("auto_healing_policies.initial_delay_sec", 0, 3600),
                oneOf("update_policy.type", "OPPORTUNISTIC", "PROACTIVE"),
                oneOf("update_policy.minimal_action", "NONE", "REFRESH", "RESTART", "REPLACE"),
                oneOf("update_policy.most_disruptive_allowed_action", "NONE", "REFRESH", "RESTART", "REPLACE"),
                oneOf("update_policy.instance_redistribution_type", "PROACTIVE", "NONE"),
                oneOf("update_policy.replacement_method", "RECREATE", "SUBSTITUTE"),
                atMostOneOf("update_policy", "max_surge_fixed", "max_surge_percent"),
                atMostOneOf("update_policy", "max_unavailable_fixed", "max_unavailable_percent"),
                oneOf("instance_lifecycle_policy.force_update_on_repair", "YES", "NO"),
                oneOf("instance_lifecycle_policy.default_action_on_failure", "REPAIR", "DO_NOTHING"));
    }

    private void database() {
        put(
                "google_sql_database_instance",
                atLeastOneOf("", "settings", "clone", "point_in_time_restore_context"),
                oneOf("settings.edition", "ENTERPRISE", "ENTERPRISE_PLUS"),
                oneOf("settings.availability_type", "REGIONAL", "ZONAL"),
                oneOf(
                        "settings.ip_configuration.ssl_mode",
                        "ALLOW_UNENCRYPTED_AND_ENCRYPTED",
                        "ENCRYPTED_ONLY",
                        "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"),
                between("settings.maintenance_window.day", 1, 7),
                between("settings.maintenance_window.hour", 0, 23),
                GoogleRefusals::noRecoveryToAnyTimeForMySql);
        put(
                "google_sql_user",
                atMostOneOf("", "password", "password_wo"),
                needs("", "password_wo", "password_wo_version"));
    }

    /** The provider has that key for PostgreSQL and SQL Server; with MySQL the binary log is it. */
    private static List<Diagnostic> noRecoveryToAnyTimeForMySql(Map<String, Object> config) {
        boolean isMySql = config.get("database_version") instanceof String version && version.startsWith("MYSQL");
        return isMySql
                ? isNot("settings.backup_configuration.point_in_time_recovery_enabled", true)
                        .check(config)
                : List.of();
    }

    private static boolean isGivenIn(Map<String, Object> config, String block) {
        return config.get(block) instanceof List<?> list && !list.isEmpty();
    }

    private void put(String type, Check... added) {
        checks.put(type, added);
    }
}
