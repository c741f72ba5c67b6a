package io.streamfleet.test.provider;

import static io.streamfleet.test.provider.Check.atMostOneOf;
import static io.streamfleet.test.provider.Check.between;
import static io.streamfleet.test.provider.Check.exactlyOneOf;
import static io.streamfleet.test.provider.Check.isBase64;
import static io.streamfleet.test.provider.Check.isTimeBetween;
import static io.streamfleet.test.provider.Check.matches;
import static io.streamfleet.test.provider.Check.needs;
import static io.streamfleet.test.provider.Check.oneOf;

/**
 * What hashicorp/azurerm 5.2 and hashicorp/time 0.14 refuse of what streamfleet emits.
 *
 * @see <a href="https://github.com/hashicorp/terraform-provider-azurerm">hashicorp/azurerm</a>
 */
final class AzureRefusals {
    private AzureRefusals() {}

    static void addTo(Checks checks) {
        network(checks);
        rights(checks);
        entry(checks);
        servers(checks);
        database(checks);
        checks.put("time_sleep", matches("create_duration", "[0-9]+(\\.[0-9]+)?(ms|s|m|h)", "a time such as 120s"));
    }

    private static void network(Checks checks) {
        checks.put(
                "azurerm_public_ip",
                oneOf("allocation_method", "Static", "Dynamic"),
                oneOf("sku", "Basic", "Standard", "StandardV2"),
                between("idle_timeout_in_minutes", 4, 30));
        checks.put(
                "azurerm_nat_gateway",
                oneOf("sku_name", "Standard", "StandardV2"),
                between("idle_timeout_in_minutes", 4, 120));
        checks.put(
                "azurerm_network_security_rule",
                between("priority", 100, 4096),
                matches("description", "(?s).{0,140}", "at most 140 characters"),
                oneOf("access", "Allow", "Deny"),
                oneOf("direction", "Inbound", "Outbound"),
                oneOf("protocol", "*", "Tcp", "Udp", "Icmp", "Ah", "Esp"),
                atMostOneOf("", "source_port_range", "source_port_ranges"),
                atMostOneOf("", "destination_port_range", "destination_port_ranges"),
                exactlyOneOf(
                        "",
                        "source_address_prefix",
                        "source_address_prefixes",
                        "source_application_security_group_ids"),
                exactlyOneOf(
                        "",
                        "destination_address_prefix",
                        "destination_address_prefixes",
                        "destination_application_security_group_ids"));
        checks.put("azurerm_dns_a_record", atMostOneOf("", "records", "target_resource_id"));
    }

    private static void rights(Checks checks) {
        checks.put(
                "azurerm_role_assignment",
                exactlyOneOf("", "role_definition_id", "role_definition_name"),
                oneOf("principal_type", "User", "Group", "ServicePrincipal"));
    }

    private static void entry(Checks checks) {
        checks.put(
                "azurerm_application_gateway",
                between("autoscale_configuration.min_capacity", 0, 100),
                between("autoscale_configuration.max_capacity", 2, 125),
                between("backend_http_settings.request_timeout", 1, 86400),
                between("backend_http_settings.connection_draining.drain_timeout_sec", 1, 3600),
                oneOf("backend_http_settings.cookie_based_affinity", "Enabled", "Disabled"),
                between("request_routing_rule.priority", 1, 20000),
                between("probe.interval", 1, 86400),
                between("probe.timeout", 1, 86400),
                between("probe.unhealthy_threshold", 1, 20),
                matches(
                        "ssl_certificate.key_vault_secret_id",
                        "https://[a-zA-Z0-9-]+\\.vault\\.[a-z.]+(:443)?/secrets/[a-zA-Z0-9-]+(/[0-9a-f]+)?",
                        "a secret of a key vault"));
        checks.put(
                "azurerm_web_application_firewall_policy",
                oneOf("custom_rules.action", "Allow", "Block", "Log", "JSChallenge"),
                oneOf(
                        "managed_rules.managed_rule_set.type",
                        "OWASP",
                        "Microsoft_BotManagerRuleSet",
                        "Microsoft_DefaultRuleSet"),
                oneOf(
                        "managed_rules.managed_rule_set.version",
                        "0.1",
                        "1.0",
                        "1.1",
                        "2.1",
                        "2.2",
                        "2.2.9",
                        "3.0",
                        "3.1",
                        "3.2"));
        checks.put(
                "azurerm_lb_probe",
                oneOf("protocol", "Http", "Https", "Tcp"),
                between("probe_threshold", 1, 100),
                between("interval_in_seconds", 5, Integer.MAX_VALUE));
        checks.put("azurerm_lb_rule", between("idle_timeout_in_minutes", 4, 100));
    }

    private static void servers(Checks checks) {
        checks.put(
                "azurerm_linux_virtual_machine_scale_set",
                exactlyOneOf("", "source_image_id", "source_image_reference"),
                isBase64("custom_data"),
                oneOf("upgrade_mode", "Manual", "Automatic", "Rolling"),
                matches(
                        "admin_ssh_key.public_key",
                        "(?s)(ssh-ed25519|ssh-rsa) [A-Za-z0-9+/=]+( .*)?\\s*",
                        "an Ed25519 or RSA key"),
                isTimeBetween("automatic_instance_repair.grace_period", "PT10M", "PT90M"),
                oneOf("automatic_instance_repair.action", "Replace", "Restart", "Reimage"),
                isTimeBetween("termination_notification.timeout", "PT5M", "PT15M"));
        checks.put(
                "azurerm_monitor_autoscale_setting",
                between("profile.capacity.minimum", 0, 1000),
                between("profile.capacity.maximum", 0, 1000),
                between("profile.capacity.default", 0, 1000),
                oneOf("profile.rule.scale_action.direction", "Increase", "Decrease"));
    }

    private static void database(Checks checks) {
        checks.put(
                "azurerm_mysql_flexible_server",
                matches("name", "[a-z0-9][a-z0-9-]{1,61}[a-z0-9]", "3 to 63 lower-case letters, digits and -"),
                oneOf("version", "5.7", "8.0.21", "8.4"),
                between("backup_retention_days", 1, 35),
                oneOf("high_availability.mode", "ZoneRedundant", "SameZone"),
                between("storage.size_gb", 20, 16384),
                oneOf("public_network_access", "Enabled", "Disabled"),
                atMostOneOf("", "administrator_password", "administrator_password_wo"),
                needs("", "administrator_password_wo", "administrator_password_wo_version"));
    }
}
