package io.streamfleet.stacks.checklist;

import io.streamfleet.core.spec.AwsImage;
import io.streamfleet.core.spec.AwsTier;
import io.streamfleet.core.spec.Nodes;
import java.util.List;

/** The images that servers and nodes start from. */
final class AwsImages {
    private AwsImages() {}

    static Item servers(AwsCli cli, AwsTier tier) {
        Item.Builder item = Red5Words.image("AWS", "cloud-init")
                .words("Made from a prepared instance by:")
                .command(cli.command("ec2 create-image --instance-id INSTANCE --name red5pro-stream-manager-1"));
        if (tier.image() instanceof AwsImage.Id id) {
            item.words("This must print available, an architecture that the instance type has, and " + tier.rootDevice()
                            + " (else set rootDevice to what it prints):")
                    .command(describe(cli, "--image-ids " + id.id()));
        } else {
            String name = Shell.word(((AwsImage.Parameter) tier.image()).name());
            item.words("Its id goes into the parameter, from where each deployment reads it:")
                    .command(cli.command("ssm put-parameter --name " + name
                            + " --type String --data-type aws:ec2:image --overwrite --value IMAGE"))
                    .words("Of that image, this must print available, an architecture that the instance type has, and "
                            + tier.rootDevice() + " (else set rootDevice to what it prints):")
                    .command(describe(
                            cli,
                            "--image-ids \"$("
                                    + cli.command("ssm get-parameter --name " + name
                                            + " --query Parameter.Value --output text")
                                    + ")\""));
        }
        return item.build();
    }

    private static String describe(AwsCli cli, String which) {
        return cli.command("ec2 describe-images " + which
                + " --query 'Images[].[State,Architecture,RootDeviceName]' --output text");
    }

    static Item nodes(AwsCli cli, Nodes nodes, String region) {
        Item.Builder item = Red5Words.nodeImage("available");
        for (String each : nodes.regions().isEmpty() ? List.of(region) : nodes.regions()) {
            for (String image : Red5Words.nodeImages(nodes)) {
                item.command(cli.inRegion(
                        each,
                        "ec2 describe-images --owners self --filters Name=name,Values=" + image
                                + " --query 'Images[].[ImageId,State]' --output text"));
            }
        }
        return item.build();
    }
}
