package io.streamfleet.stacks.show;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.AzureImage;
import io.streamfleet.core.spec.AzureScaleIn;
import io.streamfleet.core.spec.AzureScaleOut;
import io.streamfleet.core.spec.AzureTier;
import io.streamfleet.core.value.Durations;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of Azure. */
final class AzureWords implements CloudWords {
    private static final Pattern IN_GALLERY =
            Pattern.compile(".*/galleries/([^/]+)/images/([^/]+)(?:/versions/([^/]+))?");

    private final Azure azure;

    AzureWords(ClusterPlan plan) {
        azure = (Azure) plan.spec().cloud();
    }

    @Override
    public String place() {
        return azure.location() + ", resource group " + azure.resourceGroup().name() + " of subscription "
                + azure.subscription();
    }

    @Override
    public String image(TierPlan tier) {
        AzureImage image = onAzure(tier).image();
        if (image instanceof AzureImage.FromVm from) {
            return "made from machine " + nameIn(from.vm());
        }
        String id = ((AzureImage.Id) image).id();
        Matcher inGallery = IN_GALLERY.matcher(id);
        if (!inGallery.matches()) {
            return nameIn(id);
        }
        String version = inGallery.group(3);
        return (version == null ? "the newest of " + inGallery.group(2) : inGallery.group(2) + " " + version)
                + " in gallery " + inGallery.group(1);
    }

    private static String nameIn(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    @Override
    public String scaleOut(TierPlan tier) {
        AzureScaleOut out = onAzure(tier).scalingOut();
        return ScalingWords.adding(out.add(), out.cpuPercent(), Durations.format(out.window()), out.cooldown());
    }

    @Override
    public String scaleIn(TierPlan tier) {
        return onAzure(tier).scaleIn().map(AzureWords::scaleIn).orElse(ScalingWords.NEVER);
    }

    private static String scaleIn(AzureScaleIn in) {
        return ScalingWords.removing(in.remove(), in.cpuPercent(), Durations.format(in.window()), in.cooldown());
    }

    @Override
    public String standby() {
        return azure.zones().size() > 1 ? CloudWords.super.standby() : "in the same zone";
    }

    private static AzureTier onAzure(TierPlan tier) {
        return (AzureTier) tier.tier().onCloud();
    }
}
