package io.streamfleet.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AwsDns;
import io.streamfleet.core.spec.AwsNetwork;
import io.streamfleet.core.spec.AwsTier;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.DnsRecord;
import io.streamfleet.core.spec.Health;
import io.streamfleet.core.spec.Red5;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
    static final String GOOD = """
            name: live
            product: red5
            cloud: aws
            domain: live.example.com
            streamManager:
              image: { id: ami-0123456789abcdef0 }
              instanceType: c5.large
              group: { max: 6 }
            database: { create: { instanceType: db.t4g.medium } }
            tls: { issue: {} }
            dns: { zone: example.com, zoneId: Z0123456789ABCDEFGHIJ }
            nodes:
              prefix: live-node
              image: red5pro-node-11
              keyPair: red5pro
              roles:
                origin: { min: 2, max: 10, instanceType: c5.large, capacity: 2000 }
                edge: { min: 2, max: 20, instanceType: c5.large, capacity: 2000 }
            aws:
              region: us-east-1
              network: { create: { cidr: 10.20.0.0/16 } }
            """;

    static RecordReader.Result<ClusterSpec> read(String text) {
        return RecordReader.read(ClusterSpec.class, "live.yaml", text, spec -> Stream.empty());
    }

    private static List<String> messages(String text) {
        return read(text).violations().stream().map(Violation::message).toList();
    }

    @Test
    void read_good_bindsValuesAndDefaults() {
        ClusterSpec spec = read(GOOD).value().orElseThrow();
        Red5 red5 = (Red5) spec.product();
        assertThat(messages(GOOD)).isEmpty();
        assertThat(spec.webrtc()).isTrue();
        assertThat(red5.streamManager().tier().group().min()).isEqualTo(2);
        assertThat(red5.streamManager().tier().health().interval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(((AwsTier) red5.streamManager().tier().onCloud()).rootDevice())
                .isEqualTo("/dev/sda1");
        assertThat(red5.database()).isInstanceOf(Database.Create.class);
        assertThat(((AwsDns) spec.dns().orElseThrow().onCloud()).record()).isEqualTo(DnsRecord.ALIAS);
        assertThat(red5.nodes().roles()).hasSize(2);
    }

    @Test
    void read_json_isTheSame() {
        String json = "{\n\t\"name\": \"live\",\n\t\"product\": \"red5\", \"cloud\": \"aws\" }";
        assertThat(messages(json)).noneMatch(message -> message.contains("no YAML"));
        assertThat(messages(json)).anyMatch(message -> message.startsWith("domain: got nothing"));
    }

    @Test
    void read_zonesByCountOrNames_bindsEither() {
        String named = GOOD.replace("cidr: 10.20.0.0/16", "cidr: 10.20.0.0/16, zones: [us-east-1a, us-east-1c]");
        assertThat(read(named).value().orElseThrow().cloud())
                .extracting("network.zones")
                .isEqualTo(new AwsNetwork.Zones.Names(List.of("us-east-1a", "us-east-1c")));
        String counted = GOOD.replace("cidr: 10.20.0.0/16", "cidr: 10.20.0.0/16, zones: 3");
        assertThat(read(counted).value().orElseThrow().cloud())
                .extracting("network.zones")
                .isEqualTo(new AwsNetwork.Zones.Count(3));
    }

    @Test
    void fails_tenFaults_tellsTenWithLines() {
        String text = """
                name: Live
                product: red5
                cloud: aws
                domain: live
                webrtc: yes
                streamManager:
                  image: { id: ami-0123456789abcdef0, parameter: /live/image }
                  instancetype: c5.large
                  machineType: c5.large
                  group: { min: 4, max: 2 }
                  diskGib: 8
                  warmUp: 3 minutes
                database: { create: { instanceType: db.t4g.medium, version: 8.4 } }
                tls: { certificate: "arn" }
                nodes:
                  prefix: live-node
                  prefix: live-node
                  image: red5pro-node-11
                  keyPair: red5pro
                  roles:
                    orign: { min: 2, max: 10, instanceType: c5.large, capacity: 2000 }
                aws:
                  region: us-east-1
                  network: { create: { cidr: 10.20.1.0/16 } }
                """;
        assertThat(messages(text))
                .containsExactly(
                        "name: got Live, must be 2 to 23 lower-case letters, digits and hyphens, a letter first and no"
                                + " hyphen last, such as live (live.yaml:1:1)",
                        "domain: got live, must be a host name in lower case, such as live.example.com"
                                + " (live.yaml:4:1)",
                        "webrtc: got yes, must be true or false; write true (live.yaml:5:1)",
                        "streamManager.image: got the keys id, parameter, must be exactly one of the keys id or"
                                + " parameter (live.yaml:7:3)",
                        "streamManager.instancetype: got an unknown key, must be one of instanceType, diskGib, group,"
                                + " schedule, health, warmUp, rollout, drain, publicAddress, sshFrom, notifications,"
                                + " secret, image, rootDevice, scaleOut, scaleIn, track, keyPair, api;"
                                + " did you mean instanceType? (live.yaml:8:3)",
                        "streamManager.machineType: got an unknown key, must be one of instanceType, diskGib, group,"
                                + " schedule, health, warmUp, rollout, drain, publicAddress, sshFrom, notifications,"
                                + " secret, image, rootDevice, scaleOut, scaleIn, track, keyPair, api;"
                                + " did you mean instanceType? (live.yaml:9:3)",
                        "streamManager.group.max: got 2, must be at least min (4); raise max or lower min"
                                + " (live.yaml:10:20)",
                        "streamManager.diskGib: got 8, must be 16 to 16384 (live.yaml:11:3)",
                        "streamManager.warmUp: got 3 minutes, must be a duration, such as 30s, 5m, 2h or 7d"
                                + " (live.yaml:12:3)",
                        "database.create.version: got a number, 8.4, must be 8.4 or 8.0; put it in quotes"
                                + " (live.yaml:13:52)",
                        "tls.certificate: got arn, must be the ARN of an ACM certificate,"
                                + " arn:aws:acm:REGION:ACCOUNT:certificate/ID (live.yaml:14:8)",
                        "nodes.prefix: got the key a second time, first on line 16, must be given once;"
                                + " remove one of them (live.yaml:17:3)",
                        "nodes.roles.orign: got orign, must be origin, edge, relay or transcoder;"
                                + " did you mean origin? (live.yaml:21:5)",
                        "aws.network.create.cidr: got 10.20.1.0/16, must be the range's first address, 10.20.0.0/16,"
                                + " without host bits (live.yaml:24:24)");
    }

    @Test
    void read_someWrong_stillRunsRulesOnTheRest() {
        List<String> seen = new ArrayList<>();
        RecordReader.Result<ClusterSpec> result =
                RecordReader.read(ClusterSpec.class, "live.yaml", GOOD.replace("max: 6", "max: six"), spec -> {
                    seen.add(spec.name());
                    return Stream.of(
                            Violation.at("streamManager.group.max").given("an example's value"),
                            Violation.at("domain").given("what the user wrote"));
                });
        assertThat(seen).containsExactly("live");
        assertThat(result.violations())
                .extracting(Violation::path)
                .containsExactly("domain", "streamManager.group.max");
        assertThat(result.violations()).noneMatch(violation -> violation.given().contains("example's"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cloud: ibm|cloud: got ibm, must be aws, google or azure; the other keys are checked after (live.yaml:3:8)",
                "cloud: awss|cloud: got awss, must be aws, google or azure; did you mean aws? (live.yaml:3:8)",
                "cloud:|cloud: got nothing, must be aws, google or azure; add the key; the others are checked after (live.yaml:1:1)"
            })
    void fails_unknownCloud_asksForItFirst(String line, String message) {
        assertThat(messages(GOOD.replace("cloud: aws", line))).containsExactly(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# nothing\n", "[]", "live", "name: [", "a: b: c", "\t- x", "name: \u0007", "--- a\n--- b"})
    void fails_noDescription_tellsOneThing(String text) {
        assertThat(messages(text)).hasSize(1).allMatch(message -> message.contains("(live.yaml:"));
    }

    @Test
    void fails_bombs_areRefusedQuickly() {
        StringBuilder aliases = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 60; i++) {
            aliases.append("a").append(i).append(": &a").append(i).append(" [");
            aliases.append("*a%d, ".formatted(i - 1).repeat(8)).append("*a%d]%n".formatted(i - 1));
        }
        assertThat(messages(aliases.toString())).hasSize(1).allMatch(message -> message.contains("aliases"));
        assertThat(messages("a: " + "[".repeat(100_000)))
                .containsExactly(
                        "got maps and lists more than 24 deep, must be a flatter description (live.yaml:1:27)");
        assertThat(messages(GOOD + "tags: &tags { own: *tags }\n"))
                .containsExactly("tags.own: got a map, must be up to 255 letters, digits, spaces and _.:/=+@-"
                        + " (live.yaml:22:15)");
        assertThat(messages("#".repeat(300_000)))
                .containsExactly("got 300000 characters, must be at most 262144 (live.yaml:1:1)");
    }

    @Test
    void fails_longOrControlText_isShownOnOneLine() {
        String message = messages(GOOD.replace("name: live", "name: \"a\\nb" + "c".repeat(200) + "\""))
                .get(0);
        assertThat(message)
                .startsWith("name: got a\\u000ab" + "c".repeat(57) + "…, must be")
                .doesNotContain("\n");
    }

    @Test
    void fails_missingBlocks_sayWhatTheyHoldAtTheLeast() {
        assertThat(
                        messages(
                                "name: live\nproduct: red5\ncloud: azure\ndomain: live.example.com\ntls: { keyVaultSecret: x }"))
                .contains(
                        "streamManager: got nothing, must be a map; add the key, with vmSize, group, image and sshKey"
                                + " (live.yaml:1:1)",
                        "nodes: got nothing, must be a map; add the key, with prefix, image and roles (live.yaml:1:1)");
    }

    @Test
    void ofDefaults_health_isWhatAnAbsentKeyMeans() {
        assertThat(RecordReader.ofDefaults(Health.class, Cloud.AWS))
                .isEqualTo(
                        new Health("/", Duration.ofSeconds(30), Duration.ofSeconds(10), 2, 5, Duration.ofSeconds(300)));
    }
}
