package io.streamfleet.stacks;

import io.streamfleet.stacks.show.Diagram;
import io.streamfleet.stacks.show.Dot;
import io.streamfleet.stacks.show.Mermaid;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
        dot;

        /** Reads the option. */
        static final class Word implements ITypeConverter<Format> {
            @Override
            public Format convert(String text) {
                return Arrays.stream(values())
                        .filter(each -> each.name().equals(text))
                        .findFirst()
                        .orElseThrow(() ->
                                new TypeConversionException("got " + text + ", must be " + mermaid + " or " + dot));
            }
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private DescriptionFile description;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "mermaid",
            converter = Format.Word.class,
            description = "mermaid or dot. Default: ${DEFAULT-VALUE}.")
    private Format format;

    @Override
    public Integer call() {
        Diagram diagram = Diagram.of(description.plan());
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
