package io.streamfleet.stacks.show;

import io.streamfleet.core.boot.BootCarrier;
import io.streamfleet.core.boot.BootDocument;
import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.DatabasePlan;
import io.streamfleet.core.plan.EntryPlan;
import io.streamfleet.core.plan.FleetPlan;
import io.streamfleet.core.plan.TierPlan;
import io.streamfleet.core.spec.Database;
import io.streamfleet.core.spec.DatabaseTls;
import io.streamfleet.core.spec.Rollout;
import io.streamfleet.core.value.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Shows a plan as tables for people. */
public final class PlanText {
    private final ClusterPlan plan;
    private final CloudWords cloud;
    private final UnaryOperator<String> heading;
    private final List<String> lines = new ArrayList<>();

    private PlanText(ClusterPlan plan, UnaryOperator<String> heading) {
        this.plan = plan;
        this.cloud = CloudWords.of(plan);
        this.heading = heading;
    }

    /**
     * Returns the plan's tables.
     *
     * @param plan what to show
     * @param heading marks a heading, by colour where the terminal has it
     */
    public static String of(ClusterPlan plan, UnaryOperator<String> heading) {
        PlanText text = new PlanText(plan, heading);
        text.top();
        text.tiers();
        text.entry();
        plan.database().ifPresent(text::database);
        plan.fleet().ifPresent(text::fleet);
        text.flows();
        plan.tiers().forEach(text::boot);
        text.costs();
        return String.join("\n", text.lines) + "\n";
    }

    private void top() {
        lines.add(heading.apply(plan.name()) + ": https://" + plan.spec().domain() + " on "
                + plan.cloud().key() + ", " + cloud.place());
        lines.add(plan.spec().webrtc() ? "WebRTC: load adds servers and never removes one" : "without WebRTC");
        lines.add(plan.spec().protect() ? "protected from deletion" : "not protected from deletion");
    }

    private void section(String title, List<String> body) {
        lines.add("");
        lines.add(heading.apply(title));
        lines.addAll(body);
    }

    private void tiers() {
        Table table = new Table("TIER", "SERVERS", "TYPE", "DISK", "IMAGE", "A NEW IMAGE");
        for (TierPlan tier : plan.tiers()) {
            table.row(
                    tier.key(),
                    Sizes.of(tier, plan),
                    tier.tier().instanceType(),
                    tier.tier().diskGib() + " GiB",
                    cloud.image(tier),
                    rollout(tier.rollout()));
        }
        section("Servers", table.lines());
        plan.tiers().forEach(this::scaling);
    }

    private void scaling(TierPlan tier) {
        Table table = new Table(tier.key(), "");
        table.row("scales out", cloud.scaleOut(tier));
        table.row("scales in", cloud.scaleIn(tier));
        tier.tier()
                .schedule()
                .forEach((name, schedule) -> table.row(
                        "schedule " + name,
                        schedule.min() + " to " + schedule.max() + ", at " + schedule.cron() + " ("
                                + schedule.timeZone() + ")"));
        table.row(
                "health",
                tier.tier().health().path() + " on " + tier.port() + " every "
                        + Durations.format(tier.tier().health().interval()));
        table.row("secret", tier.secretName());
        lines.addAll(table.lines());
    }

    private static String rollout(Rollout rollout) {
        return switch (rollout) {
            case KEEP -> "keep: for new servers alone";
            case IDLE -> "idle: once a server has no session";
            case REFRESH -> "refresh: one server after another";
        };
    }

    private void entry() {
        EntryPlan entry = plan.entry();
        Table table = new Table("public", "https://" + plan.spec().domain() + " to " + entry.tier());
        table.row(
                cloud.cutSessions(),
                "cut after " + Durations.format(entry.entry().onCloud().sessionTimeout()));
        table.row(
                "a server that leaves",
                "keeps its sessions for " + Durations.format(entry.entry().drain()));
        table.row(
                "admin API",
                entry.entry().adminFrom().isEmpty()
                        ? "closed to the public"
                        : "open to " + String.join(", ", texts(entry.entry().adminFrom())));
        table.row("nodes' way in", entry.hasNodeEntry() ? "internal load balancer, port 5080" : "the public entry");
        section("Entry", table.lines());
    }

    private void database(DatabasePlan plan) {
        Table table;
        if (plan.database() instanceof Database.Create create) {
            table = new Table("created", create.instanceType() + ", " + create.storageGib() + " GiB");
            table.row("standby", create.highAvailability() ? cloud.standby() : "none");
            table.row("backups", create.backupDays() + " days");
            table.row("TLS", create.tls() == DatabaseTls.REQUIRED ? "required" : "optional");
        } else {
            Database.Existing existing = (Database.Existing) plan.database();
            table = new Table("existing", existing.host() + ":" + existing.port());
        }
        table.row("schema", plan.schema() + ", as " + plan.database().user());
        table.row("reached from", plan.tier() + " alone");
        section("Database", table.lines());
    }

    private void fleet(FleetPlan fleet) {
        Table table = new Table("ROLE", "NODES", "STEP", "TYPE", "CONNECTIONS", "IMAGE");
        fleet.nodes()
                .roles()
                .forEach((role, target) -> table.row(
                        role.key(),
                        target.min() + " to " + target.max(),
                        target.step(),
                        target.instanceType(),
                        target.capacity(),
                        target.image().orElse(fleet.nodes().image())));
        section("Nodes, launched by " + fleet.tier() + " by policy " + fleet.policyName(), table.lines());
    }

    private void flows() {
        Table table = new Table("FROM", "TO", "PROTOCOL", "PORTS", "FOR");
        plan.flows().forEach(flow -> table.row(flow.from(), flow.to(), flow.protocol(), Ports.of(flow), flow.why()));
        section("Connections; all else is closed", table.lines());
    }

    private void boot(TierPlan tier) {
        Table table = new Table("BOOT FILE", "MODE", "BYTES");
        tier.boot()
                .files()
                .forEach(file -> table.row(
                        file.path(), file.mode().octal(), file.content().maxBytes()));
        BootDocument document = tier.document();
        BootCarrier carrier = document.carrier();
        table.row("all, as " + carrier.title(), "", document.maxBytes() + " of at most " + carrier.limitBytes());
        section("Boot of " + tier.key(), table.lines());
    }

    private void costs() {
        Table table = new Table("WHAT COSTS MONEY", "HOW MUCH OF IT");
        plan.costs().forEach(cost -> table.row(cost.what(), cost.howMuch()));
        section("Costs", table.lines());
    }

    private static List<String> texts(List<?> things) {
        return things.stream().map(String::valueOf).toList();
    }
}
