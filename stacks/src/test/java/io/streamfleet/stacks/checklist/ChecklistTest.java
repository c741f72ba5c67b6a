package io.streamfleet.stacks.checklist;

import static io.streamfleet.stacks.checklist.Checklists.commands;
import static io.streamfleet.stacks.checklist.Checklists.complaintsOfShell;
import static io.streamfleet.stacks.checklist.Checklists.of;
import static io.streamfleet.stacks.checklist.Checklists.secretCommand;
import static io.streamfleet.stacks.checklist.Checklists.text;
import static io.streamfleet.stacks.checklist.Checklists.titles;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.stacks.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChecklistTest {
    @ParameterizedTest
    @MethodSource("io.streamfleet.stacks.Specs#aws")
    void commands_onAws_areShellAndNameTheRegion(Path file) throws Exception {
        List<String> commands = commands(file);
        String region = ((Aws) SpecReader.read(file).spec().cloud()).region();

        assertThat(commands)
                .filteredOn(command -> command.startsWith("aws ") && !command.matches("aws (sts|route53) .*"))
                .hasSizeGreaterThan(5)
                .allMatch(command -> command.startsWith("aws --region " + region + " "));
        assertThat(complaintsOfShell(String.join("\n", commands) + "\n")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.streamfleet.stacks.Specs#azure")
    void commands_onAzure_areShellAndNameTheSubscriptionOrAnId(Path file) throws Exception {
        List<String> commands = commands(file);

        assertThat(commands)
                .filteredOn(command -> command.startsWith("az ") && !command.matches("(?s)az (login|ad|storage) .*"))
                .hasSizeGreaterThan(10)
                .allMatch(command -> command.matches("(?s).*( --subscription [0-9a-f-]{36}| --ids [^ ]*/subscriptions/"
                        + "| --ids \"\\$\\(az vm show --ids /subscriptions/).*"));
        assertThat(complaintsOfShell(String.join("\n", commands) + "\n")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.streamfleet.stacks.Specs#azure")
    void commands_onAzure_giveTheSubscriptionToTheirOwnCommandAndNotBesideAnId(Path file) {
        assertThat(commands(file))
                .noneMatch(command -> command.matches("(?s).*\\| (grep|head) .* --subscription .*"))
                .filteredOn(command -> command.matches("az [a-z -]+ --ids /.*"))
                .noneMatch(command -> command.contains(" --subscription "));
    }

    @ParameterizedTest
    @MethodSource("io.streamfleet.stacks.Specs#azure")
    void commands_onAzure_printNoSecret(Path file) {
        assertThat(commands(file))
                .filteredOn(command -> command.matches("(?s).*(secret set|certificate import).*"))
                .hasSize(2)
                .allMatch(command -> command.contains(" --output none"));
        assertThat(commands(file))
                .filteredOn(command -> command.contains("credential reset"))
                .singleElement()
                .asString()
                .contains("> secret.json");
    }

    @ParameterizedTest
    @MethodSource("io.streamfleet.stacks.Specs#shipped")
    void text_ofEachShippedDescription_wrapsWordsAndNumbersItems(Path file) {
        String text = of(file).text();

        assertThat(text)
                .doesNotContain("null", "Optional")
                .containsPattern("\n 1\\. The (account|project [a-z-]+|subscription)\n");
        assertThat(text.lines().filter(line -> !line.startsWith("        ")))
                .allMatch(line -> line.length() <= 100)
                .allMatch(line -> line.equals(line.stripTrailing()));
    }

    @Test
    void items_ofANewNetworkAndDatabase_nameNeither() {
        assertThat(titles("red5-aws"))
                .contains("The certificate", "The secret live-stream-manager", "What will cost money")
                .noneMatch(title -> title.matches("The (VPC|database|bucket) .*"));
    }

    @Test
    void items_ofExistingThings_nameEach() {
        assertThat(titles("red5-aws-existing"))
                .contains(
                        "The VPC vpc-0123456789abcdef0",
                        "The database streaming.cluster-c0123456789a.eu-central-1.rds.amazonaws.com",
                        "The bucket corp-load-balancer-logs",
                        "Notifications");
    }

    @Test
    void items_onAzure_comeInTheSameOrderAsOnAws() {
        assertThat(titles("red5-azure-existing"))
                .containsExactly(
                        "The subscription",
                        "The image of the Stream Managers",
                        "The image of the nodes",
                        "The SSH key",
                        "The key vault house-vault",
                        "The application that launches nodes",
                        "The secret house-streaming-stream-manager",
                        "The certificate",
                        "The name streaming.house.example.com",
                        "The network house-streaming-northeurope-vnet",
                        "The public address",
                        "Terraform's state",
                        "Quotas and sizes",
                        "What will cost money",
                        "Then deploy",
                        "Some day: take it down");
        assertThat(titles("red5-azure-existing-database"))
                .contains("The database example-data.mysql.database.azure.com");
    }

    @Test
    void images_onAzure_areNamedByTheControllersConvention() {
        assertThat(String.join("\n", commands(Specs.shipped("red5-azure"))))
                .contains("az image show --resource-group red5 --name red5pro-node-11-eastus-img ");
        assertThat(String.join("\n", commands(Specs.shipped("red5-azure-existing"))))
                .contains("--name red5pro-edge-11-northeurope-img ", "--name red5pro-node-11-northeurope-img ");
        assertThat(String.join("\n", commands(Specs.shipped("red5-azure-existing-database"))))
                .contains("az image create --resource-group vault --name red5pro-node-11-swedencentral-img ");
    }

    @Test
    void network_onAzure_lendsSubnetsToGatewaysAndToMysql() {
        assertThat(commands(Specs.shipped("red5-azure-existing")))
                .filteredOn(command -> command.contains("delegations[0].serviceName"))
                .satisfiesExactlyInAnyOrder(
                        command -> assertThat(command).contains("/subnets/SMGateway"),
                        command -> assertThat(command).doesNotContain("/subnets/SMGateway"));
    }

    @Test
    void certificate_onAzure_isMadeForTheDescriptionAndImported() {
        assertThat(commands(Specs.shipped("red5-azure")))
                .containsSubsequence(
                        "./streamfleet certificate pfx --for specs/red5-azure.yaml --chain fullchain.pem --key privkey.pem"
                                + " -o arena.pfx",
                        "az keyvault certificate import --vault-name red5-vault --name arena-example-com --file arena.pfx"
                                + " --output none --subscription 00000000-0000-0000-0000-000000000000",
                        "rm arena.pfx");
        assertThat(String.join("\n", commands(Specs.shipped("red5-azure")))).doesNotContain("az identity show");
        assertThat(String.join("\n", commands(Specs.shipped("red5-azure-existing"))))
                .contains(
                        "keyvault set-policy --name house-vault --object-id \"$(az identity show --ids /subscriptions/");
    }

    @Test
    void certificate_onAzureOfAGivenIdentity_isLetReadByWhoKeepsIt(@TempDir Path folder) throws IOException {
        String description = Files.readString(Specs.shipped("red5-azure-existing"));
        Path byRoles = Files.writeString(folder.resolve("roles.yaml"), description.replace(", access: policy }", " }"));
        Path ofOthers = Files.writeString(
                folder.resolve("others.yaml"),
                description.replace("house-vault.vault.azure.net", "others-vault.vault.azure.net"));

        assertThat(String.join("\n", commands(byRoles)))
                .contains(
                        "--scope /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/secrets/providers/"
                                + "Microsoft.KeyVault/vaults/house-vault/secrets/streaming-house-example-com ");
        assertThat(String.join("\n", commands(ofOthers))).doesNotContain("az identity show");
        assertThat(of(ofOthers).toString())
                .contains("whoever keeps the key vault others-vault must allow it to read the secret"
                        + " streaming-house-example-com: /subscriptions/");
    }

    @Test
    void secret_onAzure_holdsWhatAzureTakesAsAPassword() {
        assertThat(secretCommand("red5-azure"))
                .contains("\"databasePassword\": \"%s\"", "\"clientKey\": \"%s\"", "\"vmPassword\": \"%s\"")
                .contains("\"Aa1-$(openssl rand -hex 24)\" \"$(az ad app credential reset --append ")
                .contains(" --id 11111111-1111-4111-8111-111111111111 ");
    }

    @Test
    void registrations_onAzure_areOfWhatIsDeployed() {
        assertThat(String.join("\n", commands(Specs.shipped("red5-azure"))))
                .contains("feature register --namespace Microsoft.Compute --name EncryptionAtHost ")
                .contains("for provider in Microsoft.Compute Microsoft.DBforMySQL Microsoft.KeyVault"
                        + " Microsoft.ManagedIdentity Microsoft.Network microsoft.insights; do\n");
    }

    @Test
    void takeDown_onAzure_emptiesAResourceGroupOfItsOwn() {
        assertThat(String.join("\n", commands(Specs.shipped("red5-azure-existing-database"))))
                .containsSubsequence(
                        "npx cdktf deploy vault",
                        "npx cdktf deploy vault",
                        "az network nsg show --resource-group vault --name vault-swedencentral-nsg",
                        "az resource list --resource-group vault",
                        "npx cdktf destroy vault");
        assertThat(String.join("\n", commands(Specs.shipped("red5-azure-no-webrtc"))))
                .containsOnlyOnce("npx cdktf deploy draft")
                .doesNotContain("az resource list");
    }

    @Test
    void state_ofEachBackend_hasItsOwnCommands() {
        assertThat(state("red5-google")).contains("gcloud storage buckets describe gs://example-project-state");
        assertThat(state("red5-google-existing")).contains("aws --region eu-west-1 s3api get-bucket-versioning");
        assertThat(state("red5-google-no-webrtc")).contains("az storage container show");
        assertThat(state("red5-azure-existing"))
                .contains("gcloud storage buckets create gs://house-terraform-state --location LOCATION ")
                .doesNotContain("--project");
        assertThat(state("red5-google-minimal")).contains("terraform.tiny.tfstate beside cdktf.out");
    }

    private static String state(String name) {
        return of(Specs.shipped(name)).items().stream()
                .filter(item -> item.title().equals("Terraform's state"))
                .map(item -> item.text(1))
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ");
    }

    @Test
    void secret_withCreatedDatabase_hasNoDatabasePassword() {
        assertThat(secretCommand("red5-aws"))
                .contains("clusterPassword", "nodeApiToken", "administratorToken")
                .doesNotContain("databasePassword");
    }

    @Test
    void secret_withExistingDatabase_hasItsPassword() {
        assertThat(secretCommand("red5-aws-existing")).contains("\"databasePassword\": \"%s\"");
    }

    @Test
    void secret_writtenByItsCommand_isJsonThatOnlyTheOwnerReads(@TempDir Path folder) throws Exception {
        // Another program's values in openssl's place, so that the test needs no openssl.
        String command =
                secretCommand("red5-aws-existing").replaceAll("\\$\\(openssl rand -hex 24\\)", "\\$(echo abc)");

        Process shell = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .start();

        assertThat(shell.waitFor()).isZero();
        Path file = folder.resolve("secret.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("clusterPassword", "nodeApiToken", "administratorToken", "databasePassword");
        assertThat(json.path("databasePassword").asText()).isEqualTo("abc");
    }

    @Test
    void takeDown_ofProtectedServers_takesTheirProtectionFirst() {
        String protectedOnes = String.join("\n", commands(Specs.shipped("red5-aws")));
        String others = String.join("\n", commands(Specs.shipped("red5-aws-no-webrtc")));

        assertThat(protectedOnes)
                .containsSubsequence("cdk deploy", "set-instance-protection", "--desired-capacity 0", "cdk destroy");
        assertThat(others).doesNotContain("set-instance-protection").contains("--desired-capacity 0");
    }

    @Test
    void commands_withAFileOfOddName_quoteIt() {
        ClusterPlan plan =
                ClusterPlan.of(SpecReader.read(Specs.shipped("red5-aws")).spec());

        assertThat(Checklist.of(plan, "my live's.yaml").text()).contains("npx cdk deploy -c spec='my live'\\''s.yaml'");
    }
}
