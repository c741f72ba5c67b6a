package io.streamfleet.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.spec.AwsNat;
import io.streamfleet.core.spec.AwsNetwork;
import io.streamfleet.core.value.Cidr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ec2.Vpc;

class NetworkTest {
    private static final AwsNetwork.Zones THREE = new AwsNetwork.Zones.Count(3);
    private static final AwsNetwork.Zones TWO = new AwsNetwork.Zones.Count(2);

    private static Synth threeZones;

    private static NetworkPropsBuilder live() {
        return NetworkProps.builder().name("live").cidr(Cidr.parse("10.20.0.0/16"));
    }

    private static Synth synth(NetworkProps props) {
        return Synth.of(stack -> new Network(stack, "Network", props));
    }

    @BeforeAll
    static void synthesise() {
        threeZones = synth(live().zones(THREE).build());
    }

    @Test
    void network_inAStackOfKnownRegion_looksNothingUp() {
        assertThat(threeZones.looksUp()).isFalse();
        assertThat(threeZones.template().toString()).doesNotContain("dummy1");
        assertThat(threeZones.warnings()).isEmpty();
    }

    @Test
    void network_count_takesTheRegionsFirstZones() {
        assertThat(threeZones.properties("AWS::EC2::Subnet"))
                .extracting(subnet -> subnet.get("AvailabilityZone"))
                .containsExactlyInAnyOrder(zone(0), zone(0), zone(1), zone(1), zone(2), zone(2));
    }

    @Test
    void network_names_takesThem() {
        Synth named = synth(live().zones(new AwsNetwork.Zones.Names(List.of("us-east-1a", "us-east-1c")))
                .build());
        assertThat(named.properties("AWS::EC2::Subnet"))
                .extracting(subnet -> subnet.get("AvailabilityZone"))
                .containsExactlyInAnyOrder("us-east-1a", "us-east-1a", "us-east-1c", "us-east-1c");
    }

    @Test
    void network_vpc_isFoundByItsName() {
        Map<String, Object> vpc = threeZones.only("AWS::EC2::VPC");
        assertThat(vpc)
                .containsEntry("EnableDnsHostnames", true)
                .containsEntry("EnableDnsSupport", true)
                .containsEntry("Tags", List.of(Map.of("Key", "Name", "Value", "live")));
    }

    @Test
    void network_aZoneMore_movesNoSubnet() {
        Map<String, Map<String, Object>> two = synth(live().zones(TWO).build()).resourceMap();
        assertThat(threeZones.resourceMap()).containsAllEntriesOf(two);
    }

    @Test
    void network_smallest_fitsLoadBalancers() {
        Synth small = synth(live().cidr(Cidr.parse("10.20.0.0/24"))
                .zones(TWO)
                .nat(AwsNat.NONE)
                .flowLogs(FlowLogs.none())
                .build());
        assertThat(small.properties("AWS::EC2::Subnet"))
                .extracting(subnet -> subnet.get("CidrBlock"))
                .containsExactlyInAnyOrder("10.20.0.0/27", "10.20.0.32/27", "10.20.0.128/27", "10.20.0.160/27");
        assertThat(small.types()).doesNotContain("AWS::EC2::NatGateway", "AWS::EC2::FlowLog", "AWS::IAM::Role");
        assertThat(small.ids("AWS::EC2::Route")).hasSize(1);
    }

    @Test
    void network_subnets_onlyPublicOnesGiveAddresses() {
        assertThat(threeZones.properties("AWS::EC2::Subnet"))
                .allSatisfy(subnet -> assertThat(subnet.get("MapPublicIpOnLaunch"))
                        .isEqualTo(subnet.get("Tags").toString().contains("live-public")));
    }

