package io.streamfleet.core.spec;

import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Inline;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.core.value.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The streaming nodes that the Stream Managers launch. */
public record Nodes(
        @Doc("First part of every node's name; must not begin another deployment's prefix.")
        @Matches(value = Texts.NAME, is = Texts.NAME_IS)
        @Example("live-node")
        String prefix,

        @Doc("Name of the nodes' image.") @Matches(value = Texts.WORD, is = Texts.WORD_IS) @Example("red5pro-node-11")
        String image,

        @Doc("Name of the scale policy and the launch configuration. Default: the deployment's name.")
        @Matches(value = Texts.WORD, is = Texts.WORD_IS)
        Optional<String> policyName,

        @Doc("Whether streams are transcoded to several bit rates: then at least 2 of every role.") @Default("false")
        boolean abr,

        @Doc("Regions of the nodes. Default: the deployment's.")
        @Default("[]")
        @Matches(
                value = "[a-z]+[a-z0-9-]{1,30}",
                is = "a region of the cloud, such as us-east-1, us-central1 or eastus")
        List<String> regions,

        @Doc("Properties of the launch configuration.")
        @Default("{}")
        @Matches(value = Texts.VALUE, is = Texts.VALUE_IS, keys = Texts.WORD, keysAre = Texts.WORD_IS)
        Map<String, String> properties,

        @Doc("Metadata of the launch configuration.")
        @Default("{}")
        @Matches(value = Texts.VALUE, is = Texts.VALUE_IS, keys = Texts.WORD, keysAre = Texts.WORD_IS)
        Map<String, String> metadata,

        @Doc("Address ranges that may open SSH to the nodes; none by default.") @Default("[]")
        List<Cidr> sshFrom,

        @Doc("What is launched, by role.")
        @Example(
                value = "{origin: {min: 2, max: 10, instanceType: c5.large, capacity: 2000},"
                        + " edge: {min: 2, max: 20, instanceType: c5.large, capacity: 2000}}",
                google = "{origin: {min: 2, max: 10, machineType: n2-standard-2, capacity: 2000},"
                        + " edge: {min: 2, max: 20, machineType: n2-standard-2, capacity: 2000}}",
                azure = "{origin: {min: 2, max: 10, vmSize: Standard_D2s_v5, capacity: 2000},"
                        + " edge: {min: 2, max: 20, vmSize: Standard_D2s_v5, capacity: 2000}}")
        Map<NodeRole, NodeTarget> roles,

        @Inline NodesOnCloud onCloud) {
    public Nodes {
        regions = List.copyOf(regions);
        properties = Copies.of(properties);
        metadata = Copies.of(metadata);
        sshFrom = List.copyOf(sshFrom);
        roles = Copies.of(roles);
        new Check(Nodes.class, prefix, image, policyName, abr, regions, properties, metadata, sshFrom, roles, onCloud)
                .orThrow();
    }
}
