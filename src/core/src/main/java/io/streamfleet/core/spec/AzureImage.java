package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.OneOf;
import io.streamfleet.core.shape.Scalar;

/** An image of Azure. */
@OneOf
public sealed interface AzureImage permits AzureImage.Id, AzureImage.FromVm {
    /** An image by its id. */
    @Doc("Id of an image, or of one in a gallery: without a version each new server takes the newest.")
    @Scalar
    record Id(
            @Matches(value = AzureIds.IMAGE, is = AzureIds.IMAGE_IS) @Example(AzureIds.IMAGE_EXAMPLE)
            String id) implements AzureImage {
        public Id {
            new Check(Id.class, id).orThrow();
        }
    }

    /** An image that the deployment makes of a virtual machine. */
    @Doc("Id of a virtual machine, deallocated and generalised, of which the deployment makes an image.")
    @Scalar
    record FromVm(
            @Matches(value = AzureIds.MACHINE, is = AzureIds.MACHINE_IS) @Example(AzureIds.MACHINE_EXAMPLE)
            String vm) implements AzureImage {
        public FromVm {
            new Check(FromVm.class, vm).orThrow();
        }
    }
}
