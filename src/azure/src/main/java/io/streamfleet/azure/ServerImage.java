package io.streamfleet.azure;

import com.hashicorp.cdktf.providers.azurerm.image.Image;
import io.streamfleet.core.spec.AzureImage;
import io.streamfleet.terraform.Lifecycle;
import io.streamfleet.terraform.TerraformText;
import java.util.Objects;
import software.constructs.Construct;

/**
 * Names the image that servers start from.
 *
 * <p>A new image is used by new servers alone until the group's {@code rollout} reaches the running ones. An image of a
 * gallery without a version is looked up whenever a server starts, so that servers may differ.
 */
public sealed interface ServerImage {
    /** Returns an image by its id, which may be a token. */
    static ServerImage fromId(String id) {
        return new Id(id);
    }

    /**
     * Returns an image that is made of a virtual machine, which must be deallocated and generalised: Azure starts it never
     * again.
     *
     * @param machine id of the virtual machine, of the second generation
     */
    static ServerImage fromVm(String machine) {
        return new FromVm(machine, "V2");
    }

    /**
     * Returns an image that is made of a virtual machine of some generation.
     *
     * @param machine id of the virtual machine
     * @param generation its generation, {@code V1} or {@code V2}, which the image must have as well
     */
    static ServerImage fromVm(String machine, String generation) {
        return new FromVm(machine, generation);
    }

    /** Returns the image of a description. */
    static ServerImage of(AzureImage image) {
        return image instanceof AzureImage.Id id ? fromId(id.id()) : fromVm(((AzureImage.FromVm) image).vm());
    }

    /**
     * Returns the image's id. One that is made is created below the scope, once a scope.
     *
     * @param scope what a made image belongs to
     * @param name beginning of a made image's name
     * @param place where a made image is
     */
    String imageId(Construct scope, String name, Place place);

    /**
     * An image by its id.
     *
     * @param id the id, or a token
     */
    record Id(String id) implements ServerImage {
        public Id {
            Objects.requireNonNull(id, "id");
        }

        @Override
        public String imageId(Construct scope, String name, Place place) {
            return id;
        }
    }

    /**
     * An image that the deployment makes. Its name holds a hash of its source, so that the image of a new source is made
     * before the old one goes.
     *
     * @param machine id of the virtual machine that it is made of
     * @param generation generation of the machine, {@code V1} or {@code V2}
     */
    record FromVm(String machine, String generation) implements ServerImage {
        public FromVm {
            if (!machine.matches(
                    "/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft.Compute/virtualMachines/[^/]+")) {
                throw new IllegalArgumentException("image: got " + machine
                        + ", must be a virtual machine's id, /subscriptions/.../virtualMachines/NAME");
            }
            if (!generation.matches("V[12]")) {
                throw new IllegalArgumentException("image: got generation " + generation + ", must be V1 or V2");
            }
        }

        @Override
        public String imageId(Construct scope, String name, Place place) {
            return Image.Builder.create(scope, "Image")
                    .name(AzureNames.RESOURCE.nameOf(machine, name))
                    .resourceGroupName(place.resourceGroup())
                    .location(place.location())
                    .sourceVirtualMachineId(TerraformText.literal(machine))
                    .hyperVGeneration(generation)
                    .tags(place.resourceTags())
                    .lifecycle(Lifecycle.DEFAULT.createBeforeDestroy().toTerraform())
                    .build()
                    .getId();
        }
    }
}
