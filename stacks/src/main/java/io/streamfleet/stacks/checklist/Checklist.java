package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done beside a deployment.
 *
 * @param title what for
 * @param items in the order in which to do them
 */
public record Checklist(String title, List<Item> items) {
    public Checklist {
        items = List.copyOf(items);
    }

    /**
     * Returns the checklist of a deployment: the same steps in the same order on every cloud.
     *
     * @param plan what is to be built
     * @param file the description as the user named it, for commands
     */
    public static Checklist of(ClusterPlan plan, String file) {
        CloudItems cloud = CloudItems.of(plan, Shell.word(file));
        List<Item> items = new ArrayList<>();
        items.add(cloud.account());
        items.add(cloud.servers());
        items.add(cloud.nodes());
        cloud.keys().ifPresent(items::add);
        items.addAll(cloud.beforeSecret());
        items.add(cloud.secret());
        Surroundings surroundings = cloud.surroundings();
        items.add(certificate(surroundings));
        items.add(zone(cloud.subject(), surroundings));
        surroundings.network().ifPresent(items::add);
        database(cloud.subject(), surroundings).ifPresent(items::add);
        items.addAll(surroundings.others());
        cloud.state().ifPresent(items::add);
        items.add(surroundings.quotas());
        items.add(costs(plan));
        items.add(deploy(cloud));
        items.add(takeDown(cloud));
        return new Checklist(plan.name() + ": Red5 Pro on " + cloud.place(), items);
    }

    private static Item certificate(Surroundings surroundings) {
        Item.Builder item = Item.about("The certificate");
        surroundings.certificate(item);
        return item.build();
    }

    private static Item zone(Subject subject, Surroundings surroundings) {
        Item.Builder item = Item.about("The name " + subject.domain());
        subject.plan()
                .spec()
                .dns()
                .ifPresentOrElse(
                        dns -> surroundings.zone(item, dns),
                        () -> item.words(
                                "No dns in the description: after the deployment an output says which record to"
                                        + " create."));
        return item.build();
    }

    private static Optional<Item> database(Subject subject, Surroundings surroundings) {
        return subject.existingDatabase().map(existing -> {
            Item.Builder item = Red5Words.existingDatabase(existing, subject.schema());
            surroundings.database(item, existing);
            return item.build();
        });
    }

    private static Item deploy(CloudItems cloud) {
        Subject subject = cloud.subject();
        Item.Builder item = Item.about("Then deploy")
                .command(cloud.run("deploy"))
                .words((subject.createdDatabase().isPresent() ? cloud.slowest() + " " : "")
                        + "Until the load balancer finds healthy servers, the entry answers "
                        + cloud.statusWithoutServers() + ".");
        if (subject.plan().spec().dns().isEmpty()) {
            item.words("The description has no dns: create " + cloud.record() + " for " + subject.domain()
                    + " by hand, as the output says.");
        }
        return item.build();
    }

    private static Item takeDown(CloudItems cloud) {
        Item.Builder item = Item.about("Some day: take it down")
                .words(
                        "Drain and delete the nodes first, by nodes drain and nodes delete: they are no part of the stack.");
        if (cloud.subject().plan().spec().protect()) {
            item.words("Then protect: false in the description, and:").command(cloud.run("deploy"));
        }
        cloud.takeDown(item);
        return item.build();
    }

    private static Item costs(ClusterPlan plan) {
        Item.Builder item = Item.about("What will cost money");
        plan.costs().forEach(cost -> item.words("- " + cost.what() + ": " + cost.howMuch()));
        return item.build();
    }

    /** Returns it as text: numbered, words wrapped, commands on lines of their own. */
    public String text() {
        StringBuilder text = new StringBuilder(title).append('\n');
        for (int i = 0; i < items.size(); i++) {
            text.append('\n').append(items.get(i).text(i + 1));
        }
        return text.toString();
    }
}
