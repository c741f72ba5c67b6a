package io.streamfleet.stacks.checklist;

import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.AwsNodes;
import io.streamfleet.core.spec.AwsTier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a Red5 Pro cluster on AWS needs beforehand. */
final class AwsItems implements CloudItems {
    private final Subject subject;
    private final Aws aws;
    private final AwsCli cli;

    AwsItems(Subject subject) {
        this.subject = subject;
        this.aws = (Aws) subject.plan().spec().cloud();
        this.cli = new AwsCli(aws.region());
    }

    @Override
    public Subject subject() {
        return subject;
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
        return AwsImages.servers(cli, onAws());
    }

    @Override
    public Item nodes() {
        return AwsImages.nodes(cli, subject.fleet().nodes(), aws.region());
    }

    @Override
    public Optional<Item> keys() {
        Set<String> names = new TreeSet<>();
        names.add(((AwsNodes) subject.fleet().nodes().onCloud()).keyPair());
        onAws().keyPair().ifPresent(names::add);
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
                subject,
                subject.createdDatabase().isPresent()
                        ? List.of()
                        : List.of(TierSecret.databasePassword(subject, TierSecret.RANDOM)));
        return secret.item(
                List.of("- accessKey and accessSecret: only where the image's AWS controller cannot use the servers'"
                        + " role; of a user that may do what the stack's node policy says"),
                cli.command("secretsmanager create-secret --name "
                        + Shell.word(subject.tier().secretName()) + " --secret-string file://" + TierSecret.FILE
                        + " --query Name --output text"));
    }

    /** CloudFormation keeps it. */
    @Override
    public Optional<Item> state() {
        return Optional.empty();
    }

    @Override
    public String run(String verb) {
        return "npx cdk " + verb + " -c spec=" + subject.file() + " " + subject.name();
    }

    @Override
    public String record() {
        return "a CNAME";
    }

    private AwsTier onAws() {
        return (AwsTier) subject.tier().tier().onCloud();
    }

    @Override
    public Surroundings surroundings() {
        return new AwsSurroundings(subject, cli);
    }

    @Override
    public String slowest() {
        return "The database takes longest, 10 to 20 minutes with a standby.";
    }

    @Override
    public int statusWithoutServers() {
        return 503;
    }

    @Override
    public void takeDown(Item.Builder item) {
        AwsTakeDown.add(item, this, cli);
    }
}
