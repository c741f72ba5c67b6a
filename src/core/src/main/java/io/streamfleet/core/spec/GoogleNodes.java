package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;
import java.util.Optional;

/** Nodes on Compute Engine. */
@On(Cloud.GOOGLE)
public record GoogleNodes(
        @Doc(
                "Zone of a node whose group names none. Default: the first zone of the deployment's first region, or its zone b,"
                        + " which every region has.")
        @Matches(value = Google.ZONE, is = Google.ZONE_IS)
        Optional<String> zone)
        implements NodesOnCloud {
    public GoogleNodes {
        new Check(GoogleNodes.class, zone).orThrow();
    }
}
