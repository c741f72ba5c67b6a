package io.streamfleet.stacks.show;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.DatabasePlan;
import io.streamfleet.core.plan.FleetPlan;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.plan.Protocol;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan as boxes and arrows: one box for each party of the flows, one arrow for each pair that talks.
 *
 * @param name the deployment
 * @param boxes the parties, in the order in which the flows name them
 * @param arrows who opens connections to whom
 */
public record Diagram(String name, List<Box> boxes, List<Arrow> arrows) {
    /** What a box stands for, which decides its form. */
    enum Kind {
        ADDRESSES,
        LOAD_BALANCER,
        SERVERS,
        DATABASE
    }

    /**
     * A party.
     *
     * @param id a word that both languages take as an identifier
     * @param kind its form
     * @param lines its text
     */
    record Box(String id, Kind kind, List<String> lines) {}

    /**
     * All flows from one party to another.
     *
     * @param from id of the box that opens connections
     * @param to id of the box that accepts them
     * @param text protocols and ports
     */
    record Arrow(String from, String to, String text) {}

    /** Draws a plan. */
    public static Diagram of(ClusterPlan plan) {
        Set<Party> parties = new LinkedHashSet<>();
        Map<List<Party>, List<Flow>> pairs = new LinkedHashMap<>();
        for (Flow flow : plan.flows()) {
            parties.add(flow.from());
            parties.add(flow.to());
            pairs.computeIfAbsent(List.of(flow.from(), flow.to()), pair -> new ArrayList<>())
                    .add(flow);
        }
        List<Box> boxes = parties.stream().map(party -> box(plan, party)).toList();
        List<Arrow> arrows = pairs.entrySet().stream()
                .map(pair ->
                        new Arrow(id(pair.getKey().get(0)), id(pair.getKey().get(1)), ports(pair.getValue())))
                .toList();
        return new Diagram(plan.name(), boxes, arrows);
    }

    private static Box box(ClusterPlan plan, Party party) {
        if (party.equals(Party.ENTRY)) {
            return new Box(
                    id(party),
                    Kind.LOAD_BALANCER,
                    List.of("public load balancer", plan.spec().domain()));
        }
        if (party.equals(Party.NODE_ENTRY)) {
            return new Box(id(party), Kind.LOAD_BALANCER, List.of("internal load balancer", "for the nodes"));
        }
        if (party.equals(Party.DATABASE)) {
            return new Box(
                    id(party),
                    Kind.DATABASE,
                    plan.database().map(Diagram::lines).orElseThrow());
        }
        if (party.equals(Party.NODES)) {
            return new Box(
                    id(party), Kind.SERVERS, plan.fleet().map(Diagram::lines).orElseThrow());
        }
        if (party instanceof Party.Part part) {
            return new Box(id(party), Kind.SERVERS, lines(plan.tier(part.name()), plan));
        }
        return new Box(id(party), Kind.ADDRESSES, List.of(party.toString()));
    }

    private static List<String> lines(TierPlan tier, ClusterPlan plan) {
        return List.of(tier.key(), Sizes.of(tier, plan) + " x " + tier.tier().instanceType());
    }

    private static List<String> lines(DatabasePlan plan) {
        if (plan.database() instanceof Database.Create create) {
            return List.of("MySQL", create.instanceType() + (create.highAvailability() ? ", with standby" : ""));
        }
        return List.of("existing MySQL", ((Database.Existing) plan.database()).host());
    }

    private static List<String> lines(FleetPlan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("nodes, launched by " + plan.tier());
        plan.nodes()
                .roles()
                .forEach((role, target) -> lines.add(
                        role.key() + ": " + target.min() + " to " + target.max() + " x " + target.instanceType()));
        return lines;
    }

    private static String id(Party party) {
        return party instanceof Party.Part part
                ? part.name()
                : "addresses_" + party.toString().replaceAll("[^A-Za-z0-9]", "_");
    }

    /** For example {@code TCP 443, 80}, and {@code UDP 8000-8100} on a line of its own. */
    private static String ports(List<Flow> flows) {
        Map<Protocol, List<Flow>> byProtocol =
                flows.stream().collect(Collectors.groupingBy(Flow::protocol, LinkedHashMap::new, Collectors.toList()));
        return byProtocol.entrySet().stream()
                .map(entry -> entry.getKey() == Protocol.ANY
                        ? "everything"
                        : entry.getKey() + " "
                                + entry.getValue().stream().map(Ports::of).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }
}
