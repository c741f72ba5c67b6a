package io.streamfleet.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.plan.Protocol;
import io.streamfleet.core.spec.Database;
import io.streamfleet.test.Stack.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Holds the firewall rules and load balancers of a stack on Google Cloud against the flows of its plan.
 *
 * <p>Reads the stack alone: which service account is whose follows from what runs as it, and every rule counts. A rule is
 * written as {@code in streamManager <- 130.211.0.0/22,35.191.0.0/16 tcp 5080}.
 */
final class OpenFirewall {
    /** Where load balancers and their probes connect from: Google's documentation of health checks. */
    private static final List<String> FRONT_ENDS = List.of("130.211.0.0/22", "35.191.0.0/16");

    /** The addresses of an auto-mode network's own subnetworks. */
    private static final String NODES = "10.128.0.0/9";

    private static final String ANYWHERE = "0.0.0.0/0";

    private final Stack stack;
    private final ClusterPlan plan;
    private final Map<String, String> parties = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private OpenFirewall(Stack stack, ClusterPlan plan) {
        this.stack = stack;
        this.plan = plan;
    }

    /** Returns what is open without a flow, what a flow needs and is closed, and what cannot be told; empty where all is well. */
    static List<String> problems(Stack stack, ClusterPlan plan) {
        OpenFirewall firewall = new OpenFirewall(stack, plan);
        firewall.findParties();
        Set<String> open = new TreeSet<>();
        stack.all("google_compute_firewall").forEach(rule -> firewall.add(rule, open));
        firewall.addListeners(open);
        firewall.addDatabase(open);
        firewall.checkClosed();
        Set<String> planned = firewall.planned();
        open.stream()
                .filter(rule -> !planned.contains(rule))
                .forEach(rule -> firewall.problems.add("open without a flow: " + rule));
        planned.stream()
                .filter(rule -> !open.contains(rule))
                .forEach(rule -> firewall.problems.add("closed, against a flow: " + rule));
        return firewall.problems;
    }

    private void findParties() {
        for (Resource template : stack.all("google_compute_region_instance_template")) {
            parties.put(template.text("service_account", "email"), tier());
        }
        parties.put(NODES, Party.NODES.name());
    }

    private String tier() {
        return plan.tiers().get(0).key();
    }

    private void add(Resource rule, Set<String> open) {
        if (rule.json().has("deny")) {
            return;
        }
        boolean in = rule.text("direction").equals("INGRESS");
        String target = in ? "destination_ranges" : "source_ranges";
        String peer = in ? "source" : "destination";
        String whose = party(
                rule.json().has("target_service_accounts")
                        ? texts(rule.argument("target_service_accounts"))
                        : texts(rule.argument(target)));
        String where = party(
                rule.json().has(peer + "_service_accounts")
                        ? texts(rule.argument(peer + "_service_accounts"))
                        : texts(rule.argument(peer + "_ranges")));
        for (JsonNode allowed : rule.argument("allow")) {
            String line = (in ? "in " + whose + " <- " : "out " + whose + " -> ") + where + " " + ports(allowed);
            if (!open.add(line)) {
                problems.add("twice: " + line);
            }
        }
        if (rule.argument("disabled").asBoolean()) {
            problems.add("disabled: " + rule);
        }
    }

    private static String ports(JsonNode allowed) {
        String ports = texts(allowed.path("ports"));
        return allowed.path("protocol").asText() + (ports.isEmpty() ? "" : " " + ports);
    }

    private void addListeners(Set<String> open) {
        for (Resource rule : stack.all("google_compute_global_forwarding_rule")) {
            open.add("in " + Party.ENTRY.name() + " <- " + ANYWHERE + " tcp " + rule.text("port_range"));
        }
        for (Resource rule : stack.all("google_compute_forwarding_rule")) {
            if (!rule.text("load_balancing_scheme").equals("INTERNAL")) {
                problems.add("public: " + rule);
            }
            open.add("in " + Party.NODE_ENTRY.name() + " <- " + Party.NODES.name() + " tcp "
                    + texts(rule.argument("ports")));
        }
    }

