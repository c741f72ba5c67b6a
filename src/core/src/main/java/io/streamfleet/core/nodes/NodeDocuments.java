package io.streamfleet.core.nodes;

import io.streamfleet.core.spec.AzureNodes;
import io.streamfleet.core.spec.CloudBlock;
import io.streamfleet.core.spec.ClusterSpec;
import io.streamfleet.core.spec.NodeRole;
import io.streamfleet.core.spec.NodeTarget;
import io.streamfleet.core.spec.Nodes;
import io.streamfleet.core.spec.Red5;
import io.streamfleet.core.spec.StreamManagerApi;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The documents from which a Stream Manager launches and scales its nodes, as its REST API takes them.
 *
 * <p>They hold names, limits and types alone, never a secret.
 *
 * @param scalePolicy how many nodes of which role: POST to {@code admin/configurations/scalepolicy}
 * @param launchConfiguration from which image, of which type: POST to {@code admin/configurations/launchconfig}
 * @param nodeGroup where, and by which of the two: POST to {@code admin/nodegroup}
 */
public record NodeDocuments(NodeDocument scalePolicy, NodeDocument launchConfiguration, NodeDocument nodeGroup) {
    public NodeDocuments {
        Objects.requireNonNull(scalePolicy, "scalePolicy");
        Objects.requireNonNull(launchConfiguration, "launchConfiguration");
        Objects.requireNonNull(nodeGroup, "nodeGroup");
    }

    /**
     * Returns a description's documents.
     *
     * @throws IllegalArgumentException when the description is of a product without Stream Managers
     */
    public static NodeDocuments of(ClusterSpec spec) {
        if (!(spec.product() instanceof Red5 red5)) {
            throw new IllegalArgumentException(spec.name() + " has no Stream Managers");
        }
        Nodes nodes = red5.nodes();
        String name = nodes.policyName().orElse(spec.name());
        return new NodeDocuments(
                new ScalePolicy(name, "Numbers of nodes of " + spec.name(), limits(nodes)).document(),
                launchConfiguration(
                                name,
                                "Types of nodes of " + spec.name(),
                                nodes,
                                red5.streamManager().api())
                        .document(),
                new NodeGroup(regions(nodes, spec.cloud()), name, name, Optional.empty()).document());
    }

    /**
     * Returns the documents by the API's word for each, {@code scalepolicy}, {@code launchconfig} and {@code nodegroup}: in
     * the order in which a Stream Manager must be given them.
     */
    public Map<String, NodeDocument> byName() {
        Map<String, NodeDocument> documents = new LinkedHashMap<>();
        documents.put("scalepolicy", scalePolicy);
        documents.put("launchconfig", launchConfiguration);
        documents.put("nodegroup", nodeGroup);
        return Collections.unmodifiableMap(documents);
    }

    private static List<ScalePolicy.Limits> limits(Nodes nodes) {
        return roles(nodes)
                .map(entry -> new ScalePolicy.Limits(
                        entry.getKey(),
                        entry.getValue().min(),
                        entry.getValue().max(),
                        entry.getValue().step(),
                        entry.getValue().scaleInWait(),
                        entry.getValue().scaleOutWait()))
                .toList();
    }

    private static LaunchConfiguration launchConfiguration(
            String name, String description, Nodes nodes, StreamManagerApi api) {
        List<LaunchConfiguration.Target> targets = roles(nodes)
                .map(entry -> new LaunchConfiguration.Target(
                        entry.getKey(),
                        entry.getValue().instanceType(),
                        entry.getValue().capacity(),
                        api == StreamManagerApi.V4_0 ? entry.getValue().image() : Optional.empty()))
                .toList();
        Map<String, LaunchConfiguration.Value> properties = new LinkedHashMap<>();
        nodes.properties().forEach((key, value) -> properties.put(key, new LaunchConfiguration.Value.Text(value)));
        if (nodes.onCloud() instanceof AzureNodes azure
                && !azure.vmSizeFallbacks().isEmpty()) {
            properties.put("vmSizeFallbacks", new LaunchConfiguration.Value.Texts(azure.vmSizeFallbacks()));
        }
        return new LaunchConfiguration(name, description, nodes.image(), targets, properties, nodes.metadata());
    }

    private static List<String> regions(Nodes nodes, CloudBlock cloud) {
        return nodes.regions().isEmpty() ? cloud.regions() : nodes.regions();
    }

    /** The order of the roles, not of the description: the same nodes give the same documents. */
    private static Stream<Map.Entry<NodeRole, NodeTarget>> roles(Nodes nodes) {
        return Arrays.stream(NodeRole.values())
                .filter(nodes.roles()::containsKey)
                .map(role -> Map.entry(role, nodes.roles().get(role)));
    }
}
