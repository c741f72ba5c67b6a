package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.CloudKey;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Range;
import io.streamfleet.core.value.Texts;
import java.time.Duration;
import java.util.Optional;

/** How many nodes of a role are launched, of which type. */
public record NodeTarget(
        @Doc("Smallest number of nodes.") @Range(min = "0", max = "1000") @Example("2")
        int min,

        @Doc("Largest number of nodes.") @Range(min = "1", max = "1000") @Example("10")
        int max,

        @Doc("Nodes added at a time.") @Default("1") @Range(min = "1", max = "100")
        int step,

        @Doc("Type of the nodes, in the cloud's own word.")
        @CloudKey(aws = "instanceType", google = "machineType", azure = "vmSize")
        @Matches(
                value = Texts.WORD,
                is = "a server type of the cloud, such as c5.large, n2-standard-2 or Standard_D2s_v5")
        @Example(value = "c5.large", google = "n2-standard-2", azure = "Standard_D2s_v5")
        String instanceType,

        @Doc("Connections that a node takes.") @Range(min = "1", max = "1000000") @Example("2000")
        int capacity,

        @Doc("Image of this role alone (API 4.0). Default: the image of all nodes.")
        @Matches(value = Texts.WORD, is = Texts.WORD_IS)
        Optional<String> image,

        @Doc("Least time between two additions.") @Default("0s") @Range(min = "0s", max = "7d")
        Duration scaleOutWait,

        @Doc("Least time between two removals.") @Default("0s") @Range(min = "0s", max = "7d")
        Duration scaleInWait) {
    public NodeTarget {
        new Check(NodeTarget.class, min, max, step, instanceType, capacity, image, scaleOutWait, scaleInWait)
                .ordered(min, max)
                .orThrow();
    }
}
