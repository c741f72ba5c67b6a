package io.streamfleet.stacks.show;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Google;
import io.streamfleet.core.spec.GoogleImage;
import io.streamfleet.core.spec.GoogleScaleIn;
import io.streamfleet.core.spec.GoogleTier;
import io.streamfleet.core.value.Durations;
import java.util.Optional;

/** The words of Google Cloud. */
final class GoogleWords implements CloudWords {
    private final Google google;

    GoogleWords(ClusterPlan plan) {
        google = (Google) plan.spec().cloud();
    }

    @Override
    public String place() {
        return String.join(" and ", google.regions()) + ", project " + google.project();
    }

    @Override
    public String image(TierPlan tier) {
        GoogleImage image = onGoogle(tier).image();
        if (image instanceof GoogleImage.Name named) {
            return named.name() + in(named.project());
        }
        if (image instanceof GoogleImage.Family family) {
            return "the newest of family " + family.family() + in(family.project());
        }
        if (image instanceof GoogleImage.FromDisk disk) {
            return "made from disk " + nameIn(disk.disk());
        }
        return "made from snapshot " + nameIn(((GoogleImage.FromSnapshot) image).snapshot());
    }

    private static String nameIn(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String in(Optional<String> project) {
        return project.map(name -> " in project " + name).orElse("");
    }

    @Override
    public String scaleOut(TierPlan tier) {
        GoogleTier onGoogle = onGoogle(tier);
        return ScalingWords.keeping(
                onGoogle.scalingOut().cpuPercent(), onGoogle.scaleIn().isEmpty());
    }

    @Override
    public String scaleIn(TierPlan tier) {
        return onGoogle(tier).scaleIn().map(GoogleWords::scaleIn).orElse(ScalingWords.NEVER);
    }

    private static String scaleIn(GoogleScaleIn in) {
        return "at most -" + in.maxRemoved() + " in " + Durations.format(in.window())
                + ", by the highest load of that time";
    }

    @Override
    public String cutSessions() {
        return "sessions";
    }

    private static GoogleTier onGoogle(TierPlan tier) {
        return (GoogleTier) tier.tier().onCloud();
    }
}
