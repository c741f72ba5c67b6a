package io.streamfleet.terraform;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformStack;
import java.util.Map;
import java.util.TreeMap;

/**
 * A value that Terraform reads anew in each run and writes into neither plan nor state, such as a secret's content.
 *
 * <p>Terraform takes it in write-only attributes and in the settings of providers alone, and refuses it elsewhere.
 * Written by override, since cdktf 0.21 has no construct for it.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/block/ephemeral">Ephemeral blocks</a>
 */
public final class EphemeralValue {
    private final String address;

    private EphemeralValue(String address) {
        this.address = address;
    }

    /**
     * Declares the value in a stack.
     *
     * @param type its type, such as {@code google_secret_manager_secret_version}; it must be on the bindings' keep-list
     * @param id its name in Terraform, once a stack and type
     * @param settings its arguments as Terraform spells them; tokens are resolved
     */
    public static EphemeralValue declare(TerraformStack stack, String type, String id, Map<String, ?> settings) {
        if (!type.matches("[a-z][a-z0-9_]*") || !id.matches("[A-Za-z_][A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException(
                    "ephemeral '" + type + "." + id + "': both must be names as Terraform takes them");
        }
        String address = "ephemeral." + type + "." + id;
        stack.addOverride(address, new TreeMap<>(settings));
        return new EphemeralValue(address);
    }

    /**
     * Declares the value that a resource reads, under the resource's name: ephemeral values lie outside the tree of
     * constructs, which makes names unique.
     *
     * @param reader the resource, which reads one value of the type
     */
    public static EphemeralValue declareFor(TerraformResource reader, String type, Map<String, ?> settings) {
        return declare(TerraformStack.of(reader), type, reader.getFriendlyUniqueId(), settings);
    }

    /** Returns the expression of an attribute of the value, such as {@code secret_data}. */
    public String attribute(String name) {
        return "${" + address + "." + name + "}";
    }

    /**
     * Returns the expression of one field of an attribute that holds JSON.
     *
     * @param name the attribute, such as {@code secret_data}
     * @param field the key in the JSON, such as {@code databasePassword}
     */
    public String jsonField(String name, String field) {
        if (!field.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("field '" + field + "': must be a name of letters, digits and _");
        }
        return "${jsondecode(" + address + "." + name + ")." + field + "}";
    }

    /**
     * Sets a write-only attribute, {@code NAME_wo} with its version {@code NAME_wo_version}. Terraform cannot compare
     * what it does not keep: the value is sent again when the version changes.
     *
     * @param resource the resource whose attribute is set; its getter of that attribute must never be read
     * @param name the attribute without its ending, such as {@code password}
     * @param expression what {@link #attribute} or {@link #jsonField} gave; text that is no reference is refused, since
     *     it would be the secret itself
     * @param version 1 or more; a new one for a new value
     */
    public static void writeOnly(TerraformResource resource, String name, String expression, int version) {
        if (!expression.matches("\\$\\{.*\\bephemeral\\.[^}]*}")) {
            throw new IllegalArgumentException(
                    name + "_wo: must be a reference to an ephemeral value; a value in a template can be read");
        }
        if (version < 1) {
            throw new IllegalArgumentException(name + "_wo_version: got " + version + ", must be at least 1");
        }
        resource.addOverride(name + "_wo", expression);
        resource.addOverride(name + "_wo_version", version);
    }
}
