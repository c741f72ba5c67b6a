package io.streamfleet.core.rules;

import static io.streamfleet.core.rules.Live.EXISTING;
import static io.streamfleet.core.rules.Live.NEW;
import static io.streamfleet.core.rules.Live.noWebRtc;
import static io.streamfleet.core.rules.Live.nodes;
import static io.streamfleet.core.rules.Live.tier;
import static io.streamfleet.core.rules.Live.told;
import static io.streamfleet.core.rules.Live.top;
import static io.streamfleet.core.rules.Live.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What records refuse by their own bounds, as a user sees it. */
class BoundsTest {
    private static final String DATABASE = "create: { instanceType: db.t4g.medium }";

    private static String database(String more) {
        return with(DATABASE, "create: { instanceType: db.t4g.medium, " + more + " }");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sessionTimeout: 4001s | sessionTimeout: got 4001s, must be 1s to 4000s",
                "sessionTimeout: 0s | sessionTimeout: got 0s, must be 1s to 4000s",
                "clientKeepAlive: 59s | clientKeepAlive: got 59s, must be 60s to 604800s",
                "clientKeepAlive: 8d | clientKeepAlive: got 8d, must be 60s to 604800s",
                "drain: 61m | drain: got 61m, must be 0s to 1h",
                "adminFrom: [10.0.0.1/8] | adminFrom[0]: got 10.0.0.1/8, must be the range's first address, 10.0.0.0/8, without host bits",
                "adminFrom: [10.0.0.0] | adminFrom[0]: got 10.0.0.0, must be an IPv4 range, such as 10.20.0.0/16",
                "adminFrom: [10.0.0.0/33] | adminFrom[0]: got 10.0.0.0/33, must be a range with a prefix of 0 to 32, such as 10.20.0.0/16",
                "adminFrom: [10.0.300.0/24] | adminFrom[0]: got 10.0.300.0/24, must be an IPv4 range of numbers 0 to 255, such as 10.20.0.0/16",
                "adminFrom: [\"::/0\"] | adminFrom[0]: got ::/0, must be an IPv4 range, such as 10.20.0.0/16",
                "tlsPolicy: modern | tlsPolicy: got modern, must be a security policy of Elastic Load Balancing, such as ELBSecurityPolicy-TLS13-1-2-2021-06",
                "accessLogs: { create: { days: 0 } } | accessLogs.create.days: got 0, must be 1 to 3650",
                "accessLogs: { bucket: Logs } | accessLogs.bucket: got Logs, must be a bucket name: 3 to 63 lower-case letters, digits, dots and hyphens"
            })
    void fails_entry(String entry, String message) {
        assertThat(told(top("entry: { " + entry + " }")))
                .singleElement()
                .asString()
                .startsWith("entry." + message + " (live.yaml:24:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "diskGib: 15 | diskGib: got 15, must be 16 to 16384",
                "diskGib: 16385 | diskGib: got 16385, must be 16 to 16384",
                "warmUp: 61m | warmUp: got 61m, must be 0s to 1h",
                "warmUp: 180 | warmUp: got a number, 180, must be a duration, such as 30s, 5m, 2h or 7d; add its unit",
                "health: { interval: 301s } | health.interval: got 301s, must be 1s to 300s",
                "health: { timeout: 30s } | health.timeout: got 30s, must be below interval (30s); lower timeout or raise interval",
                "health: { healthy: 11 } | health.healthy: got 11, must be 1 to 10",
                "health: { unhealthy: 0 } | health.unhealthy: got 0, must be 1 to 10",
                "health: { grace: 179s } | health.grace: got 179s, must be 180s to 7200s",
                "health: { path: status } | health.path: got status, must be a path that begins with a slash, such as /health",
                "health: { path: \"/a?b=$(c)\" } | health.path: got /a?b=$(c), must be a path that begins with a slash, such as /health",
                "scaleOut: { cooldown: 179s } | scaleOut.cooldown: got 179s, must be 180s to 1d",
                "scaleOut: { cpuPercent: 101 } | scaleOut.cpuPercent: got 101, must be 1 to 100",
                "scaleOut: { add: 0 } | scaleOut.add: got 0, must be 1 to 100",
                "scaleOut: { period: 90s } | scaleOut.period: got 90s, must be a multiple of 1m, since EC2 reports CPU once a minute; round it to minutes",
                "scaleOut: { period: 30s } | scaleOut.period: got 30s, must be 1m to 1d",
                "scaleOut: { periods: 25, period: 1h } | scaleOut.periods: got 25 of 1h, must be at most a day together; lower periods or period",
                "track: { cpuPercent: 0 } | track.cpuPercent: got 0, must be 1 to 100",
                "drain: { idle: 29s } | drain.idle: got 29s, must be 30s to 2d",
                "drain: { retireAfter: 4m } | drain.retireAfter: got 4m, must be 5m to 7d",
                "secret: live secret | secret: got a text that is none, must be the name of a secret, never its value: up to 128 letters, digits and /_+=.@-",
                "keyPair: \"ops;reboot\" | keyPair: got ops;reboot, must be the name of an EC2 key pair, such as red5pro",
                "rootDevice: sda1 | rootDevice: got sda1, must be a device, such as /dev/sda1 or /dev/xvda",
                "notifications: { topic: live } | notifications.topic: got live, must be the ARN of an SNS topic, arn:aws:sns:REGION:ACCOUNT:NAME",
                "notifications: { email: live } | notifications.email: got live, must be an e-mail address, such as ops@example.com"
            })
    void fails_tier(String line, String message) {
        assertThat(told(tier(line)))
                .singleElement()
                .asString()
                .startsWith("streamManager." + message)
                .matches(".* \\(live\\.yaml:10:[0-9]+\\)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpuPercent: 100 | cpuPercent: got 100, must be 1 to 99",
                "period: 61s | period: got 61s, must be a multiple of 1m, since EC2 reports CPU once a minute; round it to minutes",
                "periods: 2, period: 1d | periods: got 2 of 1d, must be at most a day together; lower periods or period",
                "remove: 0 | remove: got 0, must be 1 to 100"
            })
    void fails_scaleIn(String scaleIn, String message) {
        assertThat(told(noWebRtc(tier("scaleIn: { " + scaleIn + " }"))))
                .singleElement()
                .asString()
                .startsWith("streamManager.scaleIn." + message + " (live.yaml:10:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "min: 7, max: 6 | max: got 6, must be at least min (7); raise max or lower min (live.yaml:9:20)",
                "min: -1, max: 6 | min: got -1, must be 0 to 1000 (live.yaml:9:12)",
                "min: 2, max: 1001 | max: got 1001, must be 1 to 1000 (live.yaml:9:20)"
            })
    void fails_group(String group, String message) {
        assertThat(told(with("min: 2, max: 6", group))).containsExactly("streamManager.group." + message);
    }

    @Test
    void fails_scheduleOfReversedBounds() {
        assertThat(told(tier("schedule: { day: { cron: 0 8 * * *, min: 7, max: 6 } }")))
                .containsExactly(
                        "streamManager.schedule.day.max: got 6, must be at least min (7); raise max or lower min "
                                + "(live.yaml:10:47)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "backupDays: 0 | backupDays: got 0, must be 1 to 35",
                "backupDays: 36 | backupDays: got 36, must be 1 to 35",
                "storageGib: 19 | storageGib: got 19, must be 20 to 65536",
                "storageGib: 65537 | storageGib: got 65537, must be 20 to 65536",
                "user: stream-manager | user: got stream-manager, must be 1 to 16 letters, digits and underscores, a letter first, such as streammanager",
                "user: abcdefghijklmnopq | user: got abcdefghijklmnopq, must be 1 to 16 letters",
                "version: \"5.7\" | version: got 5.7, must be 8.4 or 8.0"
            })
    void fails_database(String more, String message) {
        assertThat(told(database(more)))
                .singleElement()
                .asString()
                .startsWith("database.create." + message)
                .matches(".* \\(live\\.yaml:10:52\\)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65_536})
    void fails_databasePort(int port) {
        String text = with(
                DATABASE,
                "existing: { host: db.example.com, user: live, securityGroup: sg-0123456789abcdef0, port: " + port
                        + " }");
        assertThat(told(text))
                .containsExactly("database.existing.port: got " + port + ", must be 1 to 65535 (live.yaml:10:96)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cidr: 10.20.0.0/15, zones: 3 | cidr: got 10.20.0.0/15, must be a range of /16 to /24, so that each zone gets two subnets (live.yaml:23:24)",
                "cidr: 10.20.0.0/25 | cidr: got 10.20.0.0/25, must be a range of /16 to /24, so that each zone gets two subnets (live.yaml:23:24)",
                "cidr: 10.20.1.0/16 | cidr: got 10.20.1.0/16, must be the range's first address, 10.20.0.0/16, without host bits (live.yaml:23:24)",
                "cidr: 10.20.0.0/16, zones: 1 | zones: got 1, must be 2 to 3 (live.yaml:23:44)",
                "cidr: 10.20.0.0/16, zones: 4 | zones: got 4, must be 2 to 3 (live.yaml:23:44)",
                "cidr: 10.20.0.0/16, zones: [us-east-1a] | zones: got 1, must be 2 or 3 zones (live.yaml:23:44)",
                "cidr: 10.20.0.0/16, zones: [us-east-1a, us-east-1a] | zones: got the same zone twice, must be different zones (live.yaml:23:44)"
            })
    void fails_newNetwork(String network, String message) {
        assertThat(told(with(NEW, "create: { " + network + " }"))).containsExactly("aws.network.create." + message);
    }

    @Test
    void fails_existingNetworkOfOneZone() {
        assertThat(told(with(NEW, EXISTING.replace("us-east-1a, us-east-1b", "us-east-1a"))))
                .contains("aws.network.existing.zones: got 1, must be 2 or 3 zones; list as many as there are zones "
                        + "(live.yaml:23:69)");
    }

    @Test
    void fails_existingNetworkOfMissingSubnets() {
        assertThat(told(with(NEW, EXISTING.replace("subnet-00000003, subnet-00000004", "subnet-00000003"))))
                .containsExactly(
                        "aws.network.existing.privateSubnets: got 1, must be one subnet a zone (2); list as many as "
                                + "there are zones (live.yaml:23:153)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "min: 2, max: 10, | min: 11, max: 10, | max: got 10, must be at least min (11); raise max or lower min (live.yaml:18:24)",
                "max: 10, | max: 10, step: 0, | step: got 0, must be 1 to 100 (live.yaml:18:32)",
                "max: 10, instanceType | max: 0, instanceType | max: got 0, must be 1 to 1000 (live.yaml:18:23)",
                "max: 10, instanceType: c5.large, capacity: 2000 | max: 10, instanceType: c5.large, capacity: 0 | capacity: got 0, must be 1 to 1000000 (live.yaml:18:56)"
            })
    void fails_nodeTarget(String old, String changed, String message) {
        assertThat(told(with(old, changed))).containsExactly("nodes.roles.origin." + message);
    }

    @Test
    void fails_negativeWait() {
        assertThat(told(with("max: 10, ", "max: 10, scaleInWait: -5s, ")))
                .containsExactly(
                        "nodes.roles.origin.scaleInWait: got -5s, must be a duration, such as 30s, 5m, 2h or 7d "
                                + "(live.yaml:18:32)");
    }

    @Test
    void fails_unknownKey_namesTheNearest() {
        assertThat(told(with("max: 10, instanceType", "max: 10, via instanceType")))
                .anyMatch(message -> message.startsWith("nodes.roles.origin.via instanceType: got an unknown key")
                        || message.contains("via instanceType") && message.contains("instanceType"));
    }

    @Test
    void fails_passwordInTheDescription() {
        assertThat(told(database("password: hunter2hunter2")))
                .isNotEmpty()
                .noneMatch(message -> message.contains("hunter2"))
                .anyMatch(message -> message.contains("password"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Live",
                "live-",
                "-live",
                "1live",
                "l",
                "live_1",
                "livelivelivelivelivelive",
                "live/x",
                "\"li ve\""
            })
    void fails_name(String name) {
        assertThat(told(with("name: live\nproduct", "name: " + name + "\nproduct")))
                .singleElement()
                .asString()
                .startsWith("name: got " + name.replace("\"", "")
                        + ", must be 2 to 23 lower-case letters, digits and hyphens")
                .endsWith("(live.yaml:1:1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "live_1.example.com",
                "*.example.com",
                "-live.example.com",
                "live..example.com",
                "10.0.0.1",
                "Live.example.com",
                "https://live.example.com",
                "live.example.com."
            })
    void fails_hostName(String domain) {
        assertThat(told(with("domain: live.example.com", "domain: \"" + domain + "\"")))
                .containsExactly("domain: got " + domain
                        + ", must be a host name in lower case, such as live.example.com (live.yaml:4:1)");
    }

    @Test
    void fails_roleTwice() {
        String text = Live.TEXT.replace("    edge:", "    origin:");
        assertThat(told(text)).anyMatch(message -> message.contains("origin") && message.contains("live.yaml:19:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{resolve:secretsmanager:live}}",
                "${AWS::AccountId}",
                "$(reboot)",
                "`reboot`",
                "a\\nb",
                "a;b",
                "a|b",
                "%{if}"
            })
    void fails_injectionIntoFreeText(String text) {
        String quoted = "\"" + text + "\"";
        assertThat(told(nodes("properties: { p: " + quoted + " }")))
                .as("properties")
                .hasSize(1);
        assertThat(told(nodes("metadata: { p: " + quoted + " }")))
                .as("metadata")
                .hasSize(1);
        assertThat(told(top("tags: { p: " + quoted + " }"))).as("tags").hasSize(1);
        assertThat(told(with("image: red5pro-node-11", "image: " + quoted)))
                .as("image")
                .hasSize(1);
        assertThat(told(with("keyPair: red5pro", "keyPair: " + quoted)))
                .as("keyPair")
                .hasSize(1);
        assertThat(told(nodes("policyName: " + quoted))).as("policyName").hasSize(1);
        assertThat(told(tier("secret: " + quoted))).as("secret").hasSize(1);
        assertThat(told(with(NEW, EXISTING.replace("vpcName: corp", "vpcName: " + quoted))))
                .as("vpcName")
                .hasSize(1);
    }
}
