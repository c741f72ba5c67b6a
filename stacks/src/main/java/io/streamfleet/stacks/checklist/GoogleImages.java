package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.GoogleImage;
import io.streamfleet.core.spec.GoogleTier;
import io.streamfleet.core.spec.Nodes;
import java.util.Optional;

/** The images that servers and nodes start from. */
final class GoogleImages {
    /** Servers are Shielded VMs with Secure Boot, which Google starts by UEFI alone. */
    private static final String FOR_SECURE_BOOT = "UEFI_COMPATIBLE, by which servers boot";

    private static final String FEATURES = "guestOsFeatures[].type";

    private GoogleImages() {}

    static Item servers(GoogleCli cli, TierPlan tier) {
        Item.Builder item = Red5Words.image("Google", "Google's guest agent, which Google's own images have");
        GoogleImage image = ((GoogleTier) tier.tier().onCloud()).image();
        if (image instanceof GoogleImage.Name named) {
            image(item, cli, tier, named.project(), named.name(), "describe " + named.name());
            return item.build();
        }
        if (image instanceof GoogleImage.Family family) {
            item.words("Each new server starts from the newest image of the family " + family.family() + ".");
            image(
                    item,
                    cli,
                    tier,
                    family.project(),
                    "IMAGE --family " + family.family(),
                    "describe-from-family " + family.family());
            return item.build();
        }
        if (image instanceof GoogleImage.FromDisk fromDisk) {
            String[] path = fromDisk.disk().split("/");
            return item.words(
                            "The deployment makes an image of the disk, whose server must be stopped or gone. This must"
                                    + " print READY, at most " + tier.tier().diskGib() + " GiB, " + FOR_SECURE_BOOT
                                    + ", and no user that runs:")
                    .command(cli.inProject(
                            path[1],
                            "compute disks describe " + path[5] + " --zone " + path[3]
                                    + GoogleCli.printing("status", "sizeGb", FEATURES, "users")))
                    .build();
        }
        String[] path = ((GoogleImage.FromSnapshot) image).snapshot().split("/");
        return item.words("The deployment makes an image of the snapshot. This must print READY, at most "
                        + tier.tier().diskGib() + " GiB, and " + FOR_SECURE_BOOT + ":")
                .command(cli.inProject(
                        path[1],
                        "compute snapshots describe " + path[4] + GoogleCli.printing("status", "diskSizeGb", FEATURES)))
                .build();
    }

    private static void image(
            Item.Builder item, GoogleCli cli, TierPlan tier, Optional<String> project, String name, String describe) {
        String where = project.orElse(cli.project());
        item.words("Made from the disk of a prepared server, which is stopped, by:")
                .command(cli.inProject(
                        where, "compute images create " + name + " --source-disk DISK --source-disk-zone ZONE"))
                .words("This must print READY, an architecture that the machine type has, at most "
                        + tier.tier().diskGib() + " GiB (else set diskGib), and " + FOR_SECURE_BOOT + ":")
                .command(cli.inProject(
                        where,
                        "compute images " + describe
                                + GoogleCli.printing("status", "architecture", "diskSizeGb", FEATURES)));
        if (!where.equals(cli.project())) {
            item.words("It is in another project, which must let this one's instance groups use it:")
                    .command(cli.global("projects add-iam-policy-binding " + where
                            + " --role roles/compute.imageUser --member \"serviceAccount:$("
                            + cli.global("projects describe " + cli.project() + GoogleCli.printing("projectNumber"))
                            + ")@cloudservices.gserviceaccount.com\""));
        }
    }

    static Item nodes(GoogleCli cli, Nodes nodes) {
        Item.Builder item = Red5Words.nodeImage("READY");
        for (String image : Red5Words.nodeImages(nodes)) {
            item.command(cli.command("compute images describe " + image + GoogleCli.printing("name", "status")));
        }
        return item.build();
    }
}
