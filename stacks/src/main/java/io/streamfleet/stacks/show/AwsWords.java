package io.streamfleet.stacks.show;

import io.streamfleet.core.spec.AwsImage;
import io.streamfleet.core.spec.AwsScaleIn;
import io.streamfleet.core.spec.AwsScaleOut;
import io.streamfleet.core.spec.AwsTier;
import io.streamfleet.core.value.Durations;

/** Says in words what a description sets for AWS. */
final class AwsWords {
    private AwsWords() {}

    static String image(AwsImage image) {
        return image instanceof AwsImage.Id id ? id.id() : "parameter " + ((AwsImage.Parameter) image).name();
    }

    static String scaleOut(AwsTier tier, boolean protectedFromScaleIn) {
        if (tier.track().isPresent()) {
            return "keeps to " + tier.track().get().cpuPercent() + " % CPU"
                    + (protectedFromScaleIn ? ", by adding alone" : "");
        }
        AwsScaleOut out = tier.scalingOut();
        return "+" + out.add() + " from " + out.cpuPercent() + " % CPU in " + out.periods() + " x "
                + Durations.format(out.period()) + ", then none for " + Durations.format(out.cooldown());
    }

    static String scaleIn(AwsTier tier) {
        return tier.scaleIn().map(AwsWords::scaleIn).orElse("never by load");
    }

    private static String scaleIn(AwsScaleIn in) {
        return "-" + in.remove() + " up to " + in.cpuPercent() + " % CPU in " + in.periods() + " x "
                + Durations.format(in.period()) + ", then none for " + Durations.format(in.cooldown());
    }
}
