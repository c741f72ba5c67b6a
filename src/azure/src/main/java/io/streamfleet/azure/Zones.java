package io.streamfleet.azure;

import java.util.List;

/** Availability zones, in the numbers that a subscription has for a location's. */
final class Zones {
    /** Every location with zones has three. */
    private static final List<String> ALL = List.of("1", "2", "3");

    private Zones() {}

    /**
     * Returns the zones of an address for what stands in some: an address is in one, or in all. One that is asked for in two
     * is made in three, and a zone that was not asked for is to Terraform a reason to make it anew.
     *
     * @see <a href="https://github.com/hashicorp/terraform-provider-azurerm/issues/16470">Where Azure does so</a>
     */
    static List<String> ofAddress(List<String> zones) {
        return zones.size() > 1 ? ALL : zones;
    }
}
