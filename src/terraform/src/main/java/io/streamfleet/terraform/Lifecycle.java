package io.streamfleet.terraform;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import java.util.ArrayList;
import java.util.List;

/**
 * Says how Terraform replaces and removes a resource. Starts with {@link #DEFAULT}; each word gives a new one.
 *
 * @param createsBeforeDestroy whether the new one is made before the old one goes; it then needs a name of its own
 * @param isProtected whether a plan that would destroy the resource fails
 * @param ignored attributes that others change, which Terraform leaves as they are
 */
public record Lifecycle(boolean createsBeforeDestroy, boolean isProtected, List<String> ignored) {
    /** Replaces by destroying first, protects nothing, ignores nothing. */
    public static final Lifecycle DEFAULT = new Lifecycle(false, false, List.of());

    public Lifecycle {
        ignored = List.copyOf(ignored);
    }

    /** Returns this lifecycle with the new resource made before the old one goes. */
    public Lifecycle createBeforeDestroy() {
        return new Lifecycle(true, isProtected, ignored);
    }

    /**
     * Returns this lifecycle with protection from removal.
     *
     * @param protect whether the description asks for protection; without it the resource goes as any other
     */
    public Lifecycle preventDestroy(boolean protect) {
        return new Lifecycle(createsBeforeDestroy, protect, ignored);
    }

    /**
     * Returns this lifecycle with more attributes left as they are.
     *
     * @param attributes names as Terraform spells them, such as {@code instances}
     */
    public Lifecycle ignore(String... attributes) {
        var all = new ArrayList<>(ignored);
        all.addAll(List.of(attributes));
        return new Lifecycle(createsBeforeDestroy, isProtected, all);
    }

    /**
     * Returns what the {@code lifecycle} of a resource's props takes; says only what differs from the default, which is null
     * to jsii where nothing does.
     */
    public TerraformResourceLifecycle toTerraform() {
        if (equals(DEFAULT)) {
            return null;
        }
        var lifecycle = TerraformResourceLifecycle.builder();
        if (createsBeforeDestroy) {
            lifecycle.createBeforeDestroy(true);
        }
        if (isProtected) {
            lifecycle.preventDestroy(true);
        }
        if (!ignored.isEmpty()) {
            lifecycle.ignoreChanges(ignored);
        }
        return lifecycle.build();
    }
}
