package io.streamfleet.stacks.show;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsImage;
import io.streamfleet.core.spec.AwsScaleIn;
import io.streamfleet.core.spec.AwsScaleOut;
import io.streamfleet.core.spec.AwsTier;
import io.streamfleet.core.value.Durations;
import java.time.Duration;

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
            return ScalingWords.keeping(onAws.track().get().cpuPercent(), tier.protectedFromScaleIn());
        }
        AwsScaleOut out = onAws.scalingOut();
        return ScalingWords.adding(out.add(), out.cpuPercent(), window(out.periods(), out.period()), out.cooldown());
    }

    @Override
    public String scaleIn(TierPlan tier) {
        return onAws(tier).scaleIn().map(AwsWords::scaleIn).orElse(ScalingWords.NEVER);
    }

    private static String scaleIn(AwsScaleIn in) {
        return ScalingWords.removing(in.remove(), in.cpuPercent(), window(in.periods(), in.period()), in.cooldown());
    }

    private static String window(int periods, Duration period) {
        return periods + " x " + Durations.format(period);
    }

    private static AwsTier onAws(TierPlan tier) {
        return (AwsTier) tier.tier().onCloud();
    }
}
