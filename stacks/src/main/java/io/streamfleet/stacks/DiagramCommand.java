package io.streamfleet.stacks;

import io.streamfleet.stacks.show.Diagram;
import io.streamfleet.stacks.show.Dot;
import io.streamfleet.stacks.show.Mermaid;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws who connects to whom in a deployment. */
@Command(
        name = "diagram",
        description = "Draw a deployment: its parts, and who may open connections to whom, on which ports.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  For Markdown, which forges render:",
            "    streamfleet diagram live.yaml",
            "  As a picture, by Graphviz:",
            "    streamfleet diagram live.yaml --format dot | dot -Tsvg > live.svg"
        })
final class DiagramCommand implements Callable<Integer> {
    /** Languages of diagrams; lower case, since that is how the option is written. */
    enum Format {
        mermaid,
        dot
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SPEC", description = "A description, YAML or JSON.")
    private Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "mermaid",
            description = "mermaid or dot. Default: ${DEFAULT-VALUE}.")
    private Format format;

    @Override
    public Integer call() {
        Diagram diagram = Diagram.of(Plans.of(file, spec.commandLine().getErr()));
        spec.commandLine()
                .getOut()
                .print(
                        switch (format) {
                            case mermaid -> Mermaid.of(diagram);
                            case dot -> Dot.of(diagram);
                        });
        return 0;
    }
}
