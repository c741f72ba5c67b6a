package io.streamfleet.terraform;

import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import com.hashicorp.cdktf.TerraformStack;
import java.util.List;
import software.constructs.Construct;

/**
 * Declares the outputs of a stack. Their names are what scripts read, so they are the same wherever a construct stands;
 * cdktf adds a path and a hash otherwise.
 */
public final class Outputs {
    private Outputs() {}

    /**
     * Declares an output.
     *
     * @param scope where the output belongs; its id in the tree is the name
     * @param name its name in Terraform, in small letters and {@code _}, once a stack
     * @param value a token, or text that is escaped already; never a secret
     * @param description what it is for, in plain words
     */
    public static TerraformOutput declare(Construct scope, String name, String value, String description) {
        return declareAny(scope, name, value, description);
    }

    /**
     * Declares an output that is a list.
     *
     * @param scope where the output belongs; its id in the tree is the name
     * @param name its name in Terraform, in small letters and {@code _}, once a stack
     * @param values tokens, or texts that are escaped already; never secrets
     * @param description what they are for, in plain words
     */
    public static TerraformOutput declare(Construct scope, String name, List<String> values, String description) {
        return declareAny(scope, name, values, description);
    }

    private static TerraformOutput declareAny(Construct scope, String name, Object value, String description) {
        if (!name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
            throw new IllegalArgumentException("output '" + name + "': must be small letters, digits and single _");
        }
        var output = new TerraformOutput(
                scope,
                name,
                TerraformOutputConfig.builder()
                        .value(value)
                        .description(TerraformText.literal(description))
                        .build());
        // Right below the stack, cdktf leaves the name as it is.
        if (!(scope instanceof TerraformStack)) {
            output.overrideLogicalId(name);
        }
        return output;
    }
}
