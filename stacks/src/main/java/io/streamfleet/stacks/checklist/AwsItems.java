package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.FleetPlan;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsNodes;
import io.streamfleet.core.spec.AwsTier;
import io.streamfleet.core.spec.Red5;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a Red5 Pro cluster on AWS needs beforehand. */
final class AwsItems implements CloudItems {
    private final ClusterPlan plan;
    private final Aws aws;
    private final TierPlan tier;
    private final AwsTier onAws;
    private final FleetPlan fleet;
    private final String file;
    private final AwsCli cli;
    private final AwsSurroundings surroundings;

    AwsItems(ClusterPlan plan, String file) {
        this.plan = plan;
        this.aws = (Aws) plan.spec().cloud();
        this.tier = plan.tier(Red5.STREAM_MANAGER);
        this.onAws = (AwsTier) tier.tier().onCloud();
        this.fleet = plan.fleet().orElseThrow();
        this.file = file;
        this.cli = new AwsCli(aws.region());
        this.surroundings = new AwsSurroundings(cli, plan, aws);
    }

    @Override
    public String place() {
        return "AWS, " + aws.region();
    }

    @Override
    public Item account() {
        Item.Builder item = Item.about("The account");
        aws.account()
                .ifPresentOrElse(
                        account -> item.words("This must print " + account + ":"),
                        () -> item.words("The description names no account: the deployment goes to this one:"));
        return item.command(cli.global("sts get-caller-identity --query Account --output text"))
                .words("Once for each account and region, for the bucket by which the template reaches CloudFormation:")
                .command("npx cdk bootstrap aws://" + aws.account().orElse("ACCOUNT") + "/" + aws.region())
                .build();
    }

    @Override
    public Item servers() {
        return AwsImages.servers(cli, onAws);
    }

    @Override
    public Item nodes() {
        return AwsImages.nodes(cli, fleet.nodes(), aws.region());
    }

    @Override
    public Optional<Item> keys() {
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
        return Optional.of(item.build());
    }

    @Override
    public Item secret() {
        var secret = new TierSecret(
                plan,
                tier,
                plan.database().orElseThrow().isCreated()
                        ? List.of()
                        : List.of(TierSecret.databasePassword(plan, TierSecret.RANDOM)));
        return secret.item(
                List.of("- accessKey and accessSecret: only where the image's AWS controller cannot use the servers'"
                        + " role; of a user that may do what the stack's node policy says"),
                cli.command("secretsmanager create-secret --name " + Shell.word(tier.secretName())
                        + " --secret-string file://" + TierSecret.FILE + " --query Name --output text"));
    }

    @Override
    public Item certificate() {
        return surroundings.certificate();
    }

    @Override
    public Item zone() {
        return surroundings.zone();
    }

    @Override
    public Optional<Item> network() {
        return surroundings.network(fleet);
    }

    @Override
    public Optional<Item> database() {
        return surroundings.database();
    }

    @Override
    public List<Item> others() {
        return Stream.of(surroundings.accessLogs(), surroundings.notifications(tier.tier()))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Item quotas() {
        return surroundings.quotas(tier, fleet);
    }

    @Override
    public Item deploy() {
        boolean createsDatabase = plan.database().orElseThrow().isCreated();
        Item.Builder item = Item.about("Then deploy")
                .command("npx cdk deploy -c spec=" + file)
                .words((createsDatabase ? "The database takes longest, 10 to 20 minutes with a standby. " : "")
                        + Red5Words.untilHealthy(503));
        if (plan.spec().dns().isEmpty()) {
            item.words("The description has no dns: create a CNAME for "
                    + plan.spec().domain() + " by hand, as the stack's output says.");
        }
        return item.build();
    }

    @Override
    public Item takeDown() {
        return AwsTakeDown.item(cli, plan, file);
    }
}
