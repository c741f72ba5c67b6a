package io.streamfleet.terraform;

import com.hashicorp.cdktf.TerraformElement;
import com.hashicorp.cdktf.TerraformStack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import software.constructs.Construct;

/**
 * A resource that a description no longer asks for, and that stays: Terraform lets go of it and destroys nothing. Where
 * Terraform knows of none, nothing happens.
 *
 * <p>A resource that is taken from a stack takes its {@code prevent_destroy} along, so that word keeps nothing then.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/block/removed">Removed blocks</a>
 */
public final class Kept {
    /** What each stack keeps: Terraform takes the blocks as one list. */
    private static final Map<TerraformStack, List<Map<String, Object>>> BLOCKS =
            Collections.synchronizedMap(new WeakHashMap<>());

    private Kept() {}

    /**
     * Keeps what a construct does not create, other than in another description.
     *
     * @param scope what the resource would belong to
     * @param id the id that it would have there
     * @param type its type, such as {@code azurerm_public_ip}
     */
    public static void keep(Construct scope, String id, String type) {
        String name = new TerraformElement(scope, id).getFriendlyUniqueId();
        TerraformStack stack = TerraformStack.of(scope);
        List<Map<String, Object>> blocks = BLOCKS.computeIfAbsent(stack, each -> new ArrayList<>());
        blocks.add(Map.of("from", type + "." + name, "lifecycle", Map.of("destroy", false)));
        stack.addOverride("removed", blocks);
    }
}
