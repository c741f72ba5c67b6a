package io.streamfleet.terraform;

import com.hashicorp.cdktf.TerraformOutput;
import io.streamfleet.core.construct.NodeDocumentTexts;
import java.util.List;
import software.constructs.Construct;

/**
 * Declares the documents from which Stream Managers launch nodes as outputs of a stack: {@code scale_policy},
 * {@code launch_configuration} and {@code node_group}.
 */
public final class NodeDocumentOutputs {
    private NodeDocumentOutputs() {}

    /** Declares the outputs, once a stack. */
    public static List<TerraformOutput> declare(Construct scope, NodeDocumentTexts documents) {
        return List.of(
                document(scope, "scale_policy", "How many nodes of which role", documents.scalePolicy()),
                document(
                        scope,
                        "launch_configuration",
                        "From which image and of which type nodes are",
                        documents.launchConfiguration()),
                document(scope, "node_group", "Where nodes are, and by which documents", documents.nodeGroup()));
    }

    private static TerraformOutput document(Construct scope, String name, String description, String text) {
        return Outputs.declare(scope, name, TerraformText.literal(text), description);
    }
}
