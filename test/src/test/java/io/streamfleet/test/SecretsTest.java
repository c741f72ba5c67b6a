package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.stacks.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds that a secret in a description is refused wherever a text may stand, and that nothing ever repeats it: no message,
 * no template, no boot file, no output.
 */
class SecretsTest {
    /** Made up, of the forms that people paste. */
    private static final Map<String, String> SECRETS = Map.of(
            "an access key", "AKIA" + "CANARY7Q2W3E4R5T",
            "a secret access key", "wJa1rXUtnF" + "EMIK7MDENGbPxRfiCYcanaryKEY9",
            "a private key", "-----BEGIN " + "PRIVATE KEY-----canaryMIIEvQ",
            "a web token", "eyJhbGciOiJI" + "UzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2ln",
            "an address with a password", "mysql" + "://red5:canaryPassw0rd@db.example.com/cluster",
            "a token of a code host", "ghp" + "_canary0123456789abcdefABCDEF");

    /** Where a text may stand: a line of a description, and the same line with the text in it. */
    private static final Map<String, List<String>> PLACES = Map.ofEntries(
            Map.entry("the tier's secret", List.of("diskGib: 16", "diskGib: 16\n  secret: \"TEXT\"")),
            Map.entry("a tag", List.of("webrtc: true", "webrtc: true\ntags: { note: \"TEXT\" }")),
            Map.entry("a tag's key", List.of("webrtc: true", "webrtc: true\ntags: { \"TEXT\": note }")),
            Map.entry("the servers' key pair", List.of("diskGib: 16", "diskGib: 16\n  keyPair: \"TEXT\"")),
            Map.entry("the nodes' key pair", List.of("keyPair: red5pro", "keyPair: \"TEXT\"")),
            Map.entry(
                    "a property of the nodes",
                    List.of("keyPair: red5pro", "keyPair: red5pro\n  properties: { token: \"TEXT\" }")),
            Map.entry(
                    "metadata of the nodes",
                    List.of("keyPair: red5pro", "keyPair: red5pro\n  metadata: { token: \"TEXT\" }")),
            Map.entry("the nodes' image", List.of("image: red5pro-node-11", "image: \"TEXT\"")),
            Map.entry("the policy's name", List.of("keyPair: red5pro", "keyPair: red5pro\n  policyName: \"TEXT\"")),
            Map.entry("the domain", List.of("domain: live.example.com", "domain: \"TEXT\"")),
            Map.entry("the name", List.of("name: live", "name: \"TEXT\"")),
            Map.entry("an unknown key's value", List.of("webrtc: true", "webrtc: true\npassword: \"TEXT\"")),
            Map.entry("an unknown key", List.of("webrtc: true", "webrtc: true\n\"TEXT\": 1")),
            Map.entry(
                    "the database's password",
                    List.of(
                            "database: { create: { instanceType: db.t4g.medium } }",
                            "database: { create: { instanceType: db.t4g.medium, password: \"TEXT\" } }")),
            Map.entry(
                    "the database's user",
                    List.of(
                            "database: { create: { instanceType: db.t4g.medium } }",
                            "database: { create: { instanceType: db.t4g.medium, user: \"TEXT\" } }")),
            Map.entry("a number's place", List.of("diskGib: 16", "diskGib: \"TEXT\"")),
            Map.entry("a choice's place", List.of("webrtc: true", "webrtc: \"TEXT\"")));

    /** The same on Google Cloud, for what is written otherwise there. */
    private static final Map<String, List<String>> GOOGLE_PLACES = Map.ofEntries(
            Map.entry("the tier's secret", List.of("diskGib: 16", "diskGib: 16\n  secret: \"TEXT\"")),
            Map.entry("a label", List.of("webrtc: true", "webrtc: true\ntags: { note: \"TEXT\" }")),
            Map.entry("a label's key", List.of("webrtc: true", "webrtc: true\ntags: { \"TEXT\": note }")),
            Map.entry(
                    "a disk",
                    List.of(
                            "projects/example-project/zones/us-central1-a/disks/red5pro-stream-manager-11",
                            "\"TEXT\"")),
            Map.entry("the machine type", List.of("  machineType: n1-standard-2", "  machineType: \"TEXT\"")),
            Map.entry(
                    "the database's password",
                    List.of("{ tier: db-custom-2-7680 }", "{ tier: db-custom-2-7680, password: \"TEXT\" }")),
            Map.entry(
                    "the password's version",
                    List.of("{ tier: db-custom-2-7680 }", "{ tier: db-custom-2-7680, passwordVersion: \"TEXT\" }")),
            Map.entry("a key of the state's bucket", List.of("example-project-state", "\"TEXT\"")),
            Map.entry(
                    "metadata of the nodes",
                    List.of("image: red5pro-node-11", "image: red5pro-node-11\n  metadata: { token: \"TEXT\" }")),
            Map.entry("the managed zone", List.of("managedZone: example-zone", "managedZone: \"TEXT\"")),
            Map.entry("the project", List.of("  project: example-project", "  project: \"TEXT\"")));

