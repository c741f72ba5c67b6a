package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import java.util.List;
import java.util.Optional;

/**
 * What one cloud has to say at each step of a checklist. A step that a cloud or a description has not is empty; what a step
 * says on every cloud, {@link Checklist} says.
 */
interface CloudItems {
    /**
     * Returns the items of the plan's cloud.
     *
     * @param plan what is to be built
     * @param file the description as a shell reads it
     */
    static CloudItems of(ClusterPlan plan, String file) {
        Subject subject = new Subject(plan, file);
        return switch (plan.cloud()) {
            case AWS -> new AwsItems(subject);
            case GOOGLE -> new GoogleItems(subject);
            case AZURE -> new AzureItems(subject);
        };
    }

    /** Returns what the checklist is about. */
    Subject subject();

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

    /** What stands around the deployment. */
    Surroundings surroundings();

    /** Where the tool that deploys keeps its state, unless the cloud keeps it. */
    Optional<Item> state();

    /**
     * Returns a command of the tool that deploys.
     *
     * @param verb {@code deploy} or {@code destroy}
     */
    String run(String verb);

    /** Returns what takes longest at the first deployment, where the database is made with it, and how long. */
    String slowest();

    /** Returns what the cloud's load balancer answers without healthy servers: a status of HTTP. */
    int statusWithoutServers();

    /** Returns the record by which a host name leads to the cloud's load balancer, with its article. */
    String record();

    /** Adds how a deployment is taken down once nothing protects it: in an order that does not stop half-way. */
    void takeDown(Item.Builder item);
}
