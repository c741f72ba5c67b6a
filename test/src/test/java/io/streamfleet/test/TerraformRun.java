package io.streamfleet.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamfleet.stacks.Main;
import io.streamfleet.test.provider.Graph;
import io.streamfleet.test.provider.OfflineTerraform;
import io.streamfleet.test.provider.SentSecret;
import io.streamfleet.test.provider.TerraformCommand.Result;
import io.streamfleet.test.provider.Workspace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What Terraform said of one shipped description offline: from nothing to everything, a second plan, and down again.
 *
 * @param validated what {@code terraform validate -json} printed
 * @param planned the plan, as {@code terraform show -json} prints it
 * @param graph which resource waits for which
 * @param second the plan after everything is made
 * @param made addresses of all resources once they are made
 * @param sent what write-only attributes were sent
 * @param written all that Terraform wrote, and all that it said
 * @param takeDown taking it down as it is
 * @param afterTakeDown addresses of the resources that are there then
 * @param unprotected the plan and its changes with {@code protect: false} in the description
 * @param left addresses of the resources that are there once that is taken down
 */
record TerraformRun(
        JsonNode validated,
        JsonNode planned,
        Graph graph,
        Result second,
        List<String> made,
        List<SentSecret> sent,
        List<String> written,
        Result takeDown,
        List<String> afterTakeDown,
        Result unprotected,
        List<String> left) {
    /** Returns the stack that a shipped description becomes without protection. One at a time: jsii is one process. */
    static String unprotected(TerraformCase shipped) {
        String description = Project.read(shipped.file()).replaceAll("(?m)^protect: .*\n", "");
        return synth("unprotected-" + shipped.name(), description + "\nprotect: false\n", shipped);
    }

    static TerraformRun of(TerraformCase shipped, String unprotectedTemplate) {
        try (OfflineTerraform terraform = Terraform.start("terraform-" + shipped.name())) {
            String name = shipped.plan().name();
            Workspace stack =
                    terraform.workspace(name, Project.read(shipped.folder().resolve("cdk.tf.json")));
            var written = new ArrayList<String>();
            written.add(stack.init().orFail().out());
            JsonNode validated = stack.validate();
            written.add(stack.plan().orFail().out());
            JsonNode planned = Json.parse(stack.plannedChanges());
            Graph graph = stack.graph();
            written.add(stack.apply().orFail().out());
            List<SentSecret> sent = terraform.sent();
            Result second = stack.planAgain();
            List<String> made = addresses(stack);
            written.add(planned.toString());
            written.addAll(stack.written());
            Result takeDown = stack.destroy();
            List<String> afterTakeDown = addresses(stack);

            Workspace open = terraform.workspace(name, unprotectedTemplate);
            Result unprotected = open.planAndApply().orFail();
            open.destroy().orFail();
            return new TerraformRun(
                    validated,
                    planned,
                    graph,
                    second,
                    made,
                    sent,
                    written,
                    takeDown,
                    afterTakeDown,
                    unprotected,
                    addresses(open));
        }
    }

    /** Returns the stack that a changed copy of a shipped description becomes. */
    static String synth(String suite, String description, TerraformCase shipped) {
        Path folder = Project.scratch(suite);
        Path file = folder.resolve("changed.yaml");
        Project.write(file, description);
        StringWriter said = new StringWriter();
        PrintWriter words = new PrintWriter(said, true);
        if (Main.run(words, words, "synth", file.toString(), "-o", folder.toString()) != 0) {
            throw new AssertionError(said.toString());
        }
        return Project.read(folder.resolve("cdktf.out")
                .resolve("stacks")
                .resolve(shipped.plan().name())
                .resolve("cdk.tf.json"));
    }

    /** Returns the addresses of the resources that there are, sorted. */
    static List<String> addresses(Workspace stack) {
        var addresses = new ArrayList<String>();
        Json.parse(stack.state()).path("resources").forEach(each -> {
            if (each.path("mode").asText().equals("managed")) {
                addresses.add(
                        each.path("type").asText() + "." + each.path("name").asText());
            }
        });
        return addresses.stream().sorted().toList();
    }
}
