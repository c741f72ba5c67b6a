package io.streamfleet.stacks.nodes;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.nodes.NodeDocuments;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.stacks.refusal.Refusal;
import io.streamfleet.streammanager.ApiVersion;
import io.streamfleet.streammanager.LaunchConfiguration;
import io.streamfleet.streammanager.NodeGroup;
import io.streamfleet.streammanager.ScalePolicy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a description says of the nodes: the documents as they are sent, and what they mean.
 *
 * @param name the deployment's
 * @param cloud where the nodes are
 * @param version of the API, as {@code streamManager.api} says
 * @param documents what is sent
 * @param policy what the scale policy means
 * @param configuration what the launch configuration means
 * @param regions where the nodes are launched
 */
public record WantedFleet(
        String name,
        Cloud cloud,
        ApiVersion version,
        NodeDocuments documents,
        ScalePolicy policy,
        LaunchConfiguration configuration,
        Set<String> regions) {
    /** How the vendor's controllers call themselves. */
    private static final Map<String, String> CONTROLLERS =
            Map.of("aws", "Amazon Web Services", "google", "Google Compute", "azure", "Microsoft Azure");

    /** Copies. */
    public WantedFleet {
        regions = Collections.unmodifiableSet(new TreeSet<>(regions));
    }

    /**
     * Reads a description's fleet.
     *
     * @throws Refusal when its product launches no nodes
     */
    public static WantedFleet of(ClusterSpec spec) {
        if (!(spec.product() instanceof Red5 red5)) {
            throw new Refusal(spec.name() + ": its product launches no nodes; these commands are for red5");
        }
        NodeDocuments documents = NodeDocuments.of(spec);
        return new WantedFleet(
                spec.name(),
                spec.cloud().kind(),
                ApiVersion.of(red5.streamManager().api().version()),
                documents,
                ScalePolicy.of(documents.scalePolicy().tree()),
                LaunchConfiguration.of(documents.launchConfiguration().tree()),
                StreamSupport.stream(
                                documents.nodeGroup().tree().path("regions").spliterator(), false)
                        .map(region -> region.asText())
                        .collect(Collectors.toSet()));
    }

    /** Returns the name of both documents. */
    String documentName() {
        return policy.name();
    }

    /** Returns whether a group is made of both documents: the Stream Manager may have made up its name. */
    boolean isMadeOf(NodeGroup group) {
        return group.scalePolicy().equals(documentName())
                && group.launchConfiguration().equals(documentName());
    }

    /** Returns how many nodes of each role must be in service, in the roles' order; an origin is needed in any case. */
    Map<String, Long> smallest() {
        Map<String, Long> smallest = new LinkedHashMap<>();
        for (ScalePolicy.Limits each : policy.limits()) {
            smallest.put(each.role(), each.role().equals("origin") ? Math.max(1, each.min()) : each.min());
        }
        return smallest;
    }

    /** Returns the limits of each role, in the roles' order. */
    List<ScalePolicy.Limits> limits() {
        return policy.limits();
    }

    /**
     * Checks that whoever answers launches on the description's cloud.
     *
     * @throws Refusal when it says that it does on another
     */
    void checkController(String controller, String endpoint) {
        String expected = CONTROLLERS.get(cloud.key());
        boolean isAnother = CONTROLLERS.containsValue(controller) && !controller.equals(expected);
        if (isAnother) {
            throw new Refusal(endpoint + ": launches nodes on " + controller + ", and " + name + " is for " + expected
                    + "; name the endpoint of its own Stream Managers");
        }
    }
}
