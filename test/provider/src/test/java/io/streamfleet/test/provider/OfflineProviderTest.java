package io.streamfleet.test.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the provider plans and makes, with the real schemas. */
class OfflineProviderTest {
    private static final List<ProviderSchemas> SCHEMAS =
            ProviderSchemas.in(Path.of("..", "..", "src", "bindings", "schemas"));
    private static final String TEMPLATE = "google_compute_region_instance_template";

    private OfflineProvider provider;

    @BeforeEach
    void start() {
        provider = new OfflineProvider(SCHEMAS.stream()
                .filter(each -> each.source().equals("hashicorp/google"))
                .findFirst()
                .orElseThrow());
        provider.configure(Map.of("project", "my-project", "region", "europe-west1"));
    }

    @Test
    void schemas_ofTheBindings_areThere() {
        assertThat(SCHEMAS).extracting(ProviderSchemas::source).contains("hashicorp/google", "hashicorp/azurerm");
    }

    @Test
    void plan_ofNewResource_keepsWhatIsConfiguredAndLeavesTheRestOpen() {
        Map<String, Object> planned = Values.object(provider.plan(TEMPLATE, template()));

        assertThat(planned)
                .containsEntry("machine_type", "e2-small")
                .containsEntry("id", Unknown.VALUE)
                .containsEntry("metadata", null);
        assertThat(Values.object(((List<?>) planned.get("disk")).get(0)))
                .containsEntry("boot", true)
                .containsEntry("type", Unknown.VALUE)
                .containsEntry("source", null);
    }

    @Test
    void apply_ofPlan_leavesNothingOpen() {
        Object planned = provider.plan(TEMPLATE, template());
        Object made = provider.apply(TEMPLATE, null, planned, template()).value();

        assertThat(made.toString()).doesNotContain("VALUE");
        assertThat(Values.object(made))
                .containsEntry("project", "my-project")
                .containsEntry("region", "europe-west1")
                .containsEntry("deletion_policy", "DELETE");
        assertThat(provider.plan(TEMPLATE, made)).as("a second plan").isEqualTo(made);
    }

    @Test
    void plan_writeOnly_isNotKeptAndSentWhenItIsMade() {
        var user = new LinkedHashMap<String, Object>();
        user.put("name", "admin");
        user.put("password_wo", "secret");

        Object planned = provider.plan("google_sql_user", user);
        Object made = provider.apply("google_sql_user", null, planned, user).value();

        assertThat(Values.object(planned)).containsEntry("password_wo", null);
        assertThat(Values.object(made)).containsEntry("password_wo", null);
        assertThat(provider.cloud().sent()).containsExactly(new SentSecret("google_sql_user", "password_wo", "secret"));
    }

    @Test
    void replacedBy_changes_areThoseOfTheList() {
        Object made = provider.apply(TEMPLATE, null, provider.plan(TEMPLATE, template()), template())
                .value();
        var larger = new LinkedHashMap<>(Values.object(made));
        larger.put("machine_type", "e2-standard-4");

        assertThat(provider.replacedBy(TEMPLATE, made, larger)).containsExactly("machine_type");
        assertThat(provider.replacedBy(TEMPLATE, made, made)).isEmpty();
        assertThat(provider.replacedBy(TEMPLATE, null, made)).isEmpty();
        assertThat(provider.replacedBy(TEMPLATE, made, null)).isEmpty();
    }

    @Test
    void replacedBy_zoneOfAzuresGroup_isOneLessAlone() {
        String group = "azurerm_linux_virtual_machine_scale_set";
        Map<String, Object> two = Map.of("zones", List.of("1", "2"));

        assertThat(azure().replacedBy(group, two, Map.of("zones", List.of("1"))))
                .containsExactly("zones");
        assertThat(azure().replacedBy(group, two, Map.of("zones", List.of("1", "2", "3"))))
                .isEmpty();
    }

