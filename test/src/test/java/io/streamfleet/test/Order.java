package io.streamfleet.test;

import io.streamfleet.test.provider.Canary;
import io.streamfleet.test.provider.Graph;
import io.streamfleet.test.provider.SentSecret;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What waits for what on one cloud, by types of Terraform's.
 *
 * @param group type of a group of servers
 * @param beforeGroup types that must all be there before a server starts, where there are any
 * @param entry type of the part of the public entry that ends TLS
 * @param beforeEntry types that must all be there before it
 * @param database type of a database
 * @param beforeDatabase types that must all be there before it
 * @param password how a database gets its password
 */
record Order(
        String group,
        List<String> beforeGroup,
        String entry,
        List<String> beforeEntry,
        String database,
        List<String> beforeDatabase,
        SentSecret password) {
    /** Rules that close what is left, or concern the cloud's own probes; the nodes' way to the public name. */
    private static final Pattern NOT_WAITED_FOR = Pattern.compile("Closed|WithinIngress|ProbesIngress|NodeEntry_Link");

    private static final Order GOOGLE = new Order(
            "google_compute_region_instance_group_manager",
            List.of(
                    "google_compute_router_nat",
                    "google_sql_user",
                    "google_sql_database",
                    "google_secret_manager_secret_iam_member",
                    "google_project_iam_member",
                    "google_compute_firewall"),
            "google_compute_target_https_proxy",
            List.of(
                    "google_compute_managed_ssl_certificate",
                    "google_compute_security_policy",
                    "google_compute_region_instance_group_manager"),
            "google_sql_database_instance",
            List.of("google_service_networking_connection"),
            new SentSecret("google_sql_user", "password_wo", Canary.of("databasePassword")));

    private static final Order AZURE = new Order(
            "azurerm_linux_virtual_machine_scale_set",
            List.of(
                    "azurerm_nat_gateway_public_ip_association",
                    "azurerm_subnet_nat_gateway_association",
                    "azurerm_mysql_flexible_database",
                    "azurerm_mysql_flexible_server_configuration",
                    "azurerm_mysql_flexible_server_firewall_rule",
                    "azurerm_role_assignment",
                    "azurerm_key_vault_access_policy",
                    "azurerm_network_security_rule"),
            "azurerm_application_gateway",
            List.of("azurerm_web_application_firewall_policy", "time_sleep"),
            "azurerm_mysql_flexible_server",
            List.of("azurerm_private_dns_zone_virtual_network_link"),
            new SentSecret(
                    "azurerm_mysql_flexible_server", "administrator_password_wo", Canary.of("databasePassword")));

    static Order of(TerraformCase shipped) {
        return switch (shipped.plan().cloud()) {
            case GOOGLE -> GOOGLE;
            case AZURE -> AZURE;
            case AWS -> throw new IllegalArgumentException(shipped + " does not go by Terraform");
        };
    }

    /** Returns the addresses of types, but for those that no one waits for. */
    static Set<String> addresses(Graph graph, List<String> types) {
        return types.stream()
                .flatMap(type -> graph.ofType(type).stream())
                .filter(address -> !NOT_WAITED_FOR.matcher(address).find())
                .collect(Collectors.toSet());
    }
}
