package io.streamfleet.stacks;

import io.streamfleet.core.reader.Description;
import io.streamfleet.core.reader.SpecReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says everything that is wrong with descriptions, each with its line, and writes nothing. */
@Command(
        name = "validate",
        description = {
            "Check descriptions: every fault of all of them at once, each with its line.",
            "Several are also checked against each other, as deployments of one app. Writes nothing, asks no cloud."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  streamfleet validate live.yaml", "  streamfleet validate stacks/specs/*.yaml"})
final class ValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "SPEC", description = "A description, YAML or JSON.")
    private List<Path> files;

    @Override
    public Integer call() {
        List<Description> descriptions = SpecReader.read(files);
        Words.warnings(descriptions, spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        for (Description description : descriptions) {
            out.println(description.source().name() + ": " + description.spec().name() + " is fine");
        }
        return 0;
    }
}
