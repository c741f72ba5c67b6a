package io.streamfleet.azure;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.value.Cidr;
import io.streamfleet.core.value.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a {@link Network} is laid out.
 *
 * @param prefix beginning of its name, by which Stream Managers find it, {@code PREFIX-LOCATION-vnet}: required
 * @param place where it is: required
 * @param cidr address range of the network: required
 * @param gatewaySubnet range of the gateway's subnet, /26 or larger: required
 * @param serverSubnet range of the subnets of nodes and of servers, which get one half each, /28 or larger: required
 * @param databaseSubnet range of a subnet for a private database, /28 or larger. Default: there is none
 * @param zones availability zones that the way out must survive the loss of. Default: none, where a location has none
 * @param isProtected whether Terraform refuses to destroy the address that servers reach out from, which others may have
 *     let in. Default: it does
 */
@Props
public record NetworkProps(
        @Matches(value = Texts.NAME, is = Texts.NAME_IS) String prefix,
        Place place,
        Cidr cidr,
        Cidr gatewaySubnet,
        Cidr serverSubnet,
        Optional<Cidr> databaseSubnet,
        List<String> zones,
        Boolean isProtected) {
    /** What version 2 of the gateway needs to grow: https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure. */
    private static final int GATEWAY_PREFIX = 26;

    private static final int DATABASE_PREFIX = 28;

    /** Of which each half is a /29, Azure's smallest subnet. */
    private static final int SERVER_PREFIX = 28;

    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing, or a subnet is too small, outside the network, or
     *     meets another
     */
    public NetworkProps {
        databaseSubnet = databaseSubnet == null ? Optional.empty() : databaseSubnet;
        zones = zones == null ? List.of() : List.copyOf(zones);
        isProtected = isProtected == null || isProtected;
        new Check(
                        NetworkProps.class,
                        prefix,
                        place,
                        cidr,
                        gatewaySubnet,
                        serverSubnet,
                        databaseSubnet,
                        zones,
                        isProtected)
                .and(tooSmall("gatewaySubnet", gatewaySubnet, GATEWAY_PREFIX))
                .and(tooSmall("serverSubnet", serverSubnet, SERVER_PREFIX))
                .and(tooSmall("databaseSubnet", databaseSubnet.orElse(null), DATABASE_PREFIX))
                .and(misplaced(cidr, subnets(gatewaySubnet, serverSubnet, databaseSubnet)))
                .orThrow();
    }

    /** Returns a builder. */
    public static NetworkPropsBuilder builder() {
        return NetworkPropsBuilder.builder();
    }

    /** Returns the nodes' half of the servers' range. */
    Cidr nodeRange() {
        return serverSubnet.part(serverSubnet.prefix() + 1, 0);
    }

    /** Returns the servers' half of it. */
    Cidr serverRange() {
        return serverSubnet.part(serverSubnet.prefix() + 1, 1);
    }

    private static Map<String, Cidr> subnets(Cidr gateway, Cidr servers, Optional<Cidr> database) {
        var subnets = new LinkedHashMap<String, Cidr>();
        subnets.put("gatewaySubnet", gateway);
        subnets.put("serverSubnet", servers);
        database.ifPresent(range -> subnets.put("databaseSubnet", range));
        subnets.values().removeIf(range -> range == null);
        return subnets;
    }

    private static Stream<Violation> tooSmall(String path, Cidr range, int longest) {
        return range == null || range.prefix() <= longest
                ? Stream.empty()
                : Stream.of(Violation.at(path).given(range).allowed("/" + longest + " or larger"));
    }

    private static Stream<Violation> misplaced(Cidr network, Map<String, Cidr> subnets) {
        var found = Stream.<Violation>builder();
        var before = new LinkedHashMap<String, Cidr>();
        subnets.forEach((path, range) -> {
            if (network != null && !network.contains(range)) {
                found.add(Violation.at(path).given(range).allowed("within the network's " + network));
            }
            before.entrySet().stream()
                    .filter(other -> other.getValue().overlaps(range))
                    .forEach(other -> found.add(Violation.at(path)
                            .given(range)
                            .allowed("apart from " + other.getKey() + " (" + other.getValue() + ")")));
            before.put(path, range);
        });
        return found.build();
    }
}
