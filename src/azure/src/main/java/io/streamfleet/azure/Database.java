package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.azurerm.mysql_flexible_database.MysqlFlexibleDatabase;
import com.hashicorp.cdktf.providers.azurerm.mysql_flexible_server.MysqlFlexibleServer;
import com.hashicorp.cdktf.providers.azurerm.mysql_flexible_server.MysqlFlexibleServerHighAvailability;
import com.hashicorp.cdktf.providers.azurerm.mysql_flexible_server.MysqlFlexibleServerStorage;
import com.hashicorp.cdktf.providers.azurerm.mysql_flexible_server_configuration.MysqlFlexibleServerConfiguration;
import com.hashicorp.cdktf.providers.azurerm.network_security_group.NetworkSecurityGroup;
import com.hashicorp.cdktf.providers.azurerm.private_dns_zone.PrivateDnsZone;
import com.hashicorp.cdktf.providers.azurerm.private_dns_zone_virtual_network_link.PrivateDnsZoneVirtualNetworkLink;
import com.hashicorp.cdktf.providers.azurerm.subnet_network_security_group_association.SubnetNetworkSecurityGroupAssociation;
import io.streamfleet.core.construct.DatabaseSettings;
import io.streamfleet.core.spec.DatabaseAccess;
import io.streamfleet.core.spec.MysqlVersion;
import io.streamfleet.core.value.Ports;
import io.streamfleet.terraform.EphemeralValue;
import io.streamfleet.terraform.Kept;
import io.streamfleet.terraform.Lifecycle;
import io.streamfleet.terraform.TerraformText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Keeps the state of the Stream Managers in MySQL.
 *
 * <p>Creates a MySQL flexible server with a standby, in another zone where there is one, and with backups, and its schema.
 * Private, it has an address in its network alone: then a private DNS zone that is linked to the network comes with it,
 * unless one is given, and the security group of its subnet, where the deployment made that; {@link FlowRules} opens it,
 * by {@link #peer()}. Public, its own firewall lets nobody in until {@link DatabaseAccess} does. Costs two database servers,
 * storage and backups.
 *
 * <p>The user's password stands in the tier's secret, which servers read as well: Terraform reads it anew in each run and
 * keeps it in neither plan nor state.
 */
public final class Database extends Construct implements IDatabase {
    private static final String SERVER = "Server";
    private static final String SCHEMA = "Schema";
    private static final String REQUIRE_TLS = "RequireSecureTransport";
    private static final String ZONE = "Zone";
    private static final String ZONE_OF_NETWORK = "ZoneOfNetwork";

    private final DatabaseProps props;
    private final DatabaseSettings settings;
    private final Place place;
    private final boolean isPublic;
    private final Optional<NetworkSecurityGroup> securityGroup;
    private final MysqlFlexibleServer server;
    private final String serverName;
    private final String host;
    private final List<ITerraformDependable> ready = new ArrayList<>();

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
        place = props.place();
        isPublic = props.access() == DatabaseAccess.PUBLIC;
        securityGroup =
                !isPublic && props.network().ownsDatabaseSubnet() ? Optional.of(guardSubnet()) : Optional.empty();
        server = createServer();
        serverName = server.getName();
        host = server.getFqdn();
        setPassword();
        ready.add(createSchema());
        ready.add(configure(REQUIRE_TLS, "require_secure_transport", settings.requireTls() ? "ON" : "OFF"));
    }

    /**
     * Refers to a database that exists.
     *
     * @param attributes its address and user
     */
    public static IDatabase fromDatabaseAttributes(DatabaseAttributes attributes) {
        return ExistingDatabase.of(attributes);
    }

    /** Keeps a database of this deployment's that its description no longer asks for, and the name by which it is found. */
    static void keep(Construct scope, String id) {
        Construct former = new Construct(scope, id);
        Kept.keep(former, SERVER, "azurerm_mysql_flexible_server");
        Kept.keep(former, SCHEMA, "azurerm_mysql_flexible_database");
        Kept.keep(former, REQUIRE_TLS, "azurerm_mysql_flexible_server_configuration");
        Kept.keep(former, ZONE, "azurerm_private_dns_zone");
        Kept.keep(former, ZONE_OF_NETWORK, "azurerm_private_dns_zone_virtual_network_link");
    }

    private NetworkSecurityGroup guardSubnet() {
        NetworkSecurityGroup group =
                SecurityGroups.create(this, "SecurityGroup", AzureNames.RESOURCE.name(props.name(), "database"), place);
        ready.add(SubnetNetworkSecurityGroupAssociation.Builder.create(this, "SecurityGroupOfSubnet")
                .subnetId(props.network().databaseSubnetId().orElseThrow())
                .networkSecurityGroupId(group.getId())
                .build());
        return group;
    }

    private MysqlFlexibleServer createServer() {
        var builder = MysqlFlexibleServer.Builder.create(this, SERVER)
                .name(AzureNames.DATABASE.nameOf(props.uniqueIn(), props.name()))
                .resourceGroupName(place.resourceGroup())
                .location(place.location())
                .skuName(props.sku())
                .version(
                        settings.version() == MysqlVersion.V8_0
                                ? "8.0.21"
                                : settings.version().version())
                .administratorLogin(settings.user())
                .storage(MysqlFlexibleServerStorage.builder()
                        .sizeGb(settings.storageGib())
                        .autoGrowEnabled(true)
                        .build())
                .backupRetentionDays(settings.backupDays())
                .publicNetworkAccess(isPublic ? "Enabled" : "Disabled")
                .tags(place.resourceTags())
                .lifecycle(lifecycle());
        if (settings.highAvailability()) {
            builder.highAvailability(MysqlFlexibleServerHighAvailability.builder()
                    .mode(props.zones().size() > 1 ? "ZoneRedundant" : "SameZone")
                    .build());
        }
        if (!isPublic) {
            placeInNetwork(builder);
        }
        return builder.build();
    }

    /**
     * Azure picks the zones, and after a failover they are the other way round: Terraform must not move them back. Storage
     * grows by itself and never shrinks: Terraform would make a new, empty server of the size described.
     */
    private com.hashicorp.cdktf.TerraformResourceLifecycle lifecycle() {
        Lifecycle lifecycle =
                Lifecycle.DEFAULT.preventDestroy(settings.isProtected()).ignore("zone", "storage[0].size_gb");
        return (settings.highAvailability()
                        ? lifecycle.ignore("high_availability[0].standby_availability_zone")
                        : lifecycle)
                .toTerraform();
    }

    private void placeInNetwork(MysqlFlexibleServer.Builder builder) {
        builder.delegatedSubnetId(props.network().databaseSubnetId().orElseThrow());
        Optional<String> existing = props.network().databaseZoneId();
        if (existing.isPresent()) {
            builder.privateDnsZoneId(existing.get());
        } else {
            createZone(builder);
        }
    }

    /** The server is refused until its zone is linked to its network. */
    private void createZone(MysqlFlexibleServer.Builder builder) {
        var zone = PrivateDnsZone.Builder.create(this, ZONE)
                .name(props.name() + ".mysql.database.azure.com")
                .resourceGroupName(place.resourceGroup())
                .tags(place.resourceTags())
                .build();
        var link = PrivateDnsZoneVirtualNetworkLink.Builder.create(this, ZONE_OF_NETWORK)
                .name(AzureNames.RESOURCE.name(props.name(), "database"))
                .privateDnsZoneId(zone.getId())
                .virtualNetworkId(props.network().networkId())
                .tags(place.resourceTags())
                .build();
        builder.privateDnsZoneId(zone.getId()).dependsOn(List.of(link));
    }

    private void setPassword() {
        var secret = EphemeralValue.declareFor(
                server,
                "azurerm_key_vault_secret",
                Map.of("name", props.secret(), "key_vault_id", TerraformText.literal(props.keyVaultId())));
        EphemeralValue.writeOnly(
                server,
                "administrator_password",
                secret.jsonField("value", props.passwordKey()),
                props.passwordVersion());
    }

    private MysqlFlexibleDatabase createSchema() {
        return MysqlFlexibleDatabase.Builder.create(this, SCHEMA)
                .name(settings.schema())
                .resourceGroupName(place.resourceGroup())
                .serverName(serverName)
                .charset("utf8mb4")
                .collation("utf8mb4_0900_ai_ci")
                .lifecycle(
                        Lifecycle.DEFAULT.preventDestroy(settings.isProtected()).toTerraform())
                .build();
    }

    private MysqlFlexibleServerConfiguration configure(String id, String name, String value) {
        return MysqlFlexibleServerConfiguration.Builder.create(this, id)
                .name(name)
                .resourceGroupName(place.resourceGroup())
                .serverName(serverName)
                .value(value)
                .build();
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

    /** A public server has no address that stays: Azure's own are meant, wherever it is. */
    @Override
    public FlowPeer peer() {
        if (isPublic) {
            return FlowPeer.outside(List.of("Internet"));
        }
        List<String> addresses = props.network().databaseAddresses();
        return securityGroup
                .map(group -> FlowPeer.service(group.getName(), addresses))
                .orElseGet(() -> FlowPeer.outside(addresses));
    }

    @Override
    public Optional<PublicServer> publicServer() {
        return isPublic ? Optional.of(new PublicServer(place.resourceGroup(), serverName)) : Optional.empty();
    }

    @Override
    public List<ITerraformDependable> ready() {
        return List.copyOf(ready);
    }

    /** Returns the server's own resource. */
    public MysqlFlexibleServer server() {
        return server;
    }

    /** Returns the security group of its subnet; none where it is public, or the subnet somebody else's. */
    public Optional<NetworkSecurityGroup> securityGroup() {
        return securityGroup;
    }
}
