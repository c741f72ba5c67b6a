package io.streamfleet.stacks.show;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsImage;
import io.streamfleet.core.spec.AwsScaleIn;
import io.streamfleet.core.spec.AwsScaleOut;
import io.streamfleet.core.spec.AwsTier;
import io.streamfleet.core.value.Durations;

/** The words of AWS. */
final class AwsWords implements CloudWords {
    private final Aws aws;

    AwsWords(ClusterPlan plan) {
        aws = (Aws) plan.spec().cloud();
    }

    @Override
    public String place() {
        return aws.region()
                + aws.account().map(account -> ", account " + account).orElse("");
    }

    @Override
    public String image(TierPlan tier) {
        return onAws(tier).image() instanceof AwsImage.Parameter parameter
                ? "parameter " + parameter.name()
                : ((AwsImage.Id) onAws(tier).image()).id();
    }

    @Override
    public String scaleOut(TierPlan tier) {
        AwsTier onAws = onAws(tier);
        if (onAws.track().isPresent()) {
            return "keeps to " + onAws.track().get().cpuPercent() + " % CPU"
                    + (tier.protectedFromScaleIn() ? ", by adding alone" : "");
        }
        AwsScaleOut out = onAws.scalingOut();
        return "+" + out.add() + " from " + out.cpuPercent() + " % CPU in " + out.periods() + " x "
                + Durations.format(out.period()) + ", then none for " + Durations.format(out.cooldown());
    }

    @Override
    public String scaleIn(TierPlan tier) {
        return onAws(tier).scaleIn().map(AwsWords::scaleIn).orElse("never by load");
    }

    private static String scaleIn(AwsScaleIn in) {
        return "-" + in.remove() + " up to " + in.cpuPercent() + " % CPU in " + in.periods() + " x "
                + Durations.format(in.period()) + ", then none for " + Durations.format(in.cooldown());
    }

    @Override
    public String cutSessions() {
        return "idle sessions";
    }

    private static AwsTier onAws(TierPlan tier) {
        return (AwsTier) tier.tier().onCloud();
    }
}
