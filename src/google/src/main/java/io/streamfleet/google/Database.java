package io.streamfleet.google;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.google.sql_database.SqlDatabase;
import com.hashicorp.cdktf.providers.google.sql_database_instance.SqlDatabaseInstance;
import com.hashicorp.cdktf.providers.google.sql_database_instance.SqlDatabaseInstanceSettings;
import com.hashicorp.cdktf.providers.google.sql_database_instance.SqlDatabaseInstanceSettingsBackupConfiguration;
import com.hashicorp.cdktf.providers.google.sql_database_instance.SqlDatabaseInstanceSettingsBackupConfigurationBackupRetentionSettings;
import com.hashicorp.cdktf.providers.google.sql_database_instance.SqlDatabaseInstanceSettingsDatabaseFlags;
import com.hashicorp.cdktf.providers.google.sql_database_instance.SqlDatabaseInstanceSettingsFinalBackupConfig;
import com.hashicorp.cdktf.providers.google.sql_database_instance.SqlDatabaseInstanceSettingsIpConfiguration;
import com.hashicorp.cdktf.providers.google.sql_database_instance.SqlDatabaseInstanceSettingsIpConfigurationAuthorizedNetworks;
import com.hashicorp.cdktf.providers.google.sql_user.SqlUser;
import io.streamfleet.core.construct.DatabaseSettings;
import io.streamfleet.core.spec.DatabaseAccess;
import io.streamfleet.core.value.Ports;
import io.streamfleet.terraform.EphemeralValue;
import io.streamfleet.terraform.Kept;
import io.streamfleet.terraform.Lifecycle;
import io.streamfleet.terraform.Tagging;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Keeps the state of the Stream Managers in MySQL.
 *
 * <p>Creates a Cloud SQL instance with a standby in another zone: daily backups and the binary log, which together allow
 * recovery to any point of the last days, the slow query log in Cloud Logging, a last backup when it is deleted. With it
 * the schema and the user. Private, it has an address in its network alone, by a connection of the network's to Google's
 * services; public, an address that lets in whom {@link #letIn} names. Costs two database servers, storage and backups,
 * and the logs.
 *
 * <p>The user's password stands in the tier's secret, which servers read as well: Terraform reads it anew in each run and
 * keeps it in neither plan nor state. The instance has no name of ours, since Google blocks a deleted one's for a week.
 */
public final class Database extends Construct implements IDatabase {
    /** Cloud SQL's edition Enterprise keeps the binary log for a week at most, and for no longer than backups. */
    private static final int MOST_LOG_DAYS = 7;

    /** After a deletion; what Google keeps by default. */
    private static final int LAST_BACKUP_DAYS = 30;

    private static final String USER = "User";

    private final DatabaseProps props;
    private final DatabaseSettings settings;
    private final boolean isPublic;
    private final SqlDatabaseInstance instance;
    private final String instanceName;
    private final String host;
    private final List<SqlDatabaseInstanceSettingsIpConfigurationAuthorizedNetworks> letIn = new ArrayList<>();
    private final List<ITerraformDependable> ready;

    /**
     * Creates the database.
     *
     * @param scope what the database belongs to
     * @param id name within the scope
     * @param props what it is made of
     */
    public Database(Construct scope, String id, DatabaseProps props) {
        super(scope, id);
        this.props = props;
        settings = props.settings();
        isPublic = props.access() == DatabaseAccess.PUBLIC;
        instance = createInstance();
        instanceName = instance.getName();
        host = isPublic ? instance.getPublicIpAddress() : instance.getPrivateIpAddress();
        ready = List.of(createSchema(), createUser());
    }

    /**
     * Refers to a database that exists.
     *
     * @param attributes its address and user
     */
    public static IDatabase fromDatabaseAttributes(DatabaseAttributes attributes) {
        return new ExistingDatabase(attributes.host(), attributes.port(), attributes.user());
    }

    /**
     * Keeps the user of a database of this deployment's that its description no longer asks for: servers are signed in as it.
     * Google and its provider keep the instance, and the tables with it. Terraform could let go of it as well, were it not
     * for templates that are replaced at the same time: it takes both for a cycle.
     */
    static void keepUser(Construct scope, String id) {
        Kept.keep(new Construct(scope, id), USER, "google_sql_user");
    }

    private SqlDatabaseInstance createInstance() {
        var builder = SqlDatabaseInstance.Builder.create(this, "Instance")
                .region(props.region())
                .databaseVersion("MYSQL_" + settings.version().version().replace('.', '_'))
                .deletionProtection(settings.isProtected())
                .settings(settings())
                .lifecycle(
                        Lifecycle.DEFAULT.preventDestroy(settings.isProtected()).toTerraform());
        if (!isPublic) {
            builder.dependsOn(props.network().connectServices());
        }
        return builder.build();
    }

    private SqlDatabaseInstanceSettings settings() {
        return SqlDatabaseInstanceSettings.builder()
                .edition("ENTERPRISE")
                .tier(props.tier())
                .availabilityType(settings.highAvailability() ? "REGIONAL" : "ZONAL")
                .diskType("PD_SSD")
                .diskSize(settings.storageGib())
                .diskAutoresize(true)
                .ipConfiguration(ipConfiguration())
                .backupConfiguration(backupConfiguration())
                .finalBackupConfig(SqlDatabaseInstanceSettingsFinalBackupConfig.builder()
                        .enabled(true)
                        .retentionDays(LAST_BACKUP_DAYS)
                        .build())
                .databaseFlags(List.of(flag("log_output", "FILE"), flag("slow_query_log", "on")))
                .deletionProtectionEnabled(settings.isProtected())
                .userLabels(Tagging.orAbsent(Tagging.GOOGLE.of(props.labels())))
                .build();
    }

    private SqlDatabaseInstanceSettingsIpConfiguration ipConfiguration() {
        var addresses = SqlDatabaseInstanceSettingsIpConfiguration.builder()
                .ipv4Enabled(isPublic)
                .sslMode(settings.requireTls() ? "ENCRYPTED_ONLY" : "ALLOW_UNENCRYPTED_AND_ENCRYPTED");
        if (!isPublic) {
            addresses.privateNetwork(props.network().networkId());
        }
        return addresses.build();
    }

    /** For MySQL, the binary log is the recovery to a point in time; a standby needs it as well. */
    private SqlDatabaseInstanceSettingsBackupConfiguration backupConfiguration() {
        return SqlDatabaseInstanceSettingsBackupConfiguration.builder()
                .enabled(true)
                .binaryLogEnabled(true)
                .transactionLogRetentionDays(Math.min(settings.backupDays(), MOST_LOG_DAYS))
                .backupRetentionSettings(SqlDatabaseInstanceSettingsBackupConfigurationBackupRetentionSettings.builder()
                        .retainedBackups(settings.backupDays())
                        .retentionUnit("COUNT")
                        .build())
                .build();
    }

    private static SqlDatabaseInstanceSettingsDatabaseFlags flag(String name, String value) {
        return SqlDatabaseInstanceSettingsDatabaseFlags.builder()
                .name(name)
                .value(value)
                .build();
    }

    /** The tables stay when Terraform forgets the schema: it goes with its instance alone. */
    private SqlDatabase createSchema() {
        return SqlDatabase.Builder.create(this, "Schema")
                .instance(instanceName)
                .name(settings.schema())
                .charset("utf8mb4")
                .deletionPolicy("ABANDON")
                .build();
    }

    private SqlUser createUser() {
        var user = SqlUser.Builder.create(this, USER)
                .instance(instanceName)
                .name(settings.user())
                .host("%")
                .build();
        var secret = EphemeralValue.declareFor(
                user, "google_secret_manager_secret_version", Map.of("secret", props.secret()));
        EphemeralValue.writeOnly(
                user, "password", secret.jsonField("secret_data", props.passwordKey()), props.passwordVersion());
        return user;
    }

    @Override
    public String host() {
        return host;
    }

    @Override
    public int port() {
        return Ports.MYSQL;
    }

    @Override
    public String user() {
        return settings.user();
    }

    @Override
    public void letIn(String name, String address) {
        if (isPublic) {
            letIn.add(SqlDatabaseInstanceSettingsIpConfigurationAuthorizedNetworks.builder()
                    .name(name)
                    .value(address + "/32")
                    .build());
            instance.getSettings().getIpConfiguration().putAuthorizedNetworks(List.copyOf(letIn));
        }
    }

    @Override
    public List<ITerraformDependable> ready() {
        return ready;
    }

    /** Returns the instance's own resource. */
    public SqlDatabaseInstance instance() {
        return instance;
    }
}
