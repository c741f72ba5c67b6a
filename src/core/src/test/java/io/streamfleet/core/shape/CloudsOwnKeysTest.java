package io.streamfleet.core.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.AzureNetwork;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.GoogleImage;
import io.streamfleet.core.spec.GoogleTier;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.value.Cidr;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that one cloud has and another has not, or has by another word. */
class CloudsOwnKeysTest {
    private static final String GOOGLE = """
            name: live
            product: red5
            cloud: google
            domain: live.example.com
            streamManager:
              image: { name: sm-11 }
              machineType: n2-standard-2
              group: { max: 6 }
            database: { create: { tier: db-custom-2-7680 } }
            tls: { managed: {} }
            nodes:
              prefix: live-node
              image: red5pro-node-11
              roles:
                origin: { min: 2, max: 10, machineType: n2-standard-2, capacity: 2000 }
                edge: { min: 2, max: 20, machineType: n2-standard-2, capacity: 2000 }
            google:
              project: example-project
              regions: [us-central1]
              network: { create: { subnets: { us-central1: 10.20.0.0/20 } } }
            """;

    private static RecordReader.Result<ClusterSpec> read(String text) {
        return RecordReader.read(ClusterSpec.class, "live.yaml", text, spec -> Stream.empty());
    }

    private static List<String> told(String text) {
        return read(text).violations().stream().map(Violation::message).toList();
    }

    private static GoogleImage image(String text) {
        RecordReader.Result<ClusterSpec> result = read(GOOGLE.replace("name: sm-11", text));
        assertThat(result.violations()).isEmpty();
        Red5 red5 = (Red5) result.value().orElseThrow().product();
        return ((GoogleTier) red5.streamManager().tier().onCloud()).image();
    }

    @Test
    void fails_keyOfAnotherCloud_saysWhose() {
        assertThat(told(RecordReaderTest.GOOD + "backend: { local: {} }\n"))
                .singleElement()
                .asString()
                .startsWith("backend: got a key of google and azure alone, must be one of name, ")
                .contains("; remove it (live.yaml:");
    }

    @Test
    void fails_keyBesideAnotherClouds_saysWhose() {
        assertThat(told(GOOGLE.replace("  group:", "  keyPair: red5pro\n  group:")))
                .singleElement()
                .asString()
                .startsWith("streamManager.keyPair: got a key of aws alone, must be one of machineType, diskGib, ")
                .endsWith("; remove it (live.yaml:8:3)");
    }

    @Test
    void fails_choiceOfAnotherCloud_saysWhose() {
        assertThat(told(GOOGLE.replace("managed", "issue")))
                .containsExactly(
                        "tls.issue: got a key of aws alone, must be one of managed, certificate; remove it (live.yaml:10:8)");
    }

    @Test
    void fails_wordOfAnotherCloud_namesThisOnes() {
        assertThat(told(GOOGLE.replace("{ tier: db", "{ sku: db"))).anySatisfy(message -> assertThat(message)
                .startsWith("database.create.sku: got an unknown key")
                .contains("did you mean tier?"));
    }

    /** What is missing is made up in this cloud's words, so that the rest is still checked. */
    @Test
    void fails_manyFaults_tellsAll() {
        String text = GOOGLE.replace("  machineType: n2-standard-2\n  group", "  group")
                .replace("create: { tier: db-custom-2-7680 }", "")
                .replace("tls: { managed: {} }\n", "")
                .replace("capacity: 2000", "capacity: 0")
                .replace("us-central1: 10.20.0.0/20", "us: 10.20.0.0/20");
        assertThat(told(text))
                .containsExactly(
                        "tls: got nothing, must be a map with exactly one of the keys managed or certificate; add the key"
                                + " (live.yaml:1:1)",
                        "streamManager.machineType: got nothing, must be a server type of the cloud, such as c5.large,"
                                + " n2-standard-2 or Standard_D2s_v5; add the key (live.yaml:5:1)",
                        "database: got no key, must be exactly one of the keys create or existing (live.yaml:8:1)",
                        "nodes.roles.origin.capacity: got 0, must be 1 to 1000000 (live.yaml:13:60)",
                        "nodes.roles.edge.capacity: got 0, must be 1 to 1000000 (live.yaml:14:58)",
                        "google.network.create.subnets: got the key us, must be keys of a region's form, such as"
                                + " us-central1 (live.yaml:18:24)");
    }

