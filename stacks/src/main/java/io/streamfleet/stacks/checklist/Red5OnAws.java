package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.FleetPlan;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsNodes;
import io.streamfleet.core.spec.AwsTier;
import io.streamfleet.core.spec.Red5;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a Red5 Pro cluster on AWS needs beforehand. */
final class Red5OnAws {
    private final ClusterPlan plan;
    private final Aws aws;
    private final Red5 red5;
    private final TierPlan tier;
    private final FleetPlan fleet;
    private final String file;
    private final AwsCli cli;

    Red5OnAws(ClusterPlan plan, Aws aws, Red5 red5, String file) {
        this.plan = plan;
        this.aws = aws;
        this.red5 = red5;
        this.tier = plan.tier(Red5.STREAM_MANAGER);
        this.fleet = plan.fleet().orElseThrow();
        this.file = Shell.word(file);
        this.cli = new AwsCli(aws.region());
    }

    List<Item> items() {
        List<Item> items = new ArrayList<>();
        AwsTier onAws = (AwsTier) tier.tier().onCloud();
        items.add(account());
        items.add(AwsImages.servers(cli, onAws));
        items.add(AwsImages.nodes(cli, fleet.nodes(), aws.region()));
        items.add(keyPairs(onAws));
        items.add(TierSecret.item(cli, plan, tier));
        AwsSurroundings surroundings = new AwsSurroundings(cli, plan, aws);
        items.add(surroundings.certificate());
        items.add(surroundings.zone());
        surroundings.network(fleet).ifPresent(items::add);
        surroundings.database(red5).ifPresent(items::add);
        surroundings.accessLogs().ifPresent(items::add);
        surroundings.notifications(onAws).ifPresent(items::add);
        items.add(surroundings.quotas(tier, fleet));
        items.add(costs());
        items.add(deploy());
        items.add(AwsTakeDown.item(cli, plan, file));
        return items;
    }

    private Item account() {
        Item.Builder item = Item.about("The account");
        aws.account()
                .ifPresentOrElse(
                        account -> item.words("This must print " + account + ":"),
                        () -> item.words("The description names no account: the deployment goes to this one:"));
        return item.command(cli.global("sts get-caller-identity --query Account --output text"))
                .words("Once for each account and region, since templates are larger than CloudFormation takes inline:")
                .command("npx cdk bootstrap aws://" + aws.account().orElse("ACCOUNT") + "/" + aws.region())
                .build();
    }

    private Item keyPairs(AwsTier onAws) {
        Set<String> names = new TreeSet<>();
        names.add(((AwsNodes) fleet.nodes().onCloud()).keyPair());
        onAws.keyPair().ifPresent(names::add);
        Item.Builder item = Item.about("Key pairs").words("In " + aws.region() + ", where it is not there yet:");
        for (String name : names) {
            item.command("(umask 077; "
                    + cli.command(
                            "ec2 create-key-pair --key-name " + Shell.word(name) + " --query KeyMaterial --output text")
                    + " > " + Shell.word(name + ".pem") + ")");
        }
        return item.build();
    }

    private Item costs() {
        Item.Builder item = Item.about("What will cost money");
        plan.costs().forEach(cost -> item.words("- " + cost.what() + ": " + cost.howMuch()));
        return item.build();
    }

    private Item deploy() {
        boolean createsDatabase = plan.database().orElseThrow().isCreated();
        Item.Builder item = Item.about("Then deploy")
                .command("npx cdk deploy -c spec=" + file)
                .words((createsDatabase ? "The database takes longest, 10 to 20 minutes with a standby. " : "")
                        + "Until the load balancer finds healthy servers, the entry answers 503.");
        if (plan.spec().dns().isEmpty()) {
            item.words("The description has no dns: create a CNAME for "
                    + plan.spec().domain() + " by hand, as the stack's output says.");
        }
        return item.build();
    }
}
