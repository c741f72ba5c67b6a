package io.streamfleet.terraform;

import com.hashicorp.cdktf.TerraformStack;
import io.streamfleet.core.construct.StackOutput;
import java.util.List;
import software.constructs.Construct;

/**
 * A stack of one deployment: declares the Terraform it needs and where its state is kept, and nothing that depends on
 * the machine, the folder or the time.
 *
 * <p>The provider that a cloud's construct adds brings its own pin: the bindings were made from one version of it.
 */
public class ClusterStack extends TerraformStack {
    /** Write-only attributes and ephemeral values came with 1.11. */
    public static final String REQUIRED_TERRAFORM = ">= 1.11.0";

    /**
     * Creates a stack.
     *
     * @param scope the app
     * @param name the deployment's name, which is the folder of its output too
     * @param backend where its state is kept
     */
    public ClusterStack(Construct scope, String name, StateBackend backend) {
        super(scope, name);
        addOverride("terraform.required_version", REQUIRED_TERRAFORM);
        backend.declareOn(this, name);
    }

    /** Declares an output that every cloud's stack has. */
    protected final void output(StackOutput output) {
        output(output.name(), output.description(), output.value());
    }

    /** Declares an output of this stack. */
    protected final void output(String name, String description, String value) {
        Outputs.declare(this, name, value, description);
    }

    /** Declares an output of this stack that is a list. */
    protected final void outputs(String name, String description, List<String> values) {
        Outputs.declare(this, name, values, description);
    }

    /** Declares the addresses that servers reach out from, where they have such of the deployment's own. */
    protected final void outputNatAddresses(List<String> addresses) {
        if (!addresses.isEmpty()) {
            outputs(
                    "nat_addresses",
                    "Addresses that the Stream Managers reach out from: let them in where a database or a node has a list",
                    addresses);
        }
    }
}
