package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.construct.NodeDocumentTexts;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.value.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.IRole;

/**
 * What the nodes of a {@link NodeFleet} are, and who launches them.
 *
 * @param network network of the nodes: they are launched in its public subnets. Required
 * @param controllerRole identity of the servers that launch the nodes: required
 * @param securityGroupName name of the nodes' security group, by which those servers find it: required
 * @param prefix beginning of every node's name: required
 * @param keyPair name of the key pair that nodes are launched with: required
 * @param instanceTypes types that nodes may be of, at least one
 * @param imageOwners accounts whose images nodes may be launched from. Default: the stack's own
 * @param otherRegions regions beside the stack's in which nodes are launched as well, where subnets and groups are not
 *     this stack's. Default: none
 * @param documents what the nodes are, as the Stream Manager's API takes it, each at most 8 KB: required
 */
@Props
public record NodeFleetProps(
        INetwork network,
        IRole controllerRole,

        @Matches(
                value = "(?!sg-)[A-Za-z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]{1,255}",
                is = "a security group name of EC2 that does not begin with sg-")
        String securityGroupName,

        @Matches(value = Texts.NAME, is = Texts.NAME_IS) String prefix,

        @Matches(value = "[A-Za-z0-9][A-Za-z0-9 _.@-]{0,254}", is = "the name of an EC2 key pair, such as red5pro")
        String keyPair,

        Set<String> instanceTypes,
        List<String> imageOwners,
        List<String> otherRegions,
        NodeDocumentTexts documents) {
    /** The largest parameter there is: https://docs.aws.amazon.com/general/latest/gr/ssm.html. */
    private static final int PARAMETER_BYTES = 8192;

    /**
     * Copies and checks.
     *
     * @throws InvalidSpecException when something required is missing, or EC2 or Systems Manager would refuse it
     */
    public NodeFleetProps {
        instanceTypes = instanceTypes == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(instanceTypes));
        imageOwners = imageOwners == null ? List.of() : List.copyOf(imageOwners);
        otherRegions = otherRegions == null ? List.of() : List.copyOf(otherRegions);
        new Check(
                        NodeFleetProps.class,
                        network,
                        controllerRole,
                        securityGroupName,
                        prefix,
                        keyPair,
                        instanceTypes,
                        imageOwners,
                        otherRegions,
                        documents)
                .that(
                        !instanceTypes.isEmpty(),
                        Violation.at("instanceTypes").allowed("at least one type, such as c5.large"))
                .and(documents == null ? Stream.empty() : tooLong(documents))
                .orThrow();
    }

    /** Returns a builder. */
    public static NodeFleetPropsBuilder builder() {
        return NodeFleetPropsBuilder.builder();
    }

    private static Stream<Violation> tooLong(NodeDocumentTexts documents) {
        return Stream.of(
                        tooLong("scalePolicy", documents.scalePolicy()),
                        tooLong("launchConfiguration", documents.launchConfiguration()),
                        tooLong("nodeGroup", documents.nodeGroup()))
                .flatMap(found -> found)
                .map(violation -> violation.under("documents"));
    }

    private static Stream<Violation> tooLong(String path, String given) {
        int bytes = given.getBytes(StandardCharsets.UTF_8).length;
        return bytes <= PARAMETER_BYTES
                ? Stream.empty()
                : Stream.of(Violation.at(path)
                        .given(bytes + " bytes")
                        .allowed("at most " + PARAMETER_BYTES + ", the largest parameter of Systems Manager")
                        .todo("shorten its properties or metadata"));
    }
}
