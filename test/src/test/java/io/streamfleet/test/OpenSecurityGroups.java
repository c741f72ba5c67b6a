package io.streamfleet.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.plan.Protocol;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.DatabaseAccess;
import io.streamfleet.test.Stack.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds the security groups and load balancers of a stack on Azure against the flows of its plan.
 *
 * <p>Reads the stack alone: whose a group is follows from the network interface or the subnet that it is put on, and every
 * rule counts. A rule is written as {@code in streamManager <- 10.20.0.0/24 tcp 5080}: rules know addresses.
 */
final class OpenSecurityGroups {
    private static final String GROUP = "azurerm_network_security_group";
    private static final String RULE = "azurerm_network_security_rule";

    private final Stack stack;
    private final ClusterPlan plan;
    private final Resource servers;
    private final Resource gateway;
    private final AzureAddresses addresses;
    private final Map<String, Party> parties = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private OpenSecurityGroups(Stack stack, ClusterPlan plan) {
        this.stack = stack;
        this.plan = plan;
        servers = stack.only("azurerm_linux_virtual_machine_scale_set");
        gateway = stack.only("azurerm_application_gateway");
        addresses = new AzureAddresses(stack, plan);
    }

    /** Returns what is open without a flow, what a flow needs and is closed, and what cannot be told; empty where all is well. */
    static List<String> problems(Stack stack, ClusterPlan plan) {
        OpenSecurityGroups groups = new OpenSecurityGroups(stack, plan);
        groups.findParties();
        groups.checkRules();
        groups.checkClosed();
        groups.checkListeners();
        groups.checkDatabase();
        return groups.problems;
    }

    private Party tier() {
        return Party.tier(plan.tiers().get(0).key());
    }

    /** A group is a party's by where it is put; the nodes' is found by its name, by those who launch them. */
    private void findParties() {
        parties.put(AzureAddresses.referred(servers.text("network_interface", "network_security_group_id")), tier());
        String nodes = plan.fleet().orElseThrow().firewallName();
        stack.all(GROUP).stream()
                .filter(group -> group.text("name").equals(nodes))
                .forEach(group -> parties.put(group.address(), Party.NODES));
        for (Resource placed : stack.all("azurerm_subnet_network_security_group_association")) {
            String subnet = placed.text("subnet_id");
            if (subnet.equals(addresses.gatewaySubnet())) {
                parties.put(AzureAddresses.referred(placed.text("network_security_group_id")), Party.ENTRY);
            } else if (subnet.equals(addresses.databaseSubnet())) {
                parties.put(AzureAddresses.referred(placed.text("network_security_group_id")), Party.DATABASE);
            }
        }
        stack.all(GROUP).stream()
                .filter(group -> !parties.containsKey(group.address()))
                .forEach(group -> problems.add("on nothing: " + group));
    }

    private Party partyOf(Resource rule) {
        return parties.get(AzureAddresses.referred(rule.text("network_security_group_name")));
    }

    private void checkRules() {
        Set<String> open = new TreeSet<>();
        Set<String> places = new TreeSet<>();
        for (Resource rule : stack.all(RULE)) {
            if (partyOf(rule) == null) {
                problems.add("in no group: " + rule);
                continue;
            }
            if (!places.add(rule.text("network_security_group_name")
                    + rule.text("direction")
                    + rule.argument("priority").asInt())) {
                problems.add("a second rule of its priority: " + rule);
            }
            if (rule.text("access").equals("Allow") && !open.add(line(rule))) {
                problems.add("twice: " + line(rule));
            }
        }
        Set<String> planned = planned();
        open.stream()
                .filter(rule -> !planned.contains(rule))
                .forEach(rule -> problems.add("open without a flow: " + rule));
        planned.stream()
                .filter(rule -> !open.contains(rule))
                .forEach(rule -> problems.add("closed, against a flow: " + rule));
    }

    private String line(Resource rule) {
        boolean in = rule.text("direction").equals("Inbound");
        String own = addresses(rule, in ? "destination" : "source");
        String peer = addresses(rule, in ? "source" : "destination");
        String port = rule.text("destination_port_range");
        String protocol = rule.text("protocol").toLowerCase(Locale.ROOT);
        return (in ? "in " : "out ") + name(partyOf(rule)) + (own.equals("*") ? "" : " at " + own)
                + (in ? " <- " : " -> ") + peer + " "
                + (protocol.equals("*") ? "all" : protocol)
                + (port.equals("*") ? "" : " " + port)
                + (rule.text("source_port_range").equals("*") ? "" : " from " + rule.text("source_port_range"));
    }

    private static String addresses(Resource rule, String end) {
        return rule.json().has(end + "_address_prefix")
                ? rule.text(end + "_address_prefix")
                : AzureAddresses.texts(rule.argument(end + "_address_prefixes"));
    }

