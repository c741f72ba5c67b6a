package io.streamfleet.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.spec.Database;
import io.streamfleet.test.Stack.Resource;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Where the parties of a plan are in a stack on Azure: their subnets, and the addresses by which rules know them. */
final class AzureAddresses {
    /** Azure's name for all that a network reaches. */
    static final String WITHIN = "VirtualNetwork";

    private final Stack stack;
    private final ClusterPlan plan;
    private final Resource servers;
    private final Resource gateway;

    AzureAddresses(Stack stack, ClusterPlan plan) {
        this.stack = stack;
        this.plan = plan;
        servers = stack.only("azurerm_linux_virtual_machine_scale_set");
        gateway = stack.only("azurerm_application_gateway");
    }

    String gatewaySubnet() {
        return gateway.text("gateway_ip_configuration", "subnet_id");
    }

    private String serverSubnet() {
        return servers.text("network_interface", "ip_configuration", "subnet_id");
    }

    String databaseSubnet() {
        return stack.all("azurerm_mysql_flexible_server").stream()
                .map(server -> server.text("delegated_subnet_id"))
                .collect(Collectors.joining());
    }

    /** Returns the address of the resource that a reference to one of its attributes names. */
    static String referred(String reference) {
        return reference.replaceAll("^\\$\\{(.*)\\.[a-z_]+}$", "$1");
    }

    /** Returns what rules call a party. */
    String of(Party party) {
        if (party instanceof Party.Addresses addresses) {
            return addresses.range().isAnywhere() ? "*" : addresses.range().toString();
        }
        if (party.equals(Party.ENTRY)) {
            return range(gatewaySubnet());
        }
        if (party.equals(Party.DATABASE)) {
            return databaseAddresses();
        }
        if (party.equals(Party.NODES)) {
            return nodeAddresses();
        }
        // The nodes' load balancer hands packets on as they are.
        return party.equals(Party.NODE_ENTRY)
                ? Stream.of(range(serverSubnet()), nodeAddresses())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(","))
                : range(serverSubnet());
    }

    /** Stream Managers launch nodes into the subnet of this name. */
    private String nodeAddresses() {
        return stack.all("azurerm_subnet").stream()
                .filter(each -> each.text("name").equals("default"))
                .map(each -> texts(each.argument("address_prefixes")))
                .findFirst()
                .orElse(WITHIN);
    }

    /** A range is known of subnets of the stack's own alone. */
    private String range(String subnet) {
        return stack.all("azurerm_subnet").stream()
                .filter(each -> each.address().equals(referred(subnet)))
                .map(each -> texts(each.argument("address_prefixes")))
                .findFirst()
                .orElse(WITHIN);
    }

    private String databaseAddresses() {
        if (plan.database().orElseThrow().database() instanceof Database.Existing existing) {
            return existing.host().matches("[0-9.]+") ? existing.host() + "/32" : "*";
        }
        return databaseSubnet().isEmpty() ? "Internet" : range(databaseSubnet());
    }

    /** Returns the texts of a list, sorted. */
    static String texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .collect(Collectors.joining(","));
    }
}
