package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.OneOf;

/** How the nodes reach the Stream Managers. */
@OneOf
public sealed interface NodePath permits NodePath.Internal, NodePath.Https {
    /** Returns the way that the nodes take on a cloud unless the description says: internal on AWS, https elsewhere. */
    static NodePath byDefault(Cloud cloud) {
        return cloud == Cloud.AWS ? new Internal() : new Https();
    }

    /** By a load balancer of their own, inside the network, on port 5080. */
    @Doc("An internal load balancer on port 5080, under the same name in a private zone.")
    record Internal() implements NodePath {}

    /** By the public entry. */
    @Doc("The public entry, on port 443.")
    record Https() implements NodePath {}
}
