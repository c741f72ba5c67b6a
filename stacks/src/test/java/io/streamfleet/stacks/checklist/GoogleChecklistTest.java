package io.streamfleet.stacks.checklist;

import static io.streamfleet.stacks.checklist.Checklists.commands;
import static io.streamfleet.stacks.checklist.Checklists.complaintsOfShell;
import static io.streamfleet.stacks.checklist.Checklists.secretCommand;
import static io.streamfleet.stacks.checklist.Checklists.text;
import static io.streamfleet.stacks.checklist.Checklists.titles;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.stacks.Specs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What checklists say on Google Cloud alone. */
class GoogleChecklistTest {
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
    void network_onGoogleThatExists_isAskedForWhatSharesItWithNodes() {
        assertThat(text("red5-google-existing"))
                .contains(
                        "the ports of nodes will be open to the internet on whatever stands in 10.128.0.0/9 of this network");
        assertThat(commands(Specs.shipped("red5-google-existing")))
                .contains(
                        "gcloud --project firm-streaming compute instances list --flatten 'networkInterfaces[]' --format"
                                + " 'value(name,networkInterfaces.network.basename(),networkInterfaces.networkIP)'"
                                + " | awk -F '\\t' '$2 == \"firm\"'",
                        "gcloud --project firm-streaming compute firewall-rules list --format 'value(name,network.basename(),"
                                + "direction,sourceRanges.list(),allowed[].map().firewall_rule().list())'"
                                + " | awk -F '\\t' '$2 == \"firm\"'");
        assertThat(text("red5-google")).doesNotContain("10.128.0.0/9");
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

    @Test
    void image_inAnotherProject_isSharedWithTheDeployments() {
        assertThat(String.join("\n", commands(Specs.shipped("red5-google-existing"))))
                .contains("gcloud --project firm-images compute images describe-from-family red5pro-stream-manager ")
                .contains("gcloud projects add-iam-policy-binding firm-images --role roles/compute.imageUser --member"
                        + " \"serviceAccount:$(gcloud projects describe firm-streaming --format 'value(projectNumber)')"
                        + "@cloudservices.gserviceaccount.com\"");
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
}
