package io.streamfleet.stacks.checklist;

import io.streamfleet.core.plan.TierPlan;

/** How a deployment is taken down: in an order that no protection stops half-way. */
final class AwsTakeDown {
    private AwsTakeDown() {}

    static void add(Item.Builder item, AwsItems items, AwsCli cli) {
        Subject subject = items.subject();
        String group = "--auto-scaling-group-name \"$group\"";
        item.words("Empty the group; sessions end here:")
                .command("group=$("
                        + cli.command("cloudformation describe-stack-resources --stack-name " + subject.name()
                                + " --query \"StackResources[?ResourceType=='AWS::AutoScaling::AutoScalingGroup']"
                                + ".PhysicalResourceId\" --output text")
                        + ")");
        if (subject.plan().tiers().stream().anyMatch(TierPlan::protectedFromScaleIn)) {
            item.command("servers=$("
                            + cli.command("autoscaling describe-auto-scaling-groups"
                                    + " --auto-scaling-group-names \"$group\""
                                    + " --query 'AutoScalingGroups[].Instances[].InstanceId' --output text")
                            + ")")
                    .command(cli.command("autoscaling set-instance-protection " + group
                            + " --no-protected-from-scale-in --instance-ids $servers"));
        }
        item.command(cli.command("autoscaling update-auto-scaling-group " + group
                        + " --min-size 0 --max-size 0 --desired-capacity 0"))
                .words("And once its servers are gone:")
                .command(items.run("destroy"))
                .words("What stays, and costs money until you delete it: "
                        + (subject.createdDatabase().isPresent() ? "the database's final snapshot, " : "")
                        + "access logs, the tier's secret.");
    }
}
