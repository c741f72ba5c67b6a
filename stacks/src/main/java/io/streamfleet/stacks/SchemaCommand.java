package io.streamfleet.stacks;

import io.streamfleet.core.shape.JsonSchema;
import io.streamfleet.core.spec.ClusterSpec;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of descriptions. */
@Command(
        name = "schema",
        description = {
            "Print the JSON Schema of descriptions, by which editors complete and check them.",
            "JSON Schema 2020-12. A description names it in its first line: # yaml-language-server: $schema=streamfleet.schema.json"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  For descriptions of your own, beside them:",
            "    streamfleet schema > streamfleet.schema.json",
            "  For the shipped ones, after a change of the keys:",
            "    streamfleet schema > stacks/specs/streamfleet.schema.json"
        })
final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(text());
        return 0;
    }

    static String text() {
        return Json.print(JsonSchema.of(ClusterSpec.class, "A streamfleet description"));
    }
}
