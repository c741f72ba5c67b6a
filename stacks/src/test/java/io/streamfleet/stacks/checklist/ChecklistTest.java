package io.streamfleet.stacks.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.reader.SpecReader;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.stacks.Specs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecklistTest {
    private static Checklist of(Path file) {
        return Checklist.of(ClusterPlan.of(SpecReader.read(file).spec()), file.toString());
    }

    private static List<String> commands(Path file) {
        return of(file).items().stream()
                .flatMap(item -> item.parts().stream())
                .filter(part -> part.kind() == Item.Kind.COMMAND)
                .map(Item.Part::text)
                .toList();
    }

    private static List<String> titles(String name) {
        return of(Specs.shipped(name)).items().stream().map(Item::title).toList();
    }

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
    @MethodSource("io.streamfleet.stacks.Specs#google")
    void commands_onGoogle_areShellAndNameTheProject(Path file) throws Exception {
        List<String> commands = commands(file);

        assertThat(commands)
                .filteredOn(command ->
                        command.startsWith("gcloud ") && !command.matches("gcloud (auth|.*projects|storage) .*"))
                .hasSizeGreaterThan(5)
                .allMatch(command -> command.matches("(?s)gcloud --project [a-z][a-z0-9-]+ .*"));
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
    void items_onGoogle_comeInTheSameOrderAsOnAws() {
        assertThat(titles("red5-google-existing"))
                .containsExactly(
                        "The project firm-streaming",
                        "The image of the Stream Managers",
                        "The image of the nodes",
                        "The secret firm-streaming-stream-manager",
                        "The certificate",
                        "The name streaming.firm.example.com",
                        "The network firm",
                        "The database 10.60.0.3",
                        "The address 203.0.113.20",
                        "Terraform's state",
                        "Quotas",
                        "What will cost money",
                        "Then deploy",
                        "Some day: take it down");
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
                .contains("for provider in Microsoft.Compute Microsoft.DBforMySQL Microsoft.Insights Microsoft.KeyVault"
                        + " Microsoft.ManagedIdentity Microsoft.Network; do\n");
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
    void apis_onGoogle_areThoseOfWhatIsDeployed() {
        assertThat(String.join("\n", commands(Specs.shipped("red5-google-scheduled"))))
                .contains(
                        "services enable compute.googleapis.com iam.googleapis.com cloudresourcemanager.googleapis.com"
                                + " secretmanager.googleapis.com logging.googleapis.com sqladmin.googleapis.com"
                                + " servicenetworking.googleapis.com dns.googleapis.com monitoring.googleapis.com");
        assertThat(String.join("\n", commands(Specs.shipped("red5-google-existing"))))
                .contains("services enable compute")
                .doesNotContain("sqladmin", "monitoring.googleapis");
    }

    @Test
    void quotas_onGoogle_haveThoseThatANewProjectLacks() {
        assertThat(text("red5-google"))
                .contains("SECURITY_POLICIES needs room for 1, SECURITY_POLICY_CEVAL_RULES for 6:");
        assertThat(text("red5-google-existing"))
                .as("a rule more of administrators")
                .contains("SECURITY_POLICIES needs room for 1, SECURITY_POLICY_CEVAL_RULES for 7:");
        assertThat(text("red5-google-scheduled"))
                .as("no reports of nodes")
                .contains("SECURITY_POLICIES needs room for 1, SECURITY_POLICY_CEVAL_RULES for 5:");
        assertThat(String.join("\n", commands(Specs.shipped("red5-google"))))
                .contains("'CPUS|ADDRESSES|INSTANCE_GROUP|TOTAL_GB'")
                .contains("'CPUS|NETWORKS|FIREWALLS|BACKEND_SERVICES|ROUTERS|SECURITY_POLIC|SSL_CERTIFICATES'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"red5-google", "red5-google-existing", "red5-google-minimal", "red5-google-no-webrtc"})
    void image_onGoogle_mustBootByUefi(String name) {
        assertThat(text(name)).contains("UEFI_COMPATIBLE");
        assertThat(String.join("\n", commands(Specs.shipped(name)))).contains("guestOsFeatures[].type");
    }

    private static String text(String name) {
        Path file = Specs.shipped(name);
        return Checklist.of(ClusterPlan.of(SpecReader.read(file).spec()), file.toString())
                .text()
                .replaceAll("\\s+", " ");
    }

    @Test
    void image_inAnotherProject_isSharedWithTheDeployments() {
        assertThat(String.join("\n", commands(Specs.shipped("red5-google-existing"))))
                .contains("gcloud --project firm-images compute images describe-from-family red5pro-stream-manager ")
                .contains("gcloud projects add-iam-policy-binding firm-images --role roles/compute.imageUser --member"
                        + " \"serviceAccount:$(gcloud projects describe firm-streaming --format 'value(projectNumber)')"
                        + "@cloudservices.gserviceaccount.com\"");
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
    void takeDown_onGoogle_removesThePeeringOfANetworkOfItsOwn() {
        assertThat(String.join("\n", commands(Specs.shipped("red5-google"))))
                .containsSubsequence(
                        "npx cdktf deploy world",
                        "npx cdktf deploy world",
                        "npx cdktf destroy world",
                        "peerings delete servicenetworking-googleapis-com --network world",
                        "npx cdktf destroy world");
        assertThat(String.join("\n", commands(Specs.shipped("red5-google-no-webrtc"))))
                .containsOnlyOnce("npx cdktf destroy")
                .doesNotContain("peerings delete");
    }

    @Test
    void secret_onGoogle_holdsTheDatabasesPasswordAlways() {
        assertThat(secretCommand("red5-google")).contains("\"databasePassword\": \"%s\"");
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

    private static String secretCommand(String name) {
        return commands(Specs.shipped(name)).stream()
                .filter(command -> command.contains("secret.json)"))
                .collect(Collectors.joining("\n"));
    }

    private static String complaintsOfShell(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-n").redirectErrorStream(true).start();
        shell.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().close();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return shell.waitFor() == 0 ? said : said + " (status " + shell.exitValue() + ")";
    }
}
