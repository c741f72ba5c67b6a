package io.streamfleet.google;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.core.value.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a {@link Network} is laid out.
 *
 * @param name the network's name, by which Stream Managers find it, and the beginning of its parts' names: required
 * @param subnetworks address range of the servers' subnetwork by region, each outside 10.128.0.0/9, which Google hands
 *     out itself in such a network; the first region is where a single resource goes: at least one
 * @param flowLogs whether the servers' connections are logged. Default: half of them are, to Cloud Logging
 * @param isProtected whether Terraform refuses to destroy the addresses that servers reach out from, which others may
 *     have let in. Default: it does
 * @param labels labels of what takes some. Default: none
 */
@Props
public record NetworkProps(
        @Matches(value = Texts.NAME, is = Texts.NAME_IS) String name,
        Map<String, Cidr> subnetworks,
        Boolean flowLogs,
        Boolean isProtected,
        Map<String, String> labels) {
    /** The subnetworks that Google creates in each region, in the network that Stream Managers can use. */
    private static final Cidr OF_GOOGLE = Cidr.parse("10.128.0.0/9");

    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing, or a range is one that Google uses or another
     *     region's
     */
    public NetworkProps {
        subnetworks = subnetworks == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(subnetworks));
        flowLogs = flowLogs == null || flowLogs;
        isProtected = isProtected == null || isProtected;
        labels = labels == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        new Check(NetworkProps.class, name, subnetworks, flowLogs, isProtected, labels)
                .that(!subnetworks.isEmpty(), Violation.at("subnetworks").allowed("at least one region"))
                .and(ofGoogle(subnetworks))
                .and(overlapping(subnetworks))
                .orThrow();
    }

    /** Returns a builder. */
    public static NetworkPropsBuilder builder() {
        return NetworkPropsBuilder.builder();
    }

    private static Stream<Violation> ofGoogle(Map<String, Cidr> subnetworks) {
        return subnetworks.entrySet().stream()
                .filter(each -> each.getValue().overlaps(OF_GOOGLE))
                .map(each -> Violation.at("subnetworks." + each.getKey())
                        .given(each.getValue())
                        .allowed("outside " + OF_GOOGLE + ", which Google hands out itself"));
    }

    private static Stream<Violation> overlapping(Map<String, Cidr> subnetworks) {
        var before = new LinkedHashMap<String, Cidr>();
        var found = Stream.<Violation>builder();
        subnetworks.forEach((region, range) -> {
            before.entrySet().stream()
                    .filter(other -> other.getValue().overlaps(range))
                    .forEach(other -> found.add(Violation.at("subnetworks." + region)
                            .given(range)
                            .allowed("apart from " + other.getKey() + "'s " + other.getValue())));
            before.put(region, range);
        });
        return found.build();
    }
}