    private Set<String> planned() {
        Set<String> rules = new TreeSet<>();
        for (Flow flow : plan.flows()) {
            if (parties.containsValue(flow.to())) {
                rules.add("in " + name(flow.to()) + " <- " + addresses.of(flow.from()) + " " + ports(flow));
            }
            if (parties.containsValue(flow.from())) {
                rules.add("out " + name(flow.from()) + " -> " + addresses.of(flow.to()) + " " + ports(flow));
            }
        }
        for (Party party : parties.values()) {
            rules.add("in " + name(party) + " <- AzureLoadBalancer all");
            if (isService(party)) {
                rules.add("in " + name(party) + " at " + addresses.of(party) + " <- " + addresses.of(party) + " all");
            }
            if (party.equals(Party.ENTRY)) {
                // Microsoft's documentation of Application Gateways: else it cannot be made.
                rules.add("in entry <- GatewayManager all 65200-65535");
            }
        }
        return rules;
    }

    /** A subnet of a service of Azure's, whose parts talk to each other. */
    private static boolean isService(Party party) {
        return party.equals(Party.ENTRY) || party.equals(Party.DATABASE);
    }

    /** Azure lets in all the network and out everything: behind the flows each group must close that. */
    private void checkClosed() {
        parties.forEach((group, party) -> {
            checkClosed(group, party, "Inbound", AzureAddresses.WITHIN);
            if (!isService(party)) {
                checkClosed(group, party, "Outbound", "*");
            }
        });
    }

    private void checkClosed(String group, Party party, String direction, String peer) {
        List<Resource> rules = stack.all(RULE).stream()
                .filter(rule -> AzureAddresses.referred(rule.text("network_security_group_name"))
                        .equals(group))
                .filter(rule -> rule.text("direction").equals(direction))
                .toList();
        int last = rules.stream()
                .filter(rule -> rule.text("access").equals("Allow"))
                .mapToInt(rule -> rule.argument("priority").asInt())
                .max()
                .orElse(0);
        String end = direction.equals("Inbound") ? "source" : "destination";
        List<Resource> closing = rules.stream()
                .filter(rule -> rule.text("access").equals("Deny"))
                .toList();
        if (closing.stream()
                .noneMatch(rule -> addresses(rule, end).equals(peer)
                        && line(rule).endsWith(peer + " all")
                        && !line(rule).contains(" at "))) {
            problems.add("not closed to all else: " + name(party) + " " + direction);
        }
        closing.stream()
                .filter(rule -> rule.argument("priority").asInt() < last)
                .forEach(rule -> problems.add("closed before flows are open: " + rule));
    }

    private void checkListeners() {
        Set<String> open = new TreeSet<>();
        gateway.argument("frontend_port")
                .forEach(port -> open.add(port.path("port").asText()));
        Set<String> planned = plan.flows().stream()
                .filter(flow -> flow.to().equals(Party.ENTRY))
                .map(flow -> flow.ports().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!open.equals(planned)) {
            problems.add("the gateway listens on " + open + ", the flows say " + planned);
        }
        for (Resource balancer : stack.all("azurerm_lb")) {
            for (JsonNode frontend : balancer.argument("frontend_ip_configuration")) {
                if (frontend.has("public_ip_address_id")) {
                    problems.add("public: " + balancer);
                }
            }
        }
    }

    /** A public database lets in whom it lists, one by one; Azure takes 0.0.0.0 for all of Azure. */
    private void checkDatabase() {
        boolean mayBePublic = plan.database().orElseThrow().database() instanceof Database.Create create
                && create.access() == DatabaseAccess.PUBLIC;
        for (Resource server : stack.all("azurerm_mysql_flexible_server")) {
            if (!mayBePublic && !server.text("public_network_access").equals("Disabled")) {
                problems.add("public: " + server);
            }
        }
        Set<String> ways = stack.all("azurerm_nat_gateway_public_ip_association").stream()
                .map(each -> each.text("public_ip_address_id").replace(".id}", ".ip_address}"))
                .collect(Collectors.toCollection(TreeSet::new));
        for (Resource rule : stack.all("azurerm_mysql_flexible_server_firewall_rule")) {
            String from = rule.text("start_ip_address");
            if (!ways.contains(from) || !from.equals(rule.text("end_ip_address"))) {
                problems.add("the database lets in " + from + " to " + rule.text("end_ip_address"));
            }
        }
        if (mayBePublic
                && stack.all("azurerm_mysql_flexible_server_firewall_rule").isEmpty()) {
            problems.add("the database lets in nobody");
        }
    }

    private static String name(Party party) {
        return ((Party.Part) party).name();
    }

    private static String ports(Flow flow) {
        return flow.protocol() == Protocol.ANY
                ? "all"
                : flow.protocol().name().toLowerCase(Locale.ROOT) + " " + flow.ports();
    }
}
