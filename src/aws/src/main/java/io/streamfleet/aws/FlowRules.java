package io.streamfleet.aws;

import io.streamfleet.aws.Acknowledged.Finding;
import io.streamfleet.core.plan.Flow;
import io.streamfleet.core.plan.Party;
import io.streamfleet.core.plan.Protocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupEgress;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupIngress;
import software.constructs.Construct;

/**
 * Opens the flows of a plan, and nothing else.
 *
 * <p>Creates one ingress rule in the security group of the part that accepts a flow and one egress rule in the group of
 * the part that opens it; ranges of addresses have no group, so that a flow from or to them is one rule alone. The rules
 * are resources of their own: groups that refer to each other would be a cycle otherwise. Costs nothing.
 */
public final class FlowRules extends Construct {
    /** What EC2 does not take in a rule's description. */
    private static final Pattern NOT_IN_A_DESCRIPTION = Pattern.compile("[^A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]");

    private static final int HTTP = 80;
    private static final int LONGEST_DESCRIPTION = 255;

    private final List<CfnSecurityGroupIngress> ingress = new ArrayList<>();
    private final List<CfnSecurityGroupEgress> egress = new ArrayList<>();

    /**
     * Opens the flows.
     *
     * @param scope what the rules belong to
     * @param id name within the scope
     * @param props the flows, and the groups of their ends
     */
    public FlowRules(Construct scope, String id, FlowRulesProps props) {
        super(scope, id);
        Map<Party, String> groupIds = groupIds(props);
        for (Flow flow : props.flows()) {
            letIn(flow, groupIds);
            letOut(flow, groupIds);
        }
    }

    /** Returns the rules that let flows in, in the order of the flows. */
    public List<CfnSecurityGroupIngress> ingress() {
        return List.copyOf(ingress);
    }

    /** Returns the rules that let flows out, in the order of the flows. */
    public List<CfnSecurityGroupEgress> egress() {
        return List.copyOf(egress);
    }

    private void letIn(Flow flow, Map<Party, String> groupIds) {
        String group = groupIds.get(flow.to());
        if (group == null) {
            return;
        }
        CfnSecurityGroupIngress.Builder rule = CfnSecurityGroupIngress.Builder.create(this, flow.name() + "Ingress")
                .groupId(group)
                .ipProtocol(protocol(flow))
                .description(description(flow));
        if (flow.protocol() != Protocol.ANY) {
            rule.fromPort(flow.ports().from()).toPort(flow.ports().to());
        }
        if (flow.from() instanceof Party.Addresses addresses) {
            rule.cidrIp(addresses.range().toString());
        } else {
            rule.sourceSecurityGroupId(groupIds.get(flow.from()));
        }
        CfnSecurityGroupIngress created = rule.build();
        if (flow.from() instanceof Party.Addresses addresses
                && addresses.range().isAnywhere()) {
            String meant = "Meant for everyone: " + description(flow);
            Acknowledged.on(
                    created,
                    flow.ports().from() == HTTP
                            ? new Finding[] {new Finding("AwsSolutions-EC23", meant), new Finding("CKV_AWS_260", meant)}
                            : new Finding[] {new Finding("AwsSolutions-EC23", meant)});
        }
        ingress.add(created);
    }

    private void letOut(Flow flow, Map<Party, String> groupIds) {
        String group = groupIds.get(flow.from());
        if (group == null) {
            return;
        }
        CfnSecurityGroupEgress.Builder rule = CfnSecurityGroupEgress.Builder.create(this, flow.name() + "Egress")
                .groupId(group)
                .ipProtocol(protocol(flow))
                .description(description(flow));
        if (flow.protocol() != Protocol.ANY) {
            rule.fromPort(flow.ports().from()).toPort(flow.ports().to());
        }
        if (flow.to() instanceof Party.Addresses addresses) {
            rule.cidrIp(addresses.range().toString());
        } else {
            rule.destinationSecurityGroupId(groupIds.get(flow.to()));
        }
        egress.add(rule.build());
    }

    /** Asks each group for its id once. */
    private static Map<Party, String> groupIds(FlowRulesProps props) {
        Map<Party, String> ids = new HashMap<>();
        for (Flow flow : props.flows()) {
            for (Party party : List.of(flow.from(), flow.to())) {
                if (party instanceof Party.Part) {
                    ids.computeIfAbsent(party, each -> props.groups().get(each).getSecurityGroupId());
                }
            }
        }
        return ids;
    }

    private static String protocol(Flow flow) {
        return flow.protocol() == Protocol.ANY ? "-1" : flow.protocol().name().toLowerCase(Locale.ROOT);
    }

    private static String description(Flow flow) {
        String text = NOT_IN_A_DESCRIPTION.matcher(flow.why().replace("'", "")).replaceAll("-");
        return text.length() > LONGEST_DESCRIPTION ? text.substring(0, LONGEST_DESCRIPTION) : text;
    }
}