    @Test
    void replacements_list_isOfTheSchemas() {
        Map<String, Schema> all = new LinkedHashMap<>();
        SCHEMAS.forEach(each -> all.putAll(each.resources()));

        assertThat(Replacements.REPLACED_BY.keySet())
                .as("types in replaced.txt; a new one needs a line there")
                .isEqualTo(all.keySet());
        Replacements.REPLACED_BY.forEach((type, names) -> {
            Schema.Block block = all.get(type).block();
            assertThat(names)
                    .as(type)
                    .map(Replacements::nameOf)
                    .allMatch(name -> block.attributes().containsKey(name)
                            || block.blocks().containsKey(name));
        });
    }

    @Test
    void plan_ofDelete_isNothing() {
        assertThat(provider.plan(TEMPLATE, null)).isNull();
    }

    @Test
    void fails_upgradeOfOtherVersion_isRefused() {
        long version = provider.schemas().resources().get(TEMPLATE).version();

        assertThat(provider.upgrade(TEMPLATE, version, Map.of()).diagnostics()).isEmpty();
        assertThat(provider.upgrade(TEMPLATE, version + 1, Map.of()).diagnostics())
                .containsExactly(Diagnostic.at(
                        TEMPLATE + ": state of version " + (version + 1) + ", the schema's is " + version));
    }

    @Test
    void fails_validateOfWhatTheCloudGives_isRefused() {
        assertThat(provider.validate("google_compute_network", Map.of("name", "live", "self_link", "mine")))
                .containsExactly(Diagnostic.at("self_link: is given by the cloud alone"));
    }

    @Test
    void fails_planOfTypeWithoutSchema_isRefused() {
        assertThatThrownBy(() -> provider.plan("google_nothing", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no schema of google_nothing");
    }

    @Test
    void open_ephemeralSecret_isTheCanary() {
        Map<String, Object> opened =
                Values.object(provider.open("google_secret_manager_secret_version", Map.of("secret", "live")));

        assertThat(opened).containsEntry("secret", "live");
        assertThat((String) opened.get("secret_data"))
                .contains("\"databasePassword\":\"" + Canary.of("databasePassword") + "\"");
    }

    @Test
    void open_ephemeralSecretOfAzure_isTheCanaryThoughNotMarkedSensitive() {
        Map<String, Object> opened = Values.object(azure().open("azurerm_key_vault_secret", Map.of("name", "live")));

        assertThat((String) opened.get("value")).contains(Canary.of("databasePassword"));
    }

    @Test
    void fails_deleteOfAzuresPoolInUse_isRefused() {
        OfflineProvider azure = azure();
        Map<String, Object> pool = made(azure, "azurerm_lb_backend_address_pool", Map.of("name", "managers"));
        made(azure, "azurerm_lb_rule", Map.of("name", "http", "backend_address_pool_ids", List.of(pool.get("id"))));

        assertThat(azure.apply("azurerm_lb_backend_address_pool", pool, null, null)
                        .diagnostics())
                .containsExactly(Diagnostic.at(
                        "azurerm_lb_backend_address_pool 'managers' is in use by azurerm_lb_rule" + " 'http'"));
    }

    @Test
    void apply_azuresRulesOfOneNameInTwoGroups_areTwo() {
        OfflineProvider azure = azure();
        for (String group : List.of("servers", "nodes")) {
            made(
                    azure,
                    "azurerm_network_security_rule",
                    Map.of("name", "Http", "network_security_group_name", group, "resource_group_name", "live"));
        }
    }

    private static Map<String, Object> made(OfflineProvider provider, String type, Map<String, Object> config) {
        var answer = provider.apply(type, null, provider.plan(type, config), config);
        assertThat(answer.diagnostics()).isEmpty();
        return Values.object(answer.value());
    }

    private static OfflineProvider azure() {
        return new OfflineProvider(SCHEMAS.stream()
                .filter(each -> each.source().equals("hashicorp/azurerm"))
                .findFirst()
                .orElseThrow());
    }

    private static Map<String, Object> template() {
        var template = new LinkedHashMap<String, Object>();
        template.put("machine_type", "e2-small");
        template.put("disk", List.of(Map.of("boot", true, "disk_size_gb", BigDecimal.TEN)));
        return template;
    }
}
