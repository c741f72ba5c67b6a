package io.streamfleet.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.test.Template.Resource;
import java.util.List;

/** The load balancer that clients of a cluster on AWS reach, in its template. */
final class PublicEntry {
    static final String BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    static final String RULE = "AWS::ElasticLoadBalancingV2::ListenerRule";
    private static final String LISTENER = "AWS::ElasticLoadBalancingV2::Listener";

    private PublicEntry() {}

    static Resource balancer(Case each) {
        return each.template().all(BALANCER).stream()
                .filter(balancer -> balancer.text("Scheme").equals("internet-facing"))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the listeners of a load balancer. */
    static List<Resource> listeners(Case each, Resource balancer) {
        return each.template().all(LISTENER).stream()
                .filter(listener -> listener.text("LoadBalancerArn").equals("«" + balancer.id() + "»"))
                .toList();
    }

    /** Returns the listener that clients use. */
    static Resource https(Case each) {
        return listeners(each, balancer(each)).stream()
                .filter(listener -> listener.text("Protocol").equals("HTTPS"))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the group of servers that it forwards to. */
    static Resource targets(Case each) {
        JsonNode forward = each.template().all(RULE).stream()
                .map(rule -> rule.property("Actions").path(0).path("TargetGroupArn"))
                .filter(arn -> !arn.isMissingNode())
                .findFirst()
                .orElseThrow();
        return each.template().referred(forward);
    }
}
