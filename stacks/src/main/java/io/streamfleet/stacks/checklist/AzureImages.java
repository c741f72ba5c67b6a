package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.FleetPlan;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Azure;
import io.streamfleet.core.spec.AzureImage;
import io.streamfleet.core.spec.AzureResourceGroup;
import io.streamfleet.core.spec.AzureTier;
import java.util.List;

/** The images that servers and nodes start from. */
final class AzureImages {
    private AzureImages() {}

    static Item servers(AzureCli cli, Azure azure, TierPlan tier) {
        Item.Builder item = Red5Words.image("Azure", "cloud-init");
        AzureImage image = ((AzureTier) tier.tier().onCloud()).image();
        if (image instanceof AzureImage.FromVm from) {
            return fromVm(item, cli, azure, tier, from.vm());
        }
        String id = ((AzureImage.Id) image).id();
        return id.contains("/galleries/") ? inGallery(item, azure, id) : managed(item, azure, tier, id);
    }

    private static Item fromVm(Item.Builder item, AzureCli cli, Azure azure, TierPlan tier, String vm) {
        generalise(item, cli.global("vm deallocate --ids " + vm), cli.global("vm generalize --ids " + vm));
        return item.words(
                        "The deployment makes an image of it. This must print " + azure.location()
                                + ", V2, no TrustedLaunch, of which Azure makes no such image, and a power state of deallocated:")
                .command(cli.global("vm get-instance-view --ids " + vm
                        + AzureCli.printing(
                                "location",
                                "instanceView.hyperVGeneration",
                                "securityProfile.securityType",
                                "instanceView.statuses[-1].code")))
                .words("And this at most " + tier.tier().diskGib() + " (GiB; else set diskGib):")
                .command(cli.global("disk show --ids \"$("
                        + cli.global("vm show --ids " + vm + AzureCli.printing("storageProfile.osDisk.managedDisk.id"))
                        + ")\"" + AzureCli.printing("diskSizeGB")))
                .build();
    }

    /** Azure starts a generalised machine never again. */
    private static void generalise(Item.Builder item, String deallocate, String generalize) {
        item.words(
                        "On the prepared virtual machine, sudo waagent -deprovision+user -force takes away what is its own. Then"
                                + " it is stopped, and marked as a pattern, after which it starts never again:")
                .command(deallocate)
                .command(generalize);
    }

    private static Item managed(Item.Builder item, Azure azure, TierPlan tier, String id) {
        String[] path = id.split("/");
        AzureCli there = new AzureCli(path[2]);
        String vm = " --resource-group " + Shell.word(path[4]) + " --name VM";
        generalise(item, there.command("vm deallocate" + vm), there.command("vm generalize" + vm));
        return item.command(there.command("image create --resource-group " + Shell.word(path[4]) + " --name " + path[8]
                        + " --source VM --hyper-v-generation V2"))
                .words("This must print " + azure.location() + ", Succeeded, and at most "
                        + tier.tier().diskGib() + " (GiB; else set diskGib), or nothing in its place:")
                .command(there.global("image show --ids " + Shell.word(id)
                        + AzureCli.printing("location", "provisioningState", "storageProfile.osDisk.diskSizeGb")))
                .build();
    }

    private static Item inGallery(Item.Builder item, Azure azure, String id) {
        String[] path = id.split("/");
        AzureCli there = new AzureCli(path[2]);
        String definition = " --resource-group " + Shell.word(path[4]) + " --gallery-name " + path[8]
                + " --gallery-image-definition " + path[10];
        item.words(
                        "It is in a gallery. This must print Generalized, and an architecture that the size of the servers has:")
                .command(there.command(
                        "sig image-definition show" + definition + AzureCli.printing("osState", "architecture")));
        if (path.length > 12) {
            return item.words("And this Succeeded, with " + azure.location() + " among the locations:")
                    .command(
                            there.command("sig image-version show" + definition + " --gallery-image-version " + path[12]
                                    + AzureCli.printing(
                                            "provisioningState", "join(' ',publishingProfile.targetRegions[].name)")))
                    .build();
        }
        return item.words("Each new server takes the newest version that has " + azure.location()
                        + " among its locations and is not excluded from latest; these are the versions:")
                .command(there.command("sig image-version list" + definition
                        + AzureCli.printing("[].[name,join(' ',publishingProfile.targetRegions[].name)]")))
                .build();
    }

    static Item nodes(AzureCli cli, Azure azure, FleetPlan fleet) {
        String group = azure.resourceGroup().name();
        Item.Builder item = Red5Words.nodeImage("Succeeded");
        if (azure.resourceGroup() instanceof AzureResourceGroup.Create) {
            item.words("The resource group " + group + " is made with the deployment. After it, and before nodes are"
                    + " launched, put the images there, of machines that are deallocated and generalised:");
            names(azure, fleet)
                    .forEach(name -> item.command(cli.command("image create --resource-group " + Shell.word(group)
                            + " --name " + name + " --source VM --hyper-v-generation V2")));
        }
        names(azure, fleet)
                .forEach(name -> item.command(cli.command("image show --resource-group " + Shell.word(group)
                        + " --name " + name + AzureCli.printing("name", "provisioningState"))));
        return item.build();
    }

    /** The controller puts the location and an ending behind the name. */
    private static List<String> names(Azure azure, FleetPlan fleet) {
        List<String> locations = fleet.nodes().regions().isEmpty()
                ? List.of(azure.location())
                : fleet.nodes().regions();
        return Red5Words.nodeImages(fleet.nodes()).stream()
                .flatMap(image -> locations.stream().map(location -> image + "-" + location + "-img"))
                .toList();
    }
}
