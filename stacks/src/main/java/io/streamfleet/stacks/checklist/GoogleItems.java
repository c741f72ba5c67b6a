package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.FleetPlan;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.DatabaseAccess;
import io.streamfleet.core.spec.Google;
import io.streamfleet.core.spec.GoogleTier;
import io.streamfleet.core.spec.Red5;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a Red5 Pro cluster on Google Cloud needs beforehand. */
final class GoogleItems implements CloudItems {
    private final ClusterPlan plan;
    private final Google google;
    private final TierPlan tier;
    private final FleetPlan fleet;
    private final String file;
    private final GoogleCli cli;
    private final GoogleSurroundings surroundings;

    GoogleItems(ClusterPlan plan, String file) {
        this.plan = plan;
        this.google = (Google) plan.spec().cloud();
        this.tier = plan.tier(Red5.STREAM_MANAGER);
        this.fleet = plan.fleet().orElseThrow();
        this.file = file;
        this.cli = new GoogleCli(google.project());
        this.surroundings = new GoogleSurroundings(cli, plan, google);
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
        plan.database().map(each -> each.database()).ifPresent(database -> {
            if (database instanceof Database.Create create) {
                services.add("sqladmin");
                if (create.access() == DatabaseAccess.PRIVATE) {
                    services.add("servicenetworking");
                }
            }
        });
        if (plan.spec().dns().isPresent() || plan.entry().hasNodeEntry()) {
            services.add("dns");
        }
        if (tier.tier().notifications().isPresent()) {
            services.add("monitoring");
        }
        return services.stream().map(name -> name + ".googleapis.com").toList();
    }

    @Override
    public Item servers() {
        return GoogleImages.servers(cli, tier, (GoogleTier) tier.tier().onCloud());
    }

    @Override
    public Item nodes() {
        return GoogleImages.nodes(cli, fleet.nodes());
    }

    /** People log in by OS Login. */
    @Override
    public Optional<Item> keys() {
        return Optional.empty();
    }

    @Override
    public Item secret() {
        return new TierSecret(plan, tier, List.of(TierSecret.databasePassword(plan, TierSecret.RANDOM)))
                .item(
                        List.of(
                                "Terraform reads databasePassword as well, in each run, and keeps it in no state: whoever"
                                        + " deploys needs the role Secret Manager Secret Accessor on this secret."),
                        cli.command("secrets create " + Shell.word(tier.secretName())
                                + " --replication-policy automatic --data-file " + TierSecret.FILE));
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
        return Stream.of(surroundings.address(), Optional.of(TerraformState.item(plan, cli::command)))
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
                .command(Red5Words.cdktf("deploy", file, plan))
                .words((createsDatabase ? "The database takes longest, 10 to 20 minutes. " : "")
                        + Red5Words.untilHealthy(503));
        if (plan.spec().dns().isEmpty()) {
            item.words("The description has no dns: create an A record for "
                    + plan.spec().domain() + " by hand, as the output says.");
        }
        return item.build();
    }

    @Override
    public Item takeDown() {
        return GoogleTakeDown.item(cli, plan, fleet, file);
    }
}
