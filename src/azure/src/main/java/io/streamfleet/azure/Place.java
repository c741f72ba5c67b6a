package io.streamfleet.azure;

import io.streamfleet.core.InvalidSpecException;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.terraform.Tagging;
import java.util.Map;

/**
 * Where resources are, and how they are marked.
 *
 * @param resourceGroup name of their resource group, which a token may be: required
 * @param location Azure's name of the region, such as {@code eastus}: required
 * @param tags tags of what takes some. Default: none
 */
public record Place(
        String resourceGroup,

        @Matches(value = "[a-z][a-z0-9]{2,40}", is = "a location of Azure, such as eastus")
        String location,

        Map<String, String> tags) {
    /**
     * Copies, escapes and checks.
     *
     * @throws InvalidSpecException when something required is missing
     */
    public Place {
        tags = Tagging.AZURE.of(tags == null ? Map.of() : tags);
        new Check(Place.class, resourceGroup, location, tags).orThrow();
    }

    /** Returns the tags as props of a resource take them. */
    Map<String, String> resourceTags() {
        return Tagging.orAbsent(tags);
    }

    /** Returns a place whose resources have no tags. */
    public static Place of(String resourceGroup, String location) {
        return new Place(resourceGroup, location, Map.of());
    }
}
