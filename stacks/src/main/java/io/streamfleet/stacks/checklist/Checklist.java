package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import java.util.ArrayList;
import java.util.List;

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
        items.add(cloud.certificate());
        items.add(cloud.zone());
        cloud.network().ifPresent(items::add);
        cloud.database().ifPresent(items::add);
        items.addAll(cloud.others());
        items.add(cloud.quotas());
        items.add(costs(plan));
        items.add(cloud.deploy());
        items.add(cloud.takeDown());
        return new Checklist(plan.name() + ": Red5 Pro on " + cloud.place(), items);
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
