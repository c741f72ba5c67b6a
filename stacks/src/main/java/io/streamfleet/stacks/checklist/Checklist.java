package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.spec.Aws;
import io.streamfleet.core.spec.Red5;
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
     * Returns the checklist of a deployment.
     *
     * @param plan what is to be built
     * @param file the description as the user named it, for commands
     */
    public static Checklist of(ClusterPlan plan, String file) {
        if (plan.spec().cloud() instanceof Aws aws && plan.spec().product() instanceof Red5 red5) {
            return new Checklist(
                    plan.name() + ": Red5 Pro on AWS, " + aws.region(), new Red5OnAws(plan, aws, red5, file).items());
        }
        throw new IllegalStateException("no checklist for " + plan.spec().product());
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
