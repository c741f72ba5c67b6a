package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;

/** Nodes on EC2. */
@On(Cloud.AWS)
public record AwsNodes(
        @Doc("Name of the EC2 key pair that the nodes are launched with.")
        @Matches(value = KEY_PAIR, is = KEY_PAIR_IS)
        @Example("red5pro")
        String keyPair)
        implements NodesOnCloud {
    static final String KEY_PAIR = "[A-Za-z0-9][A-Za-z0-9 _.@-]{0,254}";
    static final String KEY_PAIR_IS = "the name of an EC2 key pair, such as red5pro";

    public AwsNodes {
        new Check(AwsNodes.class, keyPair).orThrow();
    }
}
