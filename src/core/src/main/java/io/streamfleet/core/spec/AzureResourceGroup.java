package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.OneOf;
import io.streamfleet.core.shape.Scalar;

/** The resource group of a deployment. */
@OneOf
public sealed interface AzureResourceGroup permits AzureResourceGroup.Existing, AzureResourceGroup.Create {
    /** Returns the group's name. */
    String name();

    /** A group that exists: the ordinary case, since the nodes' images must be in it beforehand. */
    @Doc("Name of a resource group that exists.")
    @Scalar
    record Existing(
            @Matches(value = AzureIds.GROUP, is = AzureIds.GROUP_IS) @Example("red5")
            String name) implements AzureResourceGroup {
        public Existing {
            new Check(Existing.class, name).orThrow();
        }
    }

    /** A group that the deployment makes. */
    @Doc("Name of a resource group made with the deployment; the nodes' images are copied into it afterwards.")
    @Scalar
    record Create(
            @Matches(value = AzureIds.GROUP, is = AzureIds.GROUP_IS) @Example("red5")
            String name) implements AzureResourceGroup {
        public Create {
            new Check(Create.class, name).orThrow();
        }
    }
}
