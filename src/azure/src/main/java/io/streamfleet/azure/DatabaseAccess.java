package io.streamfleet.azure;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.providers.azurerm.mysql_flexible_server_firewall_rule.MysqlFlexibleServerFirewallRule;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/**
 * Opens a database to one network's servers, and to nobody else.
 *
 * <p>Creates, where the database has a public address, a rule in its own firewall for each address that servers reach out
 * from; on a server that exists it adds them to those it has. Never one for 0.0.0.0, which lets in everybody's servers on
 * Azure. A private database is opened by {@link FlowRules} alone. Costs nothing.
 */
public final class DatabaseAccess extends Construct {
    private final List<ITerraformDependable> rules = new ArrayList<>();

    /**
     * Opens the database.
     *
     * @param scope what the rules belong to
     * @param id name within the scope
     * @param props who may reach which database
     */
    public DatabaseAccess(Construct scope, String id, DatabaseAccessProps props) {
        super(scope, id);
        props.database().publicServer().ifPresent(server -> {
            for (String address : props.network().natAddresses()) {
                letIn(props.name(), server, address);
            }
        });
    }

    private void letIn(String name, IDatabase.PublicServer server, String address) {
        int number = rules.size() + 1;
        rules.add(MysqlFlexibleServerFirewallRule.Builder.create(this, "Servers" + number)
                .name(AzureNames.RESOURCE.name(name, "servers", String.valueOf(number)))
                .resourceGroupName(server.resourceGroup())
                .serverName(server.name())
                .startIpAddress(address)
                .endIpAddress(address)
                .build());
    }

    /** Returns what must exist before servers reach the database; nothing where the network decides. */
    public List<ITerraformDependable> ready() {
        return List.copyOf(rules);
    }
}
