package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.spec.DatabaseAccess;
import io.streamfleet.core.spec.Google;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a Red5 Pro cluster on Google Cloud needs beforehand. */
final class GoogleItems implements TerraformItems {
    private final Subject subject;
    private final Google google;
    private final GoogleCli cli;

    GoogleItems(Subject subject) {
        this.subject = subject;
        this.google = (Google) subject.plan().spec().cloud();
        this.cli = new GoogleCli(google.project());
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public String place() {
        return "Google Cloud, " + String.join(" and ", google.regions());
    }

    @Override
    public Item account() {
        return Item.about("The project " + google.project())
                .words("These must print ACTIVE and True:")
                .command(cli.global("projects describe " + google.project() + GoogleCli.printing("lifecycleState")))
                .command(cli.global(
                        "billing projects describe " + google.project() + GoogleCli.printing("billingEnabled")))
                .words("The APIs of what is deployed, where they are not enabled yet:")
                .command(cli.command("services enable " + String.join(" ", services())))
                .words("Terraform logs in as you, or as the account that you name to it:")
                .command(cli.global("auth application-default login"))
                .build();
    }

    /** The APIs of the resources that the plan comes to. */
    private List<String> services() {
        List<String> services =
                new ArrayList<>(List.of("compute", "iam", "cloudresourcemanager", "secretmanager", "logging"));
        subject.createdDatabase().ifPresent(create -> {
            services.add("sqladmin");
            if (create.access() == DatabaseAccess.PRIVATE) {
                services.add("servicenetworking");
            }
        });
        ClusterPlan plan = subject.plan();
        if (plan.spec().dns().isPresent() || plan.entry().hasNodeEntry()) {
            services.add("dns");
        }
        if (subject.tier().tier().notifications().isPresent()) {
            services.add("monitoring");
        }
        return services.stream().map(name -> name + ".googleapis.com").toList();
    }

    @Override
    public Item servers() {
        return GoogleImages.servers(cli, subject.tier());
    }

    @Override
    public Item nodes() {
        return GoogleImages.nodes(cli, subject.fleet().nodes());
    }

    /** People log in by OS Login. */
    @Override
    public Optional<Item> keys() {
        return Optional.empty();
    }

    @Override
    public Item secret() {
        return new TierSecret(subject, List.of(TierSecret.databasePassword(subject, TierSecret.RANDOM)))
                .item(
                        List.of(
                                "Terraform reads databasePassword as well, in each run, and keeps it in no state: whoever"
                                        + " deploys needs the role Secret Manager Secret Accessor on this secret."),
                        cli.command(
                                "secrets create " + Shell.word(subject.tier().secretName())
                                        + " --replication-policy automatic --data-file " + TierSecret.FILE));
    }

    @Override
    public String gcloud(String rest) {
        return cli.command(rest);
    }

    @Override
    public Surroundings surroundings() {
        return new GoogleSurroundings(subject, cli);
    }

    @Override
    public String slowest() {
        return "The database takes longest, 10 to 20 minutes.";
    }

    @Override
    public int statusWithoutServers() {
        return 503;
    }

    @Override
    public void takeDown(Item.Builder item) {
        GoogleTakeDown.add(item, this, cli);
    }
}
