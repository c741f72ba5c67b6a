package io.streamfleet.google;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.value.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names a network that exists.
 *
 * @param name the deployment's name, with which the names of what is created begin: required
 * @param network path of the network, {@code projects/PROJECT/global/networks/NAME}: required
 * @param subnetworks path of the servers' subnetwork by region,
 *     {@code projects/PROJECT/regions/REGION/subnetworks/NAME}; the first region is where a single resource goes: at
 *     least one
 * @param nat whether a router, an address and a Cloud NAT are created for the servers' subnetwork in each region.
 *     Default: none are, and the network brings its own way out
 * @param isProtected whether Terraform refuses to destroy those addresses. Default: it does
 * @param labels labels of those addresses. Default: none
 */
@Props
public record NetworkAttributes(
        @Matches(value = Texts.NAME, is = Texts.NAME_IS) String name,

        @Matches(
                value = "projects/[a-z0-9.:-]{1,100}/global/networks/[a-z]([-a-z0-9]{0,61}[a-z0-9])?",
                is = "a network's path, projects/PROJECT/global/networks/NAME")
        String network,

        @Matches(
                value =
                        "projects/[a-z0-9.:-]{1,100}/regions/[a-z0-9-]{1,40}/subnetworks/[a-z]([-a-z0-9]{0,61}[a-z0-9])?",
                is = "a subnetwork's path, projects/PROJECT/regions/REGION/subnetworks/NAME")
        Map<String, String> subnetworks,

        Boolean nat,
        Boolean isProtected,
        Map<String, String> labels) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or is no path
     */
    public NetworkAttributes {
        subnetworks = subnetworks == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(subnetworks));
        nat = nat != null && nat;
        isProtected = isProtected == null || isProtected;
        labels = labels == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        var check = new Check(NetworkAttributes.class, name, network, subnetworks, nat, isProtected, labels)
                .that(!subnetworks.isEmpty(), Violation.at("subnetworks").allowed("at least one region"));
        subnetworks.forEach((region, path) -> check.that(
                path.contains("/regions/" + region + "/"),
                Violation.at("subnetworks." + region).given(path).allowed("a subnetwork of the region " + region)));
        check.orThrow();
    }

    /** Returns a builder. */
    public static NetworkAttributesBuilder builder() {
        return NetworkAttributesBuilder.builder();
    }
}
