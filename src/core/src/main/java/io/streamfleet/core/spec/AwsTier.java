package io.streamfleet.core.spec;

import io.streamfleet.core.Cloud;
import io.streamfleet.core.shape.Check;
import io.streamfleet.core.shape.Default;
import io.streamfleet.core.shape.Doc;
import io.streamfleet.core.shape.Example;
import io.streamfleet.core.shape.Matches;
import io.streamfleet.core.shape.On;
import java.util.Optional;

/** An Auto Scaling group of EC2 instances. */
@On(Cloud.AWS)
public record AwsTier(
        @Doc("The servers' image.") @Example("{id: ami-0123456789abcdef0}")
        AwsImage image,

        @Doc("The image's root device: another name adds a second, empty disk.")
        @Default("/dev/sda1")
        @Matches(value = "/dev/[a-z0-9]{2,16}", is = "a device, such as /dev/sda1 or /dev/xvda")
        String rootDevice,

        @Doc("When servers are added. Default: one after two minutes at 70 % CPU, then none for 300s.")
        Optional<AwsScaleOut> scaleOut,

        @Doc("When servers are removed, refused with webrtc. Default: never.")
        Optional<AwsScaleIn> scaleIn,

        @Doc("A CPU load to keep to, instead of scaleOut and scaleIn; never removes servers with webrtc.")
        Optional<AwsTrack> track,

        @Doc("Name of an EC2 key pair for SSH. Default: none, Session Manager is the way in.")
        @Matches(value = AwsNodes.KEY_PAIR, is = AwsNodes.KEY_PAIR_IS)
        Optional<String> keyPair)
        implements TierOnCloud {
    public AwsTier {
        new Check(AwsTier.class, image, rootDevice, scaleOut, scaleIn, track, keyPair).orThrow();
    }

    /** Returns when servers are added, as described or by default. */
    public AwsScaleOut scalingOut() {
        return scaleOut.orElseGet(AwsScaleOut::byDefault);
    }

    @Override
    public boolean scalesIn() {
        return scaleIn.isPresent();
    }

    @Override
    public Optional<String> growth() {
        return track.map(given -> "track").or(() -> scaleOut.map(given -> "scaleOut"));
    }
}