    /** A public database lets in whom it lists; it is the one without addresses of its own in the network. */
    private void addDatabase(Set<String> open) {
        for (Resource database : stack.all("google_sql_database_instance")) {
            for (JsonNode network : database.argument("settings", "ip_configuration", "authorized_networks")) {
                String range = network.path("value").asText();
                if (!range.matches("\\$\\{google_compute_address\\..*\\.address}/32")) {
                    problems.add("the database lets in " + range);
                }
            }
        }
    }

    /** Whatever other rules a network has, they open nothing of the servers: theirs stand before them, and close the rest. */
    private void checkClosed() {
        List<Resource> rules = stack.all("google_compute_firewall");
        int last = rules.stream()
                .filter(rule -> rule.json().has("allow") && rule.json().has("target_service_accounts"))
                .mapToInt(rule -> rule.argument("priority").asInt())
                .max()
                .orElse(0);
        for (String direction : List.of("INGRESS", "EGRESS")) {
            boolean closed = rules.stream().anyMatch(rule -> closes(rule, direction, last));
            if (!closed) {
                problems.add("nothing closes the servers to other rules: " + direction);
            }
        }
    }

    private boolean closes(Resource rule, String direction, int last) {
        int priority = rule.argument("priority").asInt();
        return rule.json().has("deny")
                && rule.text("direction").equals(direction)
                && rule.text("deny", "protocol").equals("all")
                && party(texts(rule.argument("target_service_accounts"))).equals(tier())
                && texts(rule.argument(direction.equals("INGRESS") ? "source_ranges" : "destination_ranges"))
                        .equals(ANYWHERE)
                && priority > last
                // Behind 65534 there are Google's own two rules alone; others' begin at 1000 as a rule, and can be
                // anywhere.
                && priority < 65_534;
    }

    private String party(String name) {
        return parties.getOrDefault(name, name);
    }

    private static String texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private Set<String> planned() {
        Set<String> rules = new TreeSet<>();
        for (Flow flow : plan.flows()) {
            if (hasRulesIn(flow.to())) {
                rules.add("in " + name(flow.to()) + " <- " + source(flow) + " " + ports(flow));
            }
            if (flow.from().equals(Party.NODES) || flow.from().equals(Party.tier(tier()))) {
                rules.add("out " + name(flow.from()) + " -> " + destination(flow.to()) + " " + ports(flow));
            }
        }
        return rules;
    }

    private boolean hasRulesIn(Party party) {
        return party instanceof Party.Part && !party.equals(Party.DATABASE);
    }

    private String source(Flow flow) {
        if (flow.from().equals(Party.ENTRY)) {
            return String.join(",", FRONT_ENDS);
        }
        // A load balancer inside the network hands packets on as they are.
        return flow.from().equals(Party.NODE_ENTRY) ? NODES + "," + String.join(",", FRONT_ENDS) : name(flow.from());
    }

    private String destination(Party party) {
        if (party.equals(Party.DATABASE)) {
            return databaseAddress();
        }
        return party.equals(Party.NODE_ENTRY)
                ? stack.all("google_compute_forwarding_rule").stream()
                        .map(rule -> rule.text("ip_address").replace(".id}", ".address}/32"))
                        .sorted()
                        .collect(Collectors.joining(","))
                : name(party);
    }

    private String databaseAddress() {
        if (plan.database().orElseThrow().database() instanceof Database.Existing existing) {
            return existing.host().matches("[0-9.]+") ? existing.host() + "/32" : ANYWHERE;
        }
        Resource database = stack.only("google_sql_database_instance");
        String kind = database.argument("settings", "ip_configuration", "ipv4_enabled")
                        .asBoolean()
                ? "public"
                : "private";
        return "${" + database.address() + "." + kind + "_ip_address}/32";
    }

    private static String name(Party party) {
        return party instanceof Party.Addresses addresses ? addresses.range().toString() : ((Party.Part) party).name();
    }

    private static String ports(Flow flow) {
        return flow.protocol() == Protocol.ANY
                ? "all"
                : flow.protocol().name().toLowerCase(Locale.ROOT) + " " + flow.ports();
    }
}
