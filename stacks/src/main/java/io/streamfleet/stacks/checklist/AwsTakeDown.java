package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.ClusterPlan;
import io.streamfleet.core.plan.TierPlan;

/** How a deployment is taken down: in an order that no protection stops half-way. */
final class AwsTakeDown {
    private AwsTakeDown() {}

    static Item item(AwsCli cli, ClusterPlan plan, String file) {
        String group = "--auto-scaling-group-name \"$group\"";
        Item.Builder item = Item.about("Some day: take it down").words(Red5Words.DRAIN_NODES);
        if (plan.spec().protect()) {
            item.words("Then protect: false in the description, and:").command("npx cdk deploy -c spec=" + file);
        }
        item.words("Empty the group; sessions end here:")
                .command("group=$("
                        + cli.command("cloudformation describe-stack-resources --stack-name " + plan.name()
                                + " --query \"StackResources[?ResourceType=='AWS::AutoScaling::AutoScalingGroup']"
                                + ".PhysicalResourceId\" --output text")
                        + ")");
        if (plan.tiers().stream().anyMatch(TierPlan::protectedFromScaleIn)) {
            item.command("servers=$("
                            + cli.command("autoscaling describe-auto-scaling-groups"
                                    + " --auto-scaling-group-names \"$group\""
                                    + " --query 'AutoScalingGroups[].Instances[].InstanceId' --output text")
                            + ")")
                    .command(cli.command("autoscaling set-instance-protection " + group
                            + " --no-protected-from-scale-in --instance-ids $servers"));
        }
        return item.command(cli.command("autoscaling update-auto-scaling-group " + group
                        + " --min-size 0 --max-size 0 --desired-capacity 0"))
                .words("And once its servers are gone:")
                .command("npx cdk destroy -c spec=" + file + " " + plan.name())
                .words(leftovers(plan))
                .build();
    }

    private static String leftovers(ClusterPlan plan) {
        boolean ownsDatabase =
                plan.database().isPresent() && plan.database().get().isCreated();
        return "What stays, and costs money until you delete it: "
                + (ownsDatabase ? "the database's final snapshot, " : "") + "access logs, the tier's secret.";
    }
}