    @Test
    void network_natPerZone_routesEachZoneThroughItsOwn() {
        assertThat(threeZones.ids("AWS::EC2::NatGateway")).hasSize(3);
        assertThat(threeZones.ids("AWS::EC2::EIP")).hasSize(3);
        assertThat(threeZones.properties("AWS::EC2::Route"))
                .filteredOn(route -> route.containsKey("NatGatewayId"))
                .extracting(route -> route.get("NatGatewayId"))
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void network_natOne_routesAllZonesThroughIt() {
        Synth one = synth(live().zones(THREE).nat(AwsNat.ONE).build());
        assertThat(one.ids("AWS::EC2::NatGateway")).hasSize(1);
        assertThat(one.properties("AWS::EC2::Route"))
                .filteredOn(route -> route.containsKey("NatGatewayId"))
                .hasSize(3);
    }

    @Test
    void network_natGateways_waitForTheWayOut() {
        assertThat(threeZones.resources("AWS::EC2::NatGateway"))
                .allSatisfy(nat -> assertThat(nat.get("DependsOn").toString()).contains("PublicDefaultRoute"));
        assertThat(threeZones.resources("AWS::EC2::EIP"))
                .allSatisfy(address ->
                        assertThat(address.get("DependsOn").toString()).contains("InternetGatewayAttachment"));
    }

    @Test
    void network_flowLogs_areKeptForThirtyDaysAndOutliveTheStack() {
        assertThat(threeZones.only("AWS::Logs::LogGroup")).containsEntry("RetentionInDays", 30);
        assertThat(threeZones.resources("AWS::Logs::LogGroup"))
                .allSatisfy(group -> assertThat(group).containsEntry("DeletionPolicy", "Retain"));
        assertThat(threeZones.only("AWS::EC2::FlowLog"))
                .containsEntry("TrafficType", "ALL")
                .containsEntry("ResourceType", "VPC");
    }

    @Test
    void network_bringsNoLambdaAndNoOpenGroup() {
        assertThat(threeZones.types())
                .doesNotContain("AWS::Lambda::Function", "AWS::EC2::SecurityGroup")
                .noneMatch(type -> type.startsWith("Custom::"));
    }

    @Test
    void fromAttributes_existing_createsNothing() {
        NetworkAttributes attributes = NetworkAttributes.builder()
                .vpcId("vpc-0123456789abcdef0")
                .vpcName("theirs")
                .zones(List.of("us-east-1a", "us-east-1b"))
                .publicSubnetIds(List.of("subnet-0000000000000000a", "subnet-0000000000000000b"))
                .privateSubnetIds(List.of("subnet-0000000000000000c", "subnet-0000000000000000d"))
                .build();
        Synth existing = Synth.of(stack -> {
            INetwork network = Network.fromAttributes(stack, "Network", attributes);
            assertThat(network.vpcName()).contains("theirs");
            SecurityGroups.closed(stack, "Group", network, "Nobody");
        });
        assertThat(existing.warnings()).isEmpty();
        assertThat(existing.looksUp()).isFalse();
        assertThat(existing.only("AWS::EC2::SecurityGroup")).containsEntry("VpcId", "vpc-0123456789abcdef0");
    }

    @Test
    void fromVpc_ofSomeonesApp_takesOneSubnetOfEachKindAZone() {
        Synth.of(stack -> {
            Vpc vpc = Vpc.Builder.create(stack, "Theirs")
                    .availabilityZones(List.of(Fn.select(0, Fn.getAzs()), Fn.select(1, Fn.getAzs())))
                    .build();
            INetwork network = Network.fromVpc(vpc, "theirs");
            assertThat(network.vpcName()).contains("theirs");
            assertThat(network.zones()).hasSize(2);
            assertThat(network.publicSubnetIds()).hasSize(2);
            assertThat(network.privateSubnetIds()).hasSize(2).doesNotContainAnyElementsOf(network.publicSubnetIds());
        });
    }

    @Test
    void of_description_createsOrTakesWhatExists() {
        Synth created = Synth.of(stack -> Network.of(
                stack, "Network", "live", new AwsNetwork.Create(Cidr.parse("10.20.0.0/16"), TWO, AwsNat.ONE, false)));
        assertThat(created.ids("AWS::EC2::NatGateway")).hasSize(1);
        assertThat(created.types()).doesNotContain("AWS::EC2::FlowLog");
        Synth existing = Synth.of(stack -> Network.of(
                stack,
                "Network",
                "live",
                new AwsNetwork.Existing(
                        "vpc-0123456789abcdef0",
                        Optional.of("theirs"),
                        List.of("us-east-1a", "us-east-1b"),
                        List.of("subnet-0000000a", "subnet-0000000b"),
                        List.of("subnet-0000000c", "subnet-0000000d"))));
        assertThat(existing.template()).doesNotContainKey("Resources");
    }

    @Test
    void fails_props_withoutNameAndWithATinyRange() {
        assertThatThrownBy(() ->
                        NetworkProps.builder().cidr(Cidr.parse("10.0.0.0/25")).build())
                .isInstanceOf(InvalidSpecException.class)
                .hasMessage("cidr: got 10.0.0.0/25, must be a range of /16 to /24, so that each zone gets two subnets\n"
                        + "name: must be given");
    }

    @Test
    void fails_flowLogs_keptForDaysThatCloudWatchRefuses() {
        assertThatThrownBy(() -> FlowLogs.keptForDays(31))
                .isInstanceOf(InvalidSpecException.class)
                .hasMessageStartingWith("days: got 31, must be one of [1, 3, 5, 7, 14, 30, 60,");
    }

    @Test
    void fails_attributes_withoutASubnetInAZone() {
        assertThatThrownBy(() -> NetworkAttributes.builder()
                        .vpcId("vpc-0123456789abcdef0")
                        .zones(List.of("us-east-1a", "us-east-1b"))
                        .publicSubnetIds(List.of("subnet-0000000000000000a"))
                        .privateSubnetIds(List.of("subnet-0000000000000000c", "subnet-0000000000000000d"))
                        .build())
                .hasMessage("publicSubnetIds: got 1, must be one subnet a zone (2); list as many as there are zones");
    }

    private static Map<String, Object> zone(int index) {
        return Map.of("Fn::Select", List.of(index, Map.of("Fn::GetAZs", "")));
    }
}