    @Test
    void read_choiceWithAKeyBesideItsOwn_takesBoth() {
        assertThat(image("name: sm-11")).isEqualTo(new GoogleImage.Name("sm-11", Optional.empty()));
        assertThat(image("project: example-images, family: sm"))
                .isEqualTo(new GoogleImage.Family("sm", Optional.of("example-images")));
        assertThat(image("fromSnapshot: projects/example-project/global/snapshots/sm"))
                .isEqualTo(new GoogleImage.FromSnapshot("projects/example-project/global/snapshots/sm"));
    }

    @Test
    void fails_keyBesideAnotherChoice_isUnknown() {
        assertThat(told(GOOGLE.replace(
                        "name: sm-11",
                        "fromSnapshot: projects/example-project/global/snapshots/sm, project: example-images")))
                .containsExactly(
                        "streamManager.image: got the keys fromSnapshot, project, must be exactly one of the keys"
                                + " name, family, fromDisk or fromSnapshot (live.yaml:6:3)");
        assertThat(told(GOOGLE.replace("name: sm-11", "name: sm-11, family: sm")))
                .containsExactly("streamManager.image: got the keys name, family, must be exactly one of the keys"
                        + " name, family, fromDisk or fromSnapshot (live.yaml:6:3)");
    }

    @Test
    void fails_keysOfAChoiceOutOfBounds_eachAtItsPlace() {
        assertThat(told(GOOGLE.replace("name: sm-11", "name: SM, project: images")))
                .containsExactly(
                        "streamManager.image.name: got SM, must be 1 to 63 lower-case letters, digits and hyphens,"
                                + " a letter first and no hyphen last, such as sm-11 (live.yaml:6:12)");
        assertThat(told(GOOGLE.replace("name: sm-11", "name: sm-11, project: i")))
                .containsExactly("streamManager.image.project: got i, must be a project id: 6 to 30 lower-case letters,"
                        + " digits and hyphens, such as example-project (live.yaml:6:25)");
        assertThat(told(GOOGLE.replace("name: sm-11", "name: sm-11, projct: images")))
                .containsExactly(
                        "streamManager.image.projct: got an unknown key, must be one of name, project; did you mean"
                                + " project? (live.yaml:6:25)");
    }

    @Test
    void fails_itemOfAListByName_atTheItem() {
        String zones = "  regions: [us-central1]\n  zones: { us-central1: [us-central1-a, a] }\n";
        assertThat(told(GOOGLE.replace("  regions: [us-central1]\n", zones)))
                .containsExactly(
                        "google.zones.us-central1[1]: got a, must be a zone of Google Cloud, such as us-central1-a"
                                + " (live.yaml:20:41)");
    }

    private static final String AZURE = """
            name: live
            product: red5
            cloud: azure
            domain: live.example.com
            streamManager:
              image: { id: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/images/providers/Microsoft.Compute/images/sm-11 }
              vmSize: Standard_D2s_v5
              sshKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f operator
              group: { min: 2, max: 6 }
            database: { create: { sku: GP_Standard_D2ds_v4 } }
            tls: { keyVaultSecret: "https://live-vault.vault.azure.net/secrets/live-example-com" }
            nodes:
              prefix: live-node
              image: red5pro-node-11
              roles:
                origin: { min: 2, max: 10, vmSize: Standard_D2s_v5, capacity: 2000 }
                edge: { min: 2, max: 20, vmSize: Standard_D2s_v5, capacity: 2000 }
            azure:
              subscription: 00000000-0000-0000-0000-000000000000
              location: eastus
              resourceGroup: { existing: red5 }
              keyVault: { id: /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/red5/providers/Microsoft.KeyVault/vaults/live-vault }
              controller: { clientId: 11111111-1111-4111-8111-111111111111, tenantId: 22222222-2222-4222-8222-222222222222, objectId: 33333333-3333-4333-8333-333333333333 }
              network: { create: { cidr: 10.30.0.0/16, gatewaySubnet: 10.30.0.0/24, serverSubnet: 10.30.16.0/20, databaseSubnet: 10.30.32.0/24 } }
            """;

