package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Props;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names a network that exists; each text may be a token.
 *
 * @param vpcId id of the VPC: required
 * @param vpcName the VPC's Name tag, by which Stream Managers find it. Default: unknown
 * @param zones availability zones of the subnets, in their order: at least one
 * @param publicSubnetIds ids of the subnets that the internet reaches, one a zone
 * @param privateSubnetIds ids of the subnets that it does not reach, one a zone
 */
@Props
public record NetworkAttributes(
        String vpcId,
        Optional<String> vpcName,
        List<String> zones,
        List<String> publicSubnetIds,
        List<String> privateSubnetIds) {
    /**
     * Copies and checks.
     *
     * @throws InvalidSpecException when something required is missing, or there is not one subnet of each kind a zone
     */
    public NetworkAttributes {
        vpcName = vpcName == null ? Optional.empty() : vpcName;
        zones = zones == null ? List.of() : List.copyOf(zones);
        publicSubnetIds = publicSubnetIds == null ? List.of() : List.copyOf(publicSubnetIds);
        privateSubnetIds = privateSubnetIds == null ? List.of() : List.copyOf(privateSubnetIds);
        new Check(NetworkAttributes.class, vpcId, vpcName, zones, publicSubnetIds, privateSubnetIds)
                .that(!zones.isEmpty(), Violation.at("zones").allowed("at least one availability zone"))
                .and(unlessOneAZone("publicSubnetIds", publicSubnetIds, zones))
                .and(unlessOneAZone("privateSubnetIds", privateSubnetIds, zones))
                .orThrow();
    }

    /** Returns a builder. */
    public static NetworkAttributesBuilder builder() {
        return NetworkAttributesBuilder.builder();
    }

    private static Stream<Violation> unlessOneAZone(String path, List<String> subnets, List<String> zones) {
        return subnets.size() == zones.size()
                ? Stream.empty()
                : Stream.of(Violation.at(path)
                        .given(subnets.size())
                        .allowed("one subnet a zone (" + zones.size() + ")")
                        .todo("list as many as there are zones"));
    }
}
