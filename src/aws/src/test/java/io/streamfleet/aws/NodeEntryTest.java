package io.streamfleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NodeEntryTest {
    private static Synth synth;

    @BeforeAll
    static void synthesise() {
        synth = Synth.of(stack -> new NodeEntry(
                stack,
                "NodeEntry",
                NodeEntryProps.builder()
                        .network(Samples.network(stack))
                        .domain("live.example.com")
                        .health(Samples.HEALTH)
                        .build()));
    }

    @Test
    void nodeEntry_loadBalancer_isInternalInPrivateSubnets() {
        assertThat(synth.only("AWS::ElasticLoadBalancingV2::LoadBalancer"))
                .containsEntry("Scheme", "internal")
                .containsEntry("Subnets", List.of("subnet-00000000000000003", "subnet-00000000000000004"));
    }

    @Test
    void nodeEntry_listener_forwardsEveryPathOn5080() {
        Map<String, Object> listener = synth.only("AWS::ElasticLoadBalancingV2::Listener");
        assertThat(listener).containsEntry("Port", 5080).containsEntry("Protocol", "HTTP");
        assertThat(listener.get("DefaultActions").toString()).contains("Type=forward");
        assertThat(synth.resources("AWS::ElasticLoadBalancingV2::Listener")
                        .get(0)
                        .get("Metadata")
                        .toString())
                .contains("checkov={skip=[{id=CKV_AWS_2, ", "id=CKV_AWS_103, ")
                .doesNotContain("cdk_nag");
        assertThat(synth.only("AWS::ElasticLoadBalancingV2::TargetGroup"))
                .containsEntry("Port", 5080)
                .doesNotContainKey("Targets");
    }

    @Test
    void nodeEntry_zone_isPrivateAndOfTheDomainAlone() {
        assertThat(synth.only("AWS::Route53::HostedZone"))
                .containsEntry("Name", "live.example.com.")
                .containsEntry("VPCs", List.of(Map.of("VPCId", "vpc-0123456789abcdef0", "VPCRegion", "us-east-1")));
        Map<String, Object> record = synth.only("AWS::Route53::RecordSet");
        assertThat(record).containsEntry("Name", "live.example.com.").containsEntry("Type", "A");
        assertThat(record.get("AliasTarget").toString()).contains("DNSName", "CanonicalHostedZoneID");
    }

    @Test
    void nodeEntry_securityGroup_isClosed() {
        assertThat(synth.types()).doesNotContain("AWS::EC2::SecurityGroupIngress");
        assertThat(synth.only("AWS::EC2::SecurityGroup")).doesNotContainKey("SecurityGroupIngress");
        assertThat(synth.warnings()).isEmpty();
    }

    @Test
    void fails_nodeEntryWithoutWhatItNeeds() {
        assertThatThrownBy(() -> NodeEntryProps.builder().domain("Live").build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("domain: got Live, must be a host name in lower case, such as live.example.com\n"
                        + "health: must be given\nnetwork: must be given");
    }
}
