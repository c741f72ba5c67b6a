package io.streamfleet.stacks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamfleet.core.nodes.NodeDocument;
import io.streamfleet.core.nodes.NodeDocuments;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the documents of a description's nodes. */
@Command(
        name = "show",
        description = {
            "Show the documents from which Stream Managers launch the nodes of a description.",
            "The scale policy, the launch configuration and the node group, as their API takes them."
                    + " Writes nothing, asks nobody. synth writes the same to DIR/nodes/NAME."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  streamfleet nodes show live.yaml",
            "  One of them, for a command of your own:",
            "    streamfleet nodes show live.yaml --json | jq .scalepolicy"
        })
final class NodesShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DescriptionFile description;

    @Option(names = "--json", description = "Print one JSON object, each document under the API's word for it.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, NodeDocument> documents =
                NodeDocuments.of(description.read()).byName();
        if (json) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            documents.forEach((name, document) -> all.set(name, document.tree()));
            out.print(Json.print(all));
        } else {
            UnaryOperator<String> heading = Words.heading(spec);
            documents.forEach((name, document) -> out.print(heading.apply(name) + "\n" + document.text()));
        }
        return 0;
    }
}
