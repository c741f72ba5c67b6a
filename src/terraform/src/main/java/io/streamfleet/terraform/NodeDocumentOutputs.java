package io.streamfleet.terraform;

import com.hashicorp.cdktf.TerraformOutput;
import java.util.List;
import software.constructs.Construct;

/**
 * Declares the documents from which Stream Managers launch nodes as outputs of a stack: {@code scale_policy},
 * {@code launch_configuration} and {@code node_group}.
 */
public final class NodeDocumentOutputs {
    private NodeDocumentOutputs() {}

    /**
     * Declares the outputs, once a stack.
     *
     * @param scalePolicy how many nodes of which role, as the Stream Manager's API takes it
     * @param launchConfiguration from which image, of which type, as that API takes it
     * @param nodeGroup where, and by which of the two, as that API takes it
     */
    public static List<TerraformOutput> declare(
            Construct scope, String scalePolicy, String launchConfiguration, String nodeGroup) {
        return List.of(
                document(scope, "scale_policy", "How many nodes of which role", scalePolicy),
                document(
                        scope,
                        "launch_configuration",
                        "From which image and of which type nodes are",
                        launchConfiguration),
                document(scope, "node_group", "Where nodes are, and by which documents", nodeGroup));
    }

    private static TerraformOutput document(Construct scope, String name, String description, String text) {
        return Outputs.declare(scope, name, TerraformText.literal(text), description);
    }
}
