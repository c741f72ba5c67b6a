package io.streamfleet.aws;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.Violation;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.Props;
import io.streamfleet.core.spec.AwsNat;
import io.streamfleet.core.spec.AwsNetwork;
import io.streamfleet.core.value.Cidr;

/**
 * How a {@link Network} is laid out.
 *
 * @param name the VPC's Name tag, by which Stream Managers find it, and the beginning of its subnets' names: required
 * @param cidr address range of the VPC, /16 to /24: required
 * @param zones how many availability zones, or which by name; their order is part of the network, so add new ones at the
 *     end. Default: two zones, whichever the region lists first
 * @param nat NAT gateways, by which private subnets reach out. Default: one a zone, so that the loss of a zone leaves the
 *     others connected
 * @param flowLogs whether the network's connections are logged. Default: logged, and kept for 30 days
 */
@Props
public record NetworkProps(
        @Matches(value = ServerTags.NAME, is = ServerTags.NAME_IS)
        String name,

        Cidr cidr,
        AwsNetwork.Zones zones,
        AwsNat nat,
        FlowLogs flowLogs) {
    /**
     * Defaults and checks.
     *
     * @throws InvalidSpecException when something required is missing or the range is too small or large
     */
    public NetworkProps {
        zones = zones == null ? new AwsNetwork.Zones.Count(2) : zones;
        nat = nat == null ? AwsNat.PER_ZONE : nat;
        flowLogs = flowLogs == null ? FlowLogs.keptForDays(30) : flowLogs;
        new Check(NetworkProps.class, name, cidr, zones, nat, flowLogs)
                .that(
                        cidr == null || cidr.prefix() >= 16 && cidr.prefix() <= 24,
                        Violation.at("cidr")
                                .given(cidr)
                                .allowed("a range of /16 to /24, so that each zone gets two subnets"))
                .orThrow();
    }

    /** Returns a builder. */
    public static NetworkPropsBuilder builder() {
        return NetworkPropsBuilder.builder();
    }
}
