package io.streamfleet.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.construct.DatabaseSettings;
import io.streamfleet.core.spec.DatabaseAccess;
import io.streamfleet.core.spec.MysqlVersion;
import io.streamfleet.terraform.Synth;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    private static final String INSTANCE = "google_sql_database_instance";

    @Test
    void created_byDefault_isPrivateProtectedAndHighlyAvailable() {
        assertThat(synth(props -> props.labels(Map.of("team", "video"))).only(INSTANCE))
                .isEqualTo(Synth.json("""
                        {"region": "us-central1", "database_version": "MYSQL_8_4", "deletion_protection": true,
                         "settings": {
                            "edition": "ENTERPRISE", "tier": "db-custom-2-7680", "availability_type": "REGIONAL",
                            "disk_type": "PD_SSD", "disk_size": 20, "disk_autoresize": true,
                            "ip_configuration": {"ipv4_enabled": false, "ssl_mode": "ENCRYPTED_ONLY",
                               "private_network": "${google_compute_network.Network/Network.id}"},
                            "backup_configuration": {"enabled": true, "binary_log_enabled": true,
                               "transaction_log_retention_days": 7,
                               "backup_retention_settings": {"retained_backups": 7, "retention_unit": "COUNT"}},
                            "final_backup_config": {"enabled": true, "retention_days": 30},
                            "database_flags": [{"name": "log_output", "value": "FILE"},
                                               {"name": "slow_query_log", "value": "on"}],
                            "deletion_protection_enabled": true, "user_labels": {"team": "video"}},
                         "lifecycle": {"prevent_destroy": true},
                         "depends_on": ["google_service_networking_connection.Network/ServiceConnection"]}"""));
    }

    @Test
    void created_schemaAndUser_areTheServersOwn() {
        Synth synth = synth(props -> props.passwordVersion(3));

        assertThat(synth.only("google_sql_database")).isEqualTo(Synth.json("""
                        {"instance": "${google_sql_database_instance.Database/Instance.name}", "name": "cluster",
                         "charset": "utf8mb4", "deletion_policy": "ABANDON"}"""));
        assertThat(synth.only("google_sql_user")).isEqualTo(Synth.json("""
                        {"instance": "${google_sql_database_instance.Database/Instance.name}", "name": "streammanager",
                         "host": "%", "password_wo_version": 3, "password_wo":
                         "${jsondecode(ephemeral.google_secret_manager_secret_version.Database_User_739A4C21.secret_data)\
                        .databasePassword}"}"""));
        assertThat(synth.json().at("/ephemeral")).isEqualTo(Synth.json("""
                        {"google_secret_manager_secret_version":
                         {"Database_User_739A4C21": {"secret": "live-stream-manager"}}}"""));
    }

    @Test
    void created_asAsked_differsThere() {
        JsonNode instance = synth(props -> props.settings(DatabaseSettings.builder()
                        .highAvailability(false)
                        .version(MysqlVersion.V8_0)
                        .backupDays(3)
                        .storageGib(100)
                        .requireTls(false)
                        .isProtected(false)
                        .build()))
                .only(INSTANCE);

        assertThat(instance.at("/database_version").asText()).isEqualTo("MYSQL_8_0");
        assertThat(instance.at("/settings/availability_type").asText()).isEqualTo("ZONAL");
        assertThat(instance.at("/settings/disk_size").asInt()).isEqualTo(100);
        assertThat(instance.at("/settings/ip_configuration/ssl_mode").asText())
                .isEqualTo("ALLOW_UNENCRYPTED_AND_ENCRYPTED");
        assertThat(instance.at("/settings/backup_configuration/transaction_log_retention_days")
                        .asInt())
                .as("no longer than backups")
                .isEqualTo(3);
        assertThat(instance.at("/settings/backup_configuration/binary_log_enabled")
                        .asBoolean())
                .isTrue();
        assertThat(instance.at("/deletion_protection").asBoolean()).isFalse();
        assertThat(instance.at("/settings/deletion_protection_enabled").asBoolean())
                .isFalse();
        assertThat(instance.at("/lifecycle/prevent_destroy").isMissingNode()).isTrue();
    }

    @Test
    void public_database_letsInTheAddressesOfTheServersAlone() {
        Synth synth = GoogleSynth.of(stack -> {
            Network network = ServerSamples.network(stack);
            var database = new Database(
                    stack,
                    "Database",
                    props(network).access(DatabaseAccess.PUBLIC).build());
            var access = new io.streamfleet.google.DatabaseAccess(
                    stack,
                    "DatabaseAccess",
                    DatabaseAccessProps.builder()
                            .database(database)
                            .network(network)
                            .build());
            assertThat(access.addresses()).isEqualTo(network.natAddresses());
            output(stack, database.host());
        });

        assertThat(synth.only(INSTANCE).at("/settings/ip_configuration")).isEqualTo(Synth.json("""
                        {"ipv4_enabled": true, "ssl_mode": "ENCRYPTED_ONLY", "authorized_networks": [
                            {"name": "servers-us-central1",
                             "value": "${google_compute_address.Network/Nat-us-central1/Address.address}/32"}]}"""));
        assertThat(synth.all("google_service_networking_connection")).isEmpty();
        assertThat(synth.json().at("/output/host/value").asText())
                .isEqualTo("${google_sql_database_instance.Database/Instance.public_ip_address}");
    }

    @Test
    void public_databaseWithoutAccess_letsInNobody() {
        assertThat(synth(props -> props.access(DatabaseAccess.PUBLIC))
                        .only(INSTANCE)
                        .at("/settings/ip_configuration/authorized_networks")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void private_database_isReachedByItsNetworkWithoutMore() {
        Synth synth = GoogleSynth.of(stack -> {
            Network network = ServerSamples.network(stack);
            var database = new Database(stack, "Database", props(network).build());
            new io.streamfleet.google.DatabaseAccess(
                    stack,
                    "DatabaseAccess",
                    DatabaseAccessProps.builder()
                            .database(database)
                            .network(network)
                            .build());
            assertThat(database.ready()).hasSize(2);
            assertThat(database.port()).isEqualTo(3306);
            assertThat(database.user()).isEqualTo("streammanager");
            output(stack, database.host());
        });

        assertThat(synth.only(INSTANCE)
                        .at("/settings/ip_configuration/authorized_networks")
                        .isMissingNode())
                .isTrue();
        assertThat(synth.json().at("/output/host/value").asText())
                .isEqualTo("${google_sql_database_instance.Database/Instance.private_ip_address}");
    }

    @Test
    void private_databaseInAnExistingNetwork_leavesItsConnectionAlone() {
        Synth synth = GoogleSynth.of(stack -> new Database(
                stack,
                "Database",
                props(Network.fromAttributes(
                                stack,
                                "Network",
                                NetworkAttributes.builder()
                                        .name("live")
                                        .network("projects/shared/global/networks/video")
                                        .subnetworks(Map.of(
                                                "us-central1",
                                                "projects/shared/regions/us-central1/subnetworks/servers"))
                                        .build()))
                        .build()));

        assertThat(synth.all("google_service_networking_connection")).isEmpty();
        assertThat(synth.only(INSTANCE)
                        .at("/settings/ip_configuration/private_network")
                        .asText())
                .isEqualTo("projects/shared/global/networks/video");
    }

    @Test
    void existing_database_isLeftAlone() {
        Synth synth = GoogleSynth.of(stack -> {
            IDatabase database = Database.fromDatabaseAttributes(DatabaseAttributes.builder()
                    .host("db.example.com")
                    .user("sm")
                    .build());
            database.letIn("servers", "203.0.113.7");
            assertThat(database.host()).isEqualTo("db.example.com");
            assertThat(database.port()).isEqualTo(3306);
            assertThat(database.user()).isEqualTo("sm");
            assertThat(database.ready()).isEmpty();
        });

        assertThat(synth.json().has("resource")).isFalse();
    }

    @Test
    void two_databases_readTheirOwnSecrets() {
        Synth synth = GoogleSynth.of(stack -> {
            Network network = ServerSamples.network(stack);
            new Database(stack, "One", props(network).secret("one").build());
            new Database(stack, "Other", props(network).secret("other").build());
        });

        assertThat(synth.json().at("/ephemeral/google_secret_manager_secret_version"))
                .extracting(secret -> secret.get("secret").asText())
                .containsExactlyInAnyOrder("one", "other");
    }

    @Test
    void fails_props_outsideTheLimits() {
        assertThatThrownBy(() -> DatabaseProps.builder()
                        .tier("db.t4g.medium")
                        .settings(DatabaseSettings.builder()
                                .storageGib(65537)
                                .backupDays(366)
                                .build())
                        .secret("projects/p/secrets/${x}")
                        .build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("""
                        network: must be given
                        secret: got projects/p/secrets/${x}, must be a secret's name: 1 to 255 letters, digits, hyphens and \
                        underscores
                        settings.backupDays: got 366, must be at most 365
                        settings.storageGib: got 65537, must be at most 65536
                        tier: got db.t4g.medium, must be a type of Cloud SQL server, such as db-custom-2-7680""");
    }

    private static void output(com.hashicorp.cdktf.TerraformStack stack, String value) {
        new TerraformOutput(
                stack, "host", TerraformOutputConfig.builder().value(value).build());
    }

    private static DatabasePropsBuilder props(INetwork network) {
        return DatabaseProps.builder().network(network).tier("db-custom-2-7680").secret("live-stream-manager");
    }

    private static Synth synth(UnaryOperator<DatabasePropsBuilder> change) {
        return GoogleSynth.of(stack -> new Database(
                stack,
                "Database",
                change.apply(props(ServerSamples.network(stack))).build()));
    }
}
