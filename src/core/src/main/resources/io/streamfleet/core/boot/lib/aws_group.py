# The Auto Scaling group this server is in, and what it may ask of it for itself.
import aws
from common import Transient


def text(node, name):
    return node.findtext(name) or ""


class Group:
    def __init__(self, settings):
        self.cloud = aws.Cloud(settings)
        self.id = None

    def me(self):
        self.id = self.id or self.cloud.instance_id()
        return self.id

    def leaving(self):
        # The metadata service tells it without a call of the API.
        return self.cloud.about("autoscaling/target-lifecycle-state", absent="") == "Terminated"

    def group(self):
        name = self.cloud.tag("aws:autoscaling:groupName")
        if not name:
            raise Transient("the instance metadata has no tag aws:autoscaling:groupName")
        answer = self.cloud.autoscaling("DescribeAutoScalingGroups", **{"AutoScalingGroupNames.member.1": name})
        found = answer.find(".//AutoScalingGroups/member")
        if found is None:
            raise Transient("group %s is not there" % name)
        mixed = "MixedInstancesPolicy/LaunchTemplate/LaunchTemplateSpecification/Version"
        tags = {text(tag, "Key"): text(tag, "Value") for tag in found.findall("Tags/member")}
        return {
            "name": name,
            "min": int(text(found, "MinSize")),
            "desired": int(text(found, "DesiredCapacity")),
            "version": text(found, "LaunchTemplate/Version") or text(found, mixed),
            "intent": tags.get("streamfleet:intent", ""),
            "members": {
                text(member, "InstanceId"): {
                    "state": text(member, "LifecycleState"),
                    "version": text(member, "LaunchTemplate/Version"),
                    "protected": text(member, "ProtectedFromScaleIn") == "true",
                }
                for member in found.findall("Instances/member")
            },
        }

    def protect(self, group, on):
        self.cloud.autoscaling("SetInstanceProtection", AutoScalingGroupName=group["name"],
                               ProtectedFromScaleIn=str(on).lower(), **{"InstanceIds.member.1": self.me()})

    def leave(self, group, lower):
        self.cloud.autoscaling("TerminateInstanceInAutoScalingGroup", InstanceId=self.me(),
                               ShouldDecrementDesiredCapacity=str(lower).lower())

    def heartbeat(self, group, hook):
        self.cloud.autoscaling("RecordLifecycleActionHeartbeat", AutoScalingGroupName=group["name"],
                               LifecycleHookName=hook, InstanceId=self.me())

    def complete(self, group, hook):
        self.cloud.autoscaling("CompleteLifecycleAction", AutoScalingGroupName=group["name"], LifecycleHookName=hook,
                               InstanceId=self.me(), LifecycleActionResult="CONTINUE")
