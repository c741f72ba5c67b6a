package io.streamfleet.terraform;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformResource;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Collects what a resource waits for though none of its attributes refers to it.
 *
 * <p>cdktf takes such resources when one is created, and afterwards only texts; the text that it gives as a resource's own
 * is an expression, which Terraform refuses in {@code depends_on}.
 */
public final class Dependencies {
    /** Addresses that were asked for: each takes a question to another process, and several wait for the same. */
    private static final Map<TerraformResource, String> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    /** Types of the bindings' classes, each of which names its own. */
    private static final ClassValue<String> TYPES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> bound) {
            try {
                return (String) bound.getField("TF_RESOURCE_TYPE").get(null);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(
                        "only a resource of the bindings can be waited for; got " + bound, e);
            }
        }
    };

    private final TerraformResource resource;
    private final Set<String> addresses = new LinkedHashSet<>();

    private Dependencies(TerraformResource resource) {
        this.resource = resource;
    }

    /** Returns the dependencies of a resource that was created without any. */
    public static Dependencies of(TerraformResource resource) {
        return new Dependencies(resource);
    }

    /**
     * Makes the resource wait for others as well.
     *
     * @param needed resources, none of which may wait for this one
     */
    public void add(List<? extends ITerraformDependable> needed) {
        needed.forEach(each -> addresses.add(address(each)));
        if (!addresses.isEmpty()) {
            resource.setDependsOn(List.copyOf(addresses));
        }
    }

    private static String address(ITerraformDependable needed) {
        if (needed instanceof TerraformResource known) {
            return KNOWN.computeIfAbsent(known, each -> TYPES.get(each.getClass()) + "." + each.getFriendlyUniqueId());
        }
        throw new IllegalArgumentException("only a resource can be waited for; got " + needed);
    }
}
