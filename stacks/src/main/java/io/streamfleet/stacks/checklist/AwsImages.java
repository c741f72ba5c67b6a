package io.streamfleet.stacks.checklist;

import io.streamfleet.core.spec.AwsImage;
import io.streamfleet.core.spec.AwsTier;
import io.streamfleet.core.spec.NodeTarget;
import io.streamfleet.core.spec.Nodes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The images that servers and nodes start from. */
final class AwsImages {
    private AwsImages() {}

    static Item servers(AwsCli cli, AwsTier tier) {
        Item.Builder item = Item.about("The image of the Stream Managers")
                .words("Ubuntu 20.04 or newer with cloud-init, and Red5 Pro in /usr/local/red5pro as a Stream Manager,"
                        + " prepared so:")
                .words("- the server disabled at boot: systemctl disable red5pro")
                .words("- the AWS cloud controller's jar in place, and its bean active in place of the default one")
                .words("- WEB-INF/sql/cluster.sql, as the vendor ships it: the first server loads it into the database")
                .words("- Python 3.8 or newer, and a MySQL client: apt-get install python3 mysql-client")
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
        Set<String> images = new TreeSet<>();
        for (NodeTarget target : nodes.roles().values()) {
            images.add(target.image().orElse(nodes.image()));
        }
        Item.Builder item = Item.about("The image of the nodes")
                .words("Red5 Pro with the same cluster password as the tier's secret (conf/cluster.xml), the same API"
                        + " token, and conf/autoscale.xml active. The Stream Managers find it by its name, so each of"
                        + " these must print one line that ends in available:");
        for (String each : nodes.regions().isEmpty() ? List.of(region) : nodes.regions()) {
            for (String image : images) {
                item.command(cli.inRegion(
                        each,
                        "ec2 describe-images --owners self --filters Name=name,Values=" + image
                                + " --query 'Images[].[ImageId,State]' --output text"));
            }
        }
        return item.build();
    }
}
