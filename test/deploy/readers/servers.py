"""Launch templates, groups of servers, their schedules."""

import botocore.parsers

from readers.base import only, own_tags, reader, same


@reader("AWS::EC2::LaunchTemplate")
def launch_template(found):
    ec2 = found.client("ec2")
    its = only(ec2.describe_launch_templates(LaunchTemplateIds=[found.id])["LaunchTemplates"], found.id)
    latest = str(its["LatestVersionNumber"])
    versions = ec2.describe_launch_template_versions(LaunchTemplateId=found.id, Versions=[latest])
    data = only(versions["LaunchTemplateVersions"], f"version {latest}")["LaunchTemplateData"]
    return {
        # Each part of the data on its own, so that one that the emulator drops hides no other.
        **{f"LaunchTemplateData.{key}": value for key, value in data.items()},
        "TagSpecifications": [{"ResourceType": "launch-template", "Tags": own_tags(its.get("Tags"))}],
        "@": {"LatestVersionNumber": latest, "LaunchTemplateId": found.id},
    }


@reader("AWS::AutoScaling::AutoScalingGroup")
def auto_scaling_group(found):
    scaling = found.client("autoscaling")
    groups = scaling.describe_auto_scaling_groups(AutoScalingGroupNames=[found.id])["AutoScalingGroups"]
    its = only(groups, found.id)
    template = its.get("LaunchTemplate") or {}
    return {
        **same(
            its,
            "DefaultInstanceWarmup",
            "HealthCheckGracePeriod",
            "HealthCheckType",
            "InstanceMaintenancePolicy",
            "MaxSize",
            "MinSize",
            "NewInstancesProtectedFromScaleIn",
            "TargetGroupARNs",
        ),
        "LaunchTemplate": same(template, "LaunchTemplateId", "Version"),
        "VPCZoneIdentifier": its["VPCZoneIdentifier"].split(","),
        **({"MetricsCollection": [{"Granularity": "1Minute"}]} if its.get("EnabledMetrics") else {}),
        **notifications(scaling, found.id),
        "Tags": [
            {**same(tag, "Key", "Value", "PropagateAtLaunch")}
            for tag in its.get("Tags", [])
            if not tag["Key"].startswith("aws:")
        ],
    }


def notifications(scaling, group):
    try:
        rows = scaling.describe_notification_configurations(AutoScalingGroupNames=[group])["NotificationConfigurations"]
    except botocore.parsers.ResponseParserError:
        # The emulator does not know the question, and answers with its server's error page.
        return {}
    by_topic = {}
    for row in rows:
        by_topic.setdefault(row["TopicARN"], []).append(row["NotificationType"])
    return {
        "NotificationConfigurations": [
            {"TopicARN": topic, "NotificationTypes": types} for topic, types in by_topic.items()
        ]
    }


@reader("AWS::AutoScaling::ScheduledAction")
def scheduled_action(found):
    group = found.properties["AutoScalingGroupName"]
    rows = found.client("autoscaling").describe_scheduled_actions(AutoScalingGroupName=group)
    its = only((row for row in rows["ScheduledUpdateGroupActions"] if row["ScheduledActionName"] == found.id), found.id)
    return same(its, "AutoScalingGroupName", "MaxSize", "MinSize", "Recurrence", "TimeZone")
