package io.streamfleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancerAttributes;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationLoadBalancer;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.constructs.Construct;

class DnsNameTest {
    private static Synth alias;
    private static Synth cname;

    private static DnsNamePropsBuilder name(Construct scope, String zone) {
        return DnsNameProps.builder()
                .domain("live.example.com")
                .zone(HostedZone.fromHostedZoneAttributes(
                        scope,
                        "Zone",
                        HostedZoneAttributes.builder()
                                .hostedZoneId("Z0123456789ABCDEFGHIJ")
                                .zoneName(zone)
                                .build()))
                .target(target(scope));
    }

    private static IApplicationLoadBalancer target(Construct scope) {
        return ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes(
                scope,
                "LoadBalancer",
                ApplicationLoadBalancerAttributes.builder()
                        .loadBalancerArn("arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/a/b")
                        .loadBalancerDnsName("a.us-east-1.elb.amazonaws.com")
                        .loadBalancerCanonicalHostedZoneId("Z35SXDOTRQ7X7K")
                        .securityGroupId("sg-0123456789abcdef0")
                        .build());
    }

    @BeforeAll
    static void synthesise() {
        alias = Synth.of(
                stack -> new DnsName(stack, "Dns", name(stack, "example.com").build()));
        cname = Synth.of(stack -> new DnsName(
                stack,
                "Dns",
                name(stack, "example.com")
                        .kind(DnsRecordKind.cname(Duration.ofMinutes(5)))
                        .build()));
    }

    @Test
    void name_alias_pointsToTheLoadBalancerWithoutTimeToLive() {
        assertThat(alias.only("AWS::Route53::RecordSet"))
                .containsEntry("Name", "live.example.com.")
                .containsEntry("Type", "A")
                .containsEntry("HostedZoneId", "Z0123456789ABCDEFGHIJ")
                .containsEntry(
                        "AliasTarget",
                        Map.of("DNSName", "dualstack.a.us-east-1.elb.amazonaws.com", "HostedZoneId", "Z35SXDOTRQ7X7K"))
                .doesNotContainKey("TTL");
    }

    @Test
    void name_cname_hasItsTimeToLive() {
        assertThat(cname.only("AWS::Route53::RecordSet"))
                .containsEntry("Name", "live.example.com.")
                .containsEntry("Type", "CNAME")
                .containsEntry("TTL", "300")
                .containsEntry("ResourceRecords", List.of("a.us-east-1.elb.amazonaws.com"));
    }

    @Test
    void fails_nameOutsideItsZone() {
        assertThatThrownBy(() -> Synth.of(stack -> name(stack, "ample.com").build()))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("domain: got live.example.com, must be a name in the zone; give the zone that holds it");
    }

    @Test
    void fails_cnameAtTheTopOfItsZone() {
        assertThatThrownBy(() -> Synth.of(stack -> name(stack, "live.example.com")
                        .kind(DnsRecordKind.cname(Duration.ofMinutes(5)))
                        .build()))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("kind: got a CNAME at the top of the zone, must be an alias there");
    }

    @Test
    void fails_cnameThatLivesTooLong() {
        assertThatThrownBy(() -> Synth.of(stack -> name(stack, "example.com")
                        .kind(DnsRecordKind.cname(Duration.ofDays(8)))
                        .build()))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("kind: got a time to live out of range, must be 0s to 7d");
    }
}
