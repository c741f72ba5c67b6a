package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.EXISTING;
import static io.streamfleet.core.rules.Live.NEW;
import static io.streamfleet.core.rules.Live.change;
import static io.streamfleet.core.rules.Live.nodes;
import static io.streamfleet.core.rules.Live.tier;
import static io.streamfleet.core.rules.Live.told;
import static io.streamfleet.core.rules.Live.top;
import static io.streamfleet.core.rules.Live.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkRulesTest {
    private static String network(String network) {
        return with(NEW, network);
    }

    private static String cidr(String cidr) {
        return with("10.20.0.0/16", cidr);
    }

    @Test
    void fails_nameOfSecurityGroupIds() {
        assertThat(told(with("name: live", "name: sg-live")))
                .containsExactly(
                        "name: got sg-live, must be a name that does not begin with sg-, which EC2 keeps for security "
                                + "group ids; take another (live.yaml:1:1)");
    }

    @Test
    void check_nameWithTheLettersOfSecurityGroups_passes() {
        assertThat(told(with("name: live", "name: sgp-live"))).isEmpty();
    }

    @Test
    void fails_zoneOfAnotherRegion_newNetwork() {
        assertThat(told(network("create: { cidr: 10.20.0.0/16, zones: [us-east-1a, us-east-2b] }")))
                .containsExactly(
                        "aws.network.create.zones[1]: got us-east-2b, must be a zone of aws.region (us-east-1); "
                                + "correct one of them (live.yaml:23:64)");
    }

    @Test
    void fails_zoneOfAnotherRegion_existingNetwork() {
        assertThat(told(network(EXISTING.replace("us-east-1b", "us-east-10b"))))
                .contains(
                        "aws.network.existing.zones[1]: got us-east-10b, must be an availability zone, such as us-east-1a "
                                + "(live.yaml:23:89)");
        assertThat(told(network(EXISTING.replace("us-east-1b", "eu-west-1b"))))
                .containsExactly(
                        "aws.network.existing.zones[1]: got eu-west-1b, must be a zone of aws.region (us-east-1); "
                                + "correct one of them (live.yaml:23:89)");
    }

    @Test
    void check_zonesOfTheRegion_passes() {
        assertThat(told(network("create: { cidr: 10.20.0.0/16, zones: [us-east-1a, us-east-1-bos-1a] }")))
                .isEmpty();
        assertThat(told(network(EXISTING))).isEmpty();
    }

    @Test
    void fails_subnetPublicAndPrivate() {
        assertThat(told(network(EXISTING.replace("subnet-00000004", "subnet-00000001"))))
                .containsExactly(
                        "aws.network.existing.privateSubnets[1]: got subnet-00000001, which is in publicSubnets as "
                                + "well, must be a subnet without a route from the internet; give each subnet once "
                                + "(live.yaml:23:187)");
    }

    @Test
    void fails_existingNetworkWithoutItsName() {
        assertThat(told(network(EXISTING.replace(" vpcName: corp,", ""))))
                .containsExactly("aws.network.existing.vpcName: got nothing, must be the VPC's Name tag, by which the "
                        + "Stream Managers find it; add it; tag the VPC if it has none (live.yaml:23:14)");
    }

    @Test
    void fails_privateServersWithoutNat() {
        assertThat(told(network("create: { cidr: 10.20.0.0/16, nat: none }")))
                .containsExactly(
                        "aws.network.create.nat: got none with private servers, must be perZone or one, by which they "
                                + "reach Secrets Manager and EC2; raise it, or set streamManager.publicAddress: true "
                                + "(live.yaml:23:44)");
    }

    @Test
    void check_publicServersWithoutNat_passes() {
        assertThat(told(change(tier("publicAddress: true"), NEW, "create: { cidr: 10.20.0.0/16, nat: none }")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.0/16", "169.254.0.0/16", "224.0.0.0/16", "240.1.0.0/16", "0.1.0.0/16"})
    void fails_rangeThatNoVpcHas(String cidr) {
        assertThat(told(cidr(cidr)))
                .containsExactly("aws.network.create.cidr: got " + cidr
                        + ", must be a range that a network can have; take one of "
                        + "10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 (live.yaml:23:24)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.0.0/16", "172.32.0.0/16", "192.169.0.0/16"})
    void warns_rangeOfSomebodyElse(String cidr) {
        assertThat(told(cidr(cidr)))
                .containsExactly(
                        "warning: aws.network.create.cidr: got " + cidr + ", must be a private range, or the servers "
                                + "cannot reach its owners' addresses; take one of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 "
                                + "(live.yaml:23:24)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.255.0.0/16", "172.31.0.0/16", "192.168.4.0/24", "100.64.0.0/16"})
    void check_privateRange_passes(String cidr) {
        assertThat(told(cidr(cidr))).isEmpty();
    }

    @Test
    void fails_sourcesOfTheWholeWorld() {
        String text = change(
                nodes("sshFrom: [10.0.0.0/8, 0.0.0.0/0]"),
                "  group: { min: 2, max: 6 }\n",
                "  group: { min: 2, max: 6 }\n  keyPair: ops\n  sshFrom: [0.0.0.0/0]\n");
        assertThat(told(text + "entry: { adminFrom: [0.0.0.0/1, 128.0.0.0/1] }\n"))
                .contains(
                        "streamManager.sshFrom[0]: got 0.0.0.0/0, which is the whole internet, must be a range of your own, "
                                + "/8 or smaller; give the addresses that need it (live.yaml:11:13)",
                        "nodes.sshFrom[1]: got 0.0.0.0/0, which is the whole internet, must be a range of your own, /8 or "
                                + "smaller; give the addresses that need it (live.yaml:19:25)",
                        "entry.adminFrom[0]: got 0.0.0.0/1, must be a range of your own, /8 or smaller; give the addresses "
                                + "that need it (live.yaml:27:22)",
                        "entry.adminFrom[1]: got 128.0.0.0/1, must be a range of your own, /8 or smaller; give the "
                                + "addresses that need it (live.yaml:27:33)");
    }

    @Test
    void fails_sourcesThatOverlap() {
        assertThat(told(nodes("sshFrom: [10.0.0.0/8, 192.168.0.0/16, 10.1.0.0/16, 192.168.0.0/16]")))
                .containsExactly(
                        "nodes.sshFrom[2]: got 10.1.0.0/16, must be outside nodes.sshFrom[0] (10.0.0.0/8); keep the wider of "
                                + "the two (live.yaml:17:41)",
                        "nodes.sshFrom[3]: got 192.168.0.0/16, must be outside nodes.sshFrom[1] (192.168.0.0/16); keep the "
                                + "wider of the two (live.yaml:17:54)");
    }

    @Test
    void check_sourcesOfOneListInAnother_pass() {
        String text = change(
                nodes("sshFrom: [10.0.0.0/8]"), "  group: {", "  keyPair: ops\n  sshFrom: [10.1.0.0/16]\n  group: {");
        assertThat(told(text)).isEmpty();
    }

    @Test
    void warns_sshFromTheInternetToPrivateServers() {
        assertThat(told(tier("keyPair: ops\n  sshFrom: [203.0.113.0/24]")))
                .containsExactly(
                        "warning: streamManager.sshFrom[0]: got 203.0.113.0/24 with publicAddress: false, must be a "
                                + "private range, or publicAddress: true; use Session Manager, or come by a VPN's private addresses "
                                + "(live.yaml:11:13)");
    }

    @Test
    void warns_sshWithoutAKey() {
        assertThat(told(tier("sshFrom: [10.0.0.0/8]")))
                .containsExactly(
                        "warning: streamManager.keyPair: got nothing with sshFrom, must be the name of a key pair, unless "
                                + "the image holds keys of its own; add keyPair, or remove sshFrom and use Session Manager "
                                + "(live.yaml:6:1)");
    }

    @Test
    void check_sshThatReachesServers_passes() {
        assertThat(told(tier("keyPair: ops\n  sshFrom: [10.0.0.0/8]"))).isEmpty();
        assertThat(told(tier("keyPair: ops\n  publicAddress: true\n  sshFrom: [203.0.113.0/24]")))
                .isEmpty();
    }

    @Test
    void warns_moreSourcesThanASecurityGroupTakes() {
        assertThat(told(nodes("sshFrom: [" + publicRanges(41) + "]")))
                .containsExactly(
                        "warning: nodes.sshFrom: got 41 ranges, must be at most 40, since a security group has 60 rules "
                                + "unless the quota was raised; join neighbouring ranges (live.yaml:17:3)");
    }

    @Test
    void fails_moreSourcesThanALoadBalancerTakes() {
        assertThat(told(top("entry: { adminFrom: [" + publicRanges(271) + "] }")))
                .containsExactly(
                        "entry.adminFrom: got 271 ranges, must be at most 270, since a load balancer has 100 rules of "
                                + "three addresses each; join neighbouring ranges (live.yaml:24:10)");
    }

    @Test
    void check_asManySourcesAsAreTaken_pass() {
        assertThat(told(nodes("sshFrom: [" + publicRanges(40) + "]"))).isEmpty();
        assertThat(told(top("entry: { adminFrom: [" + publicRanges(270) + "] }")))
                .isEmpty();
    }

    private static String publicRanges(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "8." + i / 200 + "." + i % 200 + ".0/24")
                .collect(Collectors.joining(", "));
    }

    @Test
    void warns_unknownRegion() {
        assertThat(told(with("us-east-1", "us-esat-1")))
                .containsExactly(
                        "warning: aws.region: got us-esat-1, must be a region of AWS that this version knows; see that "
                                + "it is spelled right, by aws ec2 describe-regions --all-regions (live.yaml:22:3)");
    }

    @Test
    void warns_thirdZoneWhereMostSeeTwo() {
        assertThat(told(with("us-east-1", "us-west-1")))
                .containsExactly(
                        "warning: aws.network.create.zones: got 3 in us-west-1, must be 2 there, where most accounts see "
                                + "no third; lower it, or see aws ec2 describe-availability-zones (live.yaml:23:44)");
        assertThat(told(with("us-east-1", "us-west-1", "zones: 3", "zones: 2"))).isEmpty();
    }

    @Test
    void warns_wholeZoneHiddenFromAnExistingNetwork() {
        String text = change(network(EXISTING), "domain: live.example.com", "domain: example.com");
        assertThat(told(text))
                .containsExactly(
                        "warning: domain: got example.com, a whole zone, in a network that exists, must be a name below "
                                + "the zone, or the nodes' private zone hides the zone's other names from the network; take such a name, "
                                + "or set entry.nodePath: {https: {}} (live.yaml:4:1)");
        assertThat(told(text + "entry: { nodePath: { https: {} } }\n")).isEmpty();
        assertThat(told(with("domain: live.example.com", "domain: example.com")))
                .isEmpty();
    }
}
