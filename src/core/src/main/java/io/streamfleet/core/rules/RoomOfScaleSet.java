package io.streamfleet.core.rules;

import io.streamfleet.core.Violation;
import io.streamfleet.core.spec.AzureImage;
import io.streamfleet.core.spec.AzureTier;
import java.util.stream.Stream;

/**
 * Keeps a scale set to the servers that Azure starts from one image: 600, and more only from an image in a gallery.
 *
 * @see <a href="https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-placement-groups">
 *     Large scale sets</a>
 */
final class RoomOfScaleSet implements Red5OnAzureRule {
    private static final int MOST = 600;

    @Override
    public Stream<Violation> check(Red5OnAzure cluster) {
        boolean isInGallery = ((AzureTier) cluster.tier().onCloud()).image() instanceof AzureImage.Id image
                && image.id().contains("/galleries/");
        int max = cluster.tier().group().max();
        return Stream.of(Violation.at(Red5View.path("group.max"))
                        .given(max)
                        .allowed("at most " + MOST + " with an image that is in no gallery")
                        .todo("lower it, or put the image into a gallery"))
                .filter(violation -> max > MOST && !isInGallery);
    }
}
