package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.On;
import java.util.Optional;

/** A regional managed instance group of Compute Engine, in each of the deployment's regions. */
@On(Cloud.GOOGLE)
public record GoogleTier(
        @Doc("The servers' image.") @Example("{name: sm-11}")
        GoogleImage image,

        @Doc("When servers are added. Default: from 60 % CPU on.")
        Optional<GoogleScaleOut> scaleOut,

        @Doc("How fast servers are removed, refused with webrtc. Default: never.")
        Optional<GoogleScaleIn> scaleIn)
        implements TierOnCloud {
    public GoogleTier {
        new Check(GoogleTier.class, image, scaleOut, scaleIn).orThrow();
    }

    /** Returns when servers are added, as described or by default. */
    public GoogleScaleOut scalingOut() {
        return scaleOut.orElseGet(GoogleScaleOut::byDefault);
    }

    @Override
    public boolean scalesIn() {
        return scaleIn.isPresent();
    }

    @Override
    public Optional<String> growth() {
        return scaleOut.map(given -> "scaleOut");
    }
}
