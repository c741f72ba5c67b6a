package io.streamfleet.terraform;

import com.hashicorp.cdktf.TerraformElement;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * A resource that a description no longer asks for, and that stays: Terraform lets go of it and destroys nothing. Where
 * Terraform knows of none, nothing happens.
 *
 * <p>A resource that is taken from a stack takes its {@code prevent_destroy} along, so that word keeps nothing then.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/block/removed">Removed blocks</a>
 */
public final class Kept extends TerraformElement {
    private final String type;

    private Kept(Construct scope, String id, String type) {
        super(scope, id);
        this.type = type;
    }

    /**
     * Keeps what a construct does not create, other than in another description.
     *
     * @param scope what the resource would belong to
     * @param id the id that it would have there
     * @param type its type, such as {@code azurerm_public_ip}
     */
    public static void keep(Construct scope, String id, String type) {
        new Kept(scope, id, type);
    }

    @Override
    public Object toTerraform() {
        Map<String, Object> block =
                Map.of("from", type + "." + getFriendlyUniqueId(), "lifecycle", Map.of("destroy", false));
        return Map.of("removed", List.of(block));
    }
}