    private static AzureNetwork.GatewaySubnet gatewaySubnet(String text) {
        String network = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/red5/providers"
                + "/Microsoft.Network/virtualNetworks/red5-eastus-vnet";
        String existing = "existing: { vnet: " + network + ", serverSubnet: " + network
                + "/subnets/default, gatewaySubnet: " + text.replace("NETWORK", network) + " }";
        RecordReader.Result<ClusterSpec> result = read(AZURE.replaceAll("create: \\{ cidr.* } }", existing + " }"));
        assertThat(result.violations()).isEmpty();
        Azure azure = (Azure) result.value().orElseThrow().cloud();
        return ((AzureNetwork.Existing) azure.network()).gatewaySubnet();
    }

    @Test
    void read_valueOrMap_takesEither() {
        assertThat(gatewaySubnet("NETWORK/subnets/SMGateway")).isInstanceOf(AzureNetwork.GatewaySubnet.Id.class);
        assertThat(gatewaySubnet("{ cidr: 10.30.0.0/24 }"))
                .isEqualTo(new AzureNetwork.GatewaySubnet.Create(Cidr.parse("10.30.0.0/24")));
    }

    @Test
    void fails_neitherValueNorMap_saysWhatItTakes() {
        assertThat(told(RecordReaderTest.GOOD.replace("10.20.0.0/16", "10.20.0.0/16, zones: { a: b }")))
                .singleElement()
                .asString()
                .startsWith(
                        "aws.network.create.zones: got a map, must be a whole number, 2 to 3, or a list (live.yaml:");
    }

    @Test
    void fails_numberOfAListOutOfBounds_atTheNumber() {
        assertThat(told(AZURE.replace("location: eastus", "location: eastus\n  zones: [1, 4]")))
                .containsExactly("azure.zones[1]: got 4, must be 1 to 3 (live.yaml:21:14)");
        assertThat(told(AZURE.replace("location: eastus", "location: eastus\n  zones: [a]")))
                .containsExactly("azure.zones[0]: got a, must be a whole number, 1 to 3 (live.yaml:21:11)");
    }

    @Test
    void read_grace_isLongerWhereTheCloudNeedsIt() {
        assertThat(grace(AZURE)).isEqualTo(Duration.ofMinutes(10));
        assertThat(grace(GOOGLE)).isEqualTo(Duration.ofMinutes(5));
    }

    private static Duration grace(String text) {
        RecordReader.Result<ClusterSpec> result = read(text);
        assertThat(result.violations()).isEmpty();
        return ((Red5) result.value().orElseThrow().product())
                .streamManager()
                .tier()
                .health()
                .grace();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN OPENSSH PRIVATE KEY-----",
                "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ9aB8cD7eF6gH5iJ4kL3mN2oP1qR0s",
                "ssh-dss AAAAB3NzaC1kc3M9aB8cD7eF6gH5iJ4kL3mN2oP1qR0s",
                "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ9aB8cD7eF6gH5iJ4kL3mN2oP1qR0s"
            })
    void fails_sshKeyThatIsPrivateOrWeak_neverRepeatsIt(String key) {
        assertThat(told(AZURE.replaceAll("ssh-ed25519 .*", "\"" + key + "\"")))
                .singleElement()
                .asString()
                .startsWith("streamManager.sshKey: got a text that ")
                .contains(
                        "must be a public key, such as ssh-ed25519 AAAA..., or ssh-rsa AAAA... of 2048 bits or more; never a"
                                + " private one")
                .doesNotContain("9aB8cD7eF6");
    }

    @Test
    void fails_blockOfAnotherCloud_saysWhose() {
        assertThat(told(GOOGLE + "aws: { region: us-east-1 }\n"))
                .singleElement()
                .asString()
                .startsWith("aws: got a key of aws alone, must be one of name, ")
                .endsWith("; remove it (live.yaml:21:1)");
    }
}
