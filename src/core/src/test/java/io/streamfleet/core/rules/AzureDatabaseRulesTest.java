package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.told;
import static io.streamfleet.core.rules.LiveAzure.DATABASE;
import static io.streamfleet.core.rules.LiveAzure.GROUP;
import static io.streamfleet.core.rules.LiveAzure.existing;
import static io.streamfleet.core.rules.LiveAzure.subnets;
import static io.streamfleet.core.rules.LiveAzure.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of databases on Azure. */
class AzureDatabaseRulesTest {
    private static String database(String more) {
        return with(DATABASE, "create: { sku: GP_Standard_D2ds_v4, " + more + " }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.t4g.medium",
                "GP_D2ds_v4",
                "GP_Standard_B1ms",
                "B_Standard_D2ds_v4",
                "Standard_D2ds_v4",
                "GP_Standard_D2ds_v5",
                "GP_Standard_D3ds_v4",
                "MO_Standard_E2_v5",
                "B_Standard_B3ms"
            })
    void fails_databaseSku(String sku) {
        assertThat(told(with("GP_Standard_D2ds_v4", sku)))
                .containsExactly("database.create.sku: got " + sku
                        + ", must be a SKU of Azure Database for MySQL, tier and size,"
                        + " such as GP_Standard_D2ds_v4 (live.yaml:11:23)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GP_Standard_D64ads_v5",
                "MO_Standard_E80ids_v4",
                "MO_Standard_E2ds_v4",
                "MO_Standard_E96ads_v5",
                "MO_Standard_E96ds_v5"
            })
    void check_databaseSku_passes(String sku) {
        assertThat(told(with("GP_Standard_D2ds_v4", sku))).isEmpty();
    }

    @Test
    void fails_standbyOfABurstableDatabase() {
        assertThat(told(with("GP_Standard_D2ds_v4", "B_Standard_B2ms")))
                .containsExactly(
                        "database.create.highAvailability: got true with B_Standard_B2ms, a burstable SKU, must be false,"
                                + " since Azure gives these no standby; set it so, or take a SKU such as GP_Standard_D2ds_v4"
                                + " (live.yaml:11:13)");
        assertThat(told(with("GP_Standard_D2ds_v4", "B_Standard_B2ms, highAvailability: false")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "azure_superuser", "root", "guest", "public", "select"})
    void fails_databaseUser(String user) {
        assertThat(told(database("user: " + user)))
                .containsExactly(
                        "database.create.user: got " + user + ", must be a name that neither Azure nor MySQL reserves;"
                                + " take another, such as streammanager (live.yaml:11:49)");
    }

    @Test
    void fails_databaseOfUnknownClients() {
        String text = existing(subnets());
        assertThat(told(Live.change(
                        text,
                        "existing: { host: 10.60.0.3, user: live }",
                        "create: { sku: GP_Standard_D2ds_v4, access: public }")))
                .containsExactly(
                        "database.create.access: got public in an existing network, must be private, since the servers'"
                                + " public addresses are not known; set access: private, or create a network (live.yaml:11:49)");
        assertThat(told(Live.change(
                        text,
                        "user: live }",
                        "user: live, server: " + GROUP + "Microsoft.DBforMySQL/flexibleServers/live-db }")))
                .containsExactly(
                        "database.existing.server: got a server whose firewall is to be opened, in an existing network,"
                                + " must be absent, since the servers' public addresses are not known; remove it, and let the addresses"
                                + " in by which your network goes out (live.yaml:11:54)");
    }
}
