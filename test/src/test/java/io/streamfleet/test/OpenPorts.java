package io.streamfleet.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.plan.Protocol;
import io.streamfleet.core.spec.AwsExistingDatabase;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.test.Template.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the security groups of a template against the flows of its plan.
 *
 * <p>Reads the template alone: which group is whose follows from what wears it, and every rule counts, wherever it is
 * written. A rule is written as {@code in streamManager <- entry tcp 5080}.
 */
final class OpenPorts {
    /** The CDK's rule that matches nothing: with it, EC2's own rule that lets everything out is gone. */
    private static final String NOTHING = "icmp 252-86 255.255.255.255/32";

    private static final Set<String> PARTS_OF_A_RULE = Set.of(
            "GroupId",
            "IpProtocol",
            "FromPort",
            "ToPort",
            "CidrIp",
            "SourceSecurityGroupId",
            "DestinationSecurityGroupId",
            "Description");

    private final Template template;
    private final ClusterPlan plan;
    private final Map<String, String> parties = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private OpenPorts(Template template, ClusterPlan plan) {
        this.template = template;
        this.plan = plan;
    }

    /** Returns what is open without a flow, what a flow needs and is closed, and what cannot be told; empty where all is well. */
    static List<String> problems(Template template, ClusterPlan plan) {
        OpenPorts ports = new OpenPorts(template, plan);
        ports.findParties();
        Set<String> open = new TreeSet<>();
        ports.addInline(open);
        ports.addSeparate(open);
        Set<String> planned = ports.planned();
        open.stream()
                .filter(rule -> !planned.contains(rule))
                .forEach(rule -> ports.problems.add("open without a flow: " + rule));
        planned.stream()
                .filter(rule -> !open.contains(rule))
                .forEach(rule -> ports.problems.add("closed, against a flow: " + rule));
        return ports.problems;
    }

    private void findParties() {
        for (Resource balancer : template.all("AWS::ElasticLoadBalancingV2::LoadBalancer")) {
            Party.Part part = balancer.text("Scheme").equals("internal") ? Party.NODE_ENTRY : Party.ENTRY;
            wears(balancer.property("SecurityGroups"), part);
        }
        for (Resource server : template.all("AWS::EC2::LaunchTemplate")) {
            JsonNode data = server.property("LaunchTemplateData");
            wears(data.path("SecurityGroupIds"), tier());
            data.path("NetworkInterfaces").forEach(each -> wears(each.path("Groups"), tier()));
        }
        for (Resource database : template.all("AWS::RDS::DBInstance")) {
            wears(database.property("VPCSecurityGroups"), Party.DATABASE);
        }
        existingDatabase();
        // The nodes are launched by the Stream Managers, which find their group by its name.
        for (Resource group : template.all("AWS::EC2::SecurityGroup")) {
            if (!group.property("GroupName").isMissingNode()) {
                parties.put("«" + group.id() + ".GroupId»", Party.NODES.name());
            }
            if (!parties.containsKey("«" + group.id() + ".GroupId»")) {
                problems.add("nobody wears the security group " + group.id());
            }
        }
    }

    private void existingDatabase() {
        if (plan.spec().product() instanceof Red5 red5
                && red5.database() instanceof Database.Existing existing
                && existing.onCloud() instanceof AwsExistingDatabase onAws) {
            parties.put(onAws.securityGroup(), Party.DATABASE.name());
        }
    }

    private Party.Part tier() {
        return Party.tier(plan.tiers().get(0).key());
    }

    private void wears(JsonNode groups, Party.Part part) {
        for (JsonNode group : groups) {
            String before = parties.put(Template.text(group), part.name());
            if (before != null && !before.equals(part.name())) {
                problems.add(part.name() + " and " + before + " share the security group " + Template.text(group));
            }
        }
    }

    /** Rules inside a group: none but the one that matches nothing, which must be there. */
    private void addInline(Set<String> open) {
        for (Resource group : template.all("AWS::EC2::SecurityGroup")) {
            String name = party("«" + group.id() + ".GroupId»");
            group.property("SecurityGroupIngress").forEach(rule -> add(open, "in " + name + " <- " + ends(rule)));
            boolean closed = false;
            for (JsonNode rule : group.property("SecurityGroupEgress")) {
                if ((rule.path("IpProtocol").asText() + " "
                                + rule.path("FromPort").asText() + "-"
                                + rule.path("ToPort").asText() + " "
                                + rule.path("CidrIp").asText())
                        .equals(NOTHING)) {
                    closed = true;
                } else {
                    add(open, "out " + name + " -> " + ends(rule));
                }
            }
            if (!closed) {
                problems.add("the security group " + group.id() + " keeps EC2's rule that lets everything out");
            }
        }
    }

    private void addSeparate(Set<String> open) {
        template.all("AWS::EC2::SecurityGroupIngress")
                .forEach(rule -> add(open, "in " + party(rule.text("GroupId")) + " <- " + ends(rule.property())));
        template.all("AWS::EC2::SecurityGroupEgress")
                .forEach(rule -> add(open, "out " + party(rule.text("GroupId")) + " -> " + ends(rule.property())));
    }

    private void add(Set<String> open, String rule) {
        if (!open.add(rule)) {
            problems.add("twice: " + rule);
        }
    }

    private String ends(JsonNode rule) {
        rule.properties().stream()
                .filter(each -> !PARTS_OF_A_RULE.contains(each.getKey()))
                .forEach(each ->
                        problems.add("a rule says " + each.getKey() + ", of which nothing is known here: " + rule));
        List<String> peers = new ArrayList<>();
        if (rule.has("CidrIp")) {
            peers.add(Template.text(rule.path("CidrIp")));
        }
        for (String group : List.of("SourceSecurityGroupId", "DestinationSecurityGroupId")) {
            if (rule.has(group)) {
                peers.add(party(Template.text(rule.path(group))));
            }
        }
        return String.join("+", peers) + " " + ports(rule);
    }

    private static String ports(JsonNode rule) {
        String protocol = rule.path("IpProtocol").asText();
        if (!rule.has("FromPort") && !rule.has("ToPort")) {
            return protocol;
        }
        return protocol + " " + rule.path("FromPort").asText() + "-"
                + rule.path("ToPort").asText();
    }

    private String party(String group) {
        return parties.getOrDefault(group, group);
    }

    private Set<String> planned() {
        Set<String> rules = new TreeSet<>();
        for (Flow flow : plan.flows()) {
            if (flow.to() instanceof Party.Part) {
                rules.add("in " + name(flow.to()) + " <- " + name(flow.from()) + " " + ports(flow));
            }
            if (flow.from() instanceof Party.Part) {
                rules.add("out " + name(flow.from()) + " -> " + name(flow.to()) + " " + ports(flow));
            }
        }
        return rules;
    }

    private static String name(Party party) {
        return party instanceof Party.Addresses addresses ? addresses.range().toString() : ((Party.Part) party).name();
    }

    private static String ports(Flow flow) {
        return flow.protocol() == Protocol.ANY
                ? "-1"
                : flow.protocol().name().toLowerCase(Locale.ROOT) + " "
                        + flow.ports().from() + "-" + flow.ports().to();
    }
}
