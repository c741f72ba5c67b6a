package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;
import io.streamfleet.core.value.Texts;
import java.util.List;

/** Nodes on Azure. */
@On(Cloud.AZURE)
public record AzureNodes(
        @Doc("Sizes to try, in this order, when Azure has none of the wanted one.")
        @Default("[]")
        @Matches(value = Texts.WORD, is = "a size of virtual machines, such as Standard_F2s")
        List<String> vmSizeFallbacks)
        implements NodesOnCloud {
    public AzureNodes {
        vmSizeFallbacks = List.copyOf(vmSizeFallbacks);
        new Check(AzureNodes.class, vmSizeFallbacks).orThrow();
    }
}