    /** The same on Azure. */
    private static final Map<String, List<String>> AZURE_PLACES = Map.ofEntries(
            Map.entry("the tier's secret", List.of("diskGib: 30", "diskGib: 30\n  secret: \"TEXT\"")),
            Map.entry("a tag", List.of("webrtc: true", "webrtc: true\ntags: { note: \"TEXT\" }")),
            Map.entry("a tag's key", List.of("webrtc: true", "webrtc: true\ntags: { \"TEXT\": note }")),
            Map.entry("the SSH key", List.of("sshKey: ssh-ed25519", "sshKey: \"TEXT\" # ssh-ed25519")),
            Map.entry("the size of servers", List.of("  vmSize: Standard_D2s_v5", "  vmSize: \"TEXT\"")),
            Map.entry("a size to fall back to", List.of("Standard_F2s_v2, ", "\"TEXT\", ")),
            Map.entry(
                    "the database's password",
                    List.of("{ sku: GP_Standard_D2ds_v4 }", "{ sku: GP_Standard_D2ds_v4, password: \"TEXT\" }")),
            Map.entry(
                    "the password's version",
                    List.of("{ sku: GP_Standard_D2ds_v4 }", "{ sku: GP_Standard_D2ds_v4, passwordVersion: \"TEXT\" }")),
            Map.entry(
                    "the certificate",
                    List.of("\"https://red5-vault.vault.azure.net/secrets/arena-example-com\"", "\"TEXT\"")),
            Map.entry("the account of the state", List.of("storageAccount: examplestate", "storageAccount: \"TEXT\"")),
            Map.entry(
                    "the key of the state's account",
                    List.of("storageAccount: examplestate", "storageAccount: examplestate, accessKey: \"TEXT\"")),
            Map.entry(
                    "metadata of the nodes",
                    List.of("image: red5pro-node-11", "image: red5pro-node-11\n  metadata: { token: \"TEXT\" }")),
            Map.entry(
                    "the application's id",
                    List.of("clientId: 11111111-1111-4111-8111-111111111111", "clientId: \"TEXT\"")),
            Map.entry("the application's key", List.of("  controller:\n", "  controller:\n    clientKey: \"TEXT\"\n")),
            Map.entry("the nodes' user", List.of("  controller:\n", "  controller:\n    vmUser: \"TEXT\"\n")),
            Map.entry("the resource group", List.of("{ existing: red5 }", "{ existing: \"TEXT\" }")));

    private static final Map<String, Map<String, List<String>>> ALL_PLACES =
            Map.of("red5-aws", PLACES, "red5-google", GOOGLE_PLACES, "red5-azure", AZURE_PLACES);

    static Stream<Arguments> secretsInPlaces() {
        return ALL_PLACES.keySet().stream().sorted().flatMap(SecretsTest::secretsIn);
    }

    private static Stream<Arguments> secretsIn(String spec) {
        return ALL_PLACES.get(spec).keySet().stream()
                .sorted()
                .flatMap(place -> SECRETS.keySet().stream().sorted().map(secret -> Arguments.of(spec, secret, place)));
    }

    @ParameterizedTest(name = "{0}: {1} as {2}")
    @MethodSource("secretsInPlaces")
    @DisplayName("a secret is refused, and not repeated")
    void fails_secretInDescription_isRefusedAndNotRepeated(String spec, String secret, String place) {
        String text = SECRETS.get(secret);
        List<String> lines = ALL_PLACES.get(spec).get(place);
        String description = Project.read(Project.root().resolve("stacks/specs/" + spec + ".yaml"));
        assertThat(description).as("the line that the test changes").contains(lines.get(0));
        Path file = Project.scratch("secrets").resolve("live.yaml");
        Project.write(file, description.replace(lines.get(0), lines.get(1).replace("TEXT", text)));

        for (List<String> command : List.of(
                List.of("validate", file.toString()),
                List.of("plan", file.toString()),
                List.of(
                        "synth",
                        file.toString(),
                        "-o",
                        file.resolveSibling("out").toString()))) {
            StringWriter said = new StringWriter();
            PrintWriter words = new PrintWriter(said, true);
            int status = Main.run(words, words, command.toArray(String[]::new));

            assertThat(status).as(command.get(0) + " said: " + said).isEqualTo(1);
            assertThat(said.toString()).isNotBlank().doesNotContain(text).doesNotContainIgnoringCase("canary");
        }
        assertThat(file.resolveSibling("out")).doesNotExist();
    }

    @Test
    @DisplayName("nothing in templates, boot files or snapshots looks like a secret")
    void files_thatAreKeptOrWritten_holdNoSecret() {
        Stream.concat(
                        Project.filesBelow(Shipped.output()).stream(),
                        Project.filesBelow(Project.root().resolve("test/snapshots")).stream())
                .forEach(file -> assertThat(Project.read(file))
                        .as(file.toString())
                        .doesNotContainPattern("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b")
                        .doesNotContain("PRIVATE KEY-----")
                        .doesNotContainPattern("://[^/\\s:@\"]{1,40}:[^/\\s@\"]{1,40}@"));
    }
}
