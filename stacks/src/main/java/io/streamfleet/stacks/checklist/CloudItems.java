package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import java.util.List;
import java.util.Optional;

/** What one cloud has to say at each step of a checklist. A step that a cloud or a description has not is empty. */
interface CloudItems {
    /**
     * Returns the items of the plan's cloud.
     *
     * @param plan what is to be built
     * @param file the description as a shell reads it
     */
    static CloudItems of(ClusterPlan plan, String file) {
        return switch (plan.cloud()) {
            case AWS -> new AwsItems(plan, file);
            case GOOGLE -> new GoogleItems(plan, file);
            case AZURE -> new AzureItems(plan, file);
        };
    }

    /** Returns the cloud and the place on it, as people say them, such as {@code AWS, us-east-1}. */
    String place();

    /** Whose deployment it is, and what is made once for all deployments. */
    Item account();

    /** The image of the tier's servers. */
    Item servers();

    /** The images of the nodes. */
    Item nodes();

    /** The keys by which people log in to servers and nodes. */
    Optional<Item> keys();

    /** What the tier's secret is kept in, and what is in it belongs to. */
    default List<Item> beforeSecret() {
        return List.of();
    }

    /** The tier's secret. */
    Item secret();

    /** The entry's certificate. */
    Item certificate();

    /** The domain's zone. */
    Item zone();

    /** The network, where it exists. */
    Optional<Item> network();

    /** The database, where it exists. */
    Optional<Item> database();

    /** Whatever else the description names that must exist. */
    List<Item> others();

    /** What the cloud limits by account. */
    Item quotas();

    /** How to deploy. */
    Item deploy();

    /** How a deployment is taken down: in an order that no protection stops half-way. */
    Item takeDown();
}
