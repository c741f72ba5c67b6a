package io.streamfleet.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamfleet.test.provider.Canary;
import io.streamfleet.test.provider.OfflineTerraform;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Deploys a description by cdktf's own command, against the tests' provider in place of Google's. Terraform's lock file is
 * left out, for it would name the provider that cannot be had without a network.
 */
class CdktfDeployTest {
    private static final String NO_LOCK = "--skip-provider-lock";

    @BeforeAll
    static void needsTheCommand() {
        Cdktf.needed();
    }

    @Test
    @DisplayName("cdktf diff, deploy and destroy go from nothing to a deployment and back")
    void cdktf_ofOneDescription_deploysAndDestroys() {
        try (OfflineTerraform terraform = Terraform.start("cdktf-deploy-terraform")) {
            Cdktf cdktf = Cdktf.in("cdktf-deploy", terraform.environment());
            TerraformCase shipped = Shipped.google("red5-google-minimal");
            String description = cdktf.folder().resolve("tiny.yaml").toString();
            Project.write(Path.of(description), Project.read(shipped.file()) + "protect: false\n");
            int resources = shipped.stack().resources().size();

            App.Result first = cdktf.run(description, "diff", "tiny", NO_LOCK);
            App.Result deployed = cdktf.run(description, "deploy", "tiny", "--auto-approve", NO_LOCK);
            String state = Project.read(cdktf.folder().resolve("terraform.tiny.tfstate"));
            App.Result second = cdktf.run(description, "diff", "tiny", "--skip-synth", NO_LOCK);
            App.Result destroyed = cdktf.run(description, "destroy", "tiny", "--auto-approve", "--skip-synth", NO_LOCK);

            assertThat(said(first)).contains("Plan: " + resources + " to add, 0 to change, 0 to destroy.");
            assertThat(said(deployed))
                    .contains("Apply complete! Resources: " + resources + " added", "entry_address =");
            assertThat(said(second)).contains("No changes.");
            assertThat(said(destroyed)).contains("Destroy complete! Resources: " + resources + " destroyed.");
            assertThat(first.out() + first.err() + deployed.out() + deployed.err() + state)
                    .doesNotContain(Canary.MARK);
            assertThat(terraform.sent()).isNotEmpty();
        }
    }

    /** Without colours, and without the stack's name, which cdktf puts wherever a piece of Terraform's output began. */
    private static String said(App.Result result) {
        return result.out().replace("\ntiny  ", "").replaceAll("\u001B\\[[0-9;]*m", "") + result.err();
    }
}
