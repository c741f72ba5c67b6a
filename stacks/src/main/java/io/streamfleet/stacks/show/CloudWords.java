package io.streamfleet.stacks.show;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.TierPlan;

/** Says in words what only one cloud knows of a plan. Every other word of a plan is the same on all clouds. */
interface CloudWords {
    /** Returns the words of the plan's cloud. */
    static CloudWords of(ClusterPlan plan) {
        return switch (plan.cloud()) {
            case AWS -> new AwsWords(plan);
            case GOOGLE -> new GoogleWords(plan);
            case AZURE -> new AzureWords(plan);
        };
    }

    /** Returns where the deployment stands, such as {@code us-east-1, account 111122223333}. */
    String place();

    /** Returns where a tier's image comes from. */
    String image(TierPlan tier);

    /** Returns when load adds servers. */
    String scaleOut(TierPlan tier);

    /** Returns when load removes servers. */
    String scaleIn(TierPlan tier);

    /** Returns which sessions the load balancer cuts: silent ones, unless the cloud counts from their beginning. */
    default String cutSessions() {
        return "idle sessions";
    }

    /** Returns where the database's standby is, if it has one. */
    default String standby() {
        return "in a second zone";
    }
}
