"""Load balancers, their targets and rules."""

from readers.base import only, own_tags, reader, same, shown


def attributes(rows):
    return [{"Key": row["Key"], "Value": row["Value"]} for row in rows]


def tags_of(elb, arn):
    return own_tags(only(elb.describe_tags(ResourceArns=[arn])["TagDescriptions"], arn)["Tags"])


@reader("AWS::ElasticLoadBalancingV2::LoadBalancer")
def load_balancer(found):
    elb = found.client("elbv2")
    its = only(elb.describe_load_balancers(LoadBalancerArns=[found.id])["LoadBalancers"], found.id)
    return {
        **same(its, "Scheme", "SecurityGroups", "Type"),
        "Subnets": [zone["SubnetId"] for zone in its["AvailabilityZones"]],
        "LoadBalancerAttributes": attributes(
            elb.describe_load_balancer_attributes(LoadBalancerArn=found.id)["Attributes"]
        ),
        "Tags": tags_of(elb, found.id),
        "@": shown(
            its, DNSName="DNSName", CanonicalHostedZoneID="CanonicalHostedZoneId", LoadBalancerArn="LoadBalancerArn"
        ),
    }


@reader("AWS::ElasticLoadBalancingV2::TargetGroup")
def target_group(found):
    elb = found.client("elbv2")
    its = only(elb.describe_target_groups(TargetGroupArns=[found.id])["TargetGroups"], found.id)
    return {
        **same(
            its,
            "HealthCheckIntervalSeconds",
            "HealthCheckPath",
            "HealthCheckProtocol",
            "HealthCheckTimeoutSeconds",
            "HealthyThresholdCount",
            "Matcher",
            "Port",
            "Protocol",
            "ProtocolVersion",
            "TargetType",
            "UnhealthyThresholdCount",
            "VpcId",
        ),
        "TargetGroupAttributes": attributes(
            elb.describe_target_group_attributes(TargetGroupArn=found.id)["Attributes"]
        ),
        "Tags": tags_of(elb, found.id),
    }


@reader("AWS::ElasticLoadBalancingV2::Listener")
def listener(found):
    its = only(found.client("elbv2").describe_listeners(ListenerArns=[found.id])["Listeners"], found.id)
    return same(its, "Certificates", "DefaultActions", "LoadBalancerArn", "Port", "Protocol", "SslPolicy")


@reader("AWS::ElasticLoadBalancingV2::ListenerRule")
def listener_rule(found):
    elb = found.client("elbv2")
    its = only(elb.describe_rules(RuleArns=[found.id])["Rules"], found.id)
    return {
        **same(its, "Actions", "Conditions", "Priority"),
        # A rule's own name holds its listener's.
        "ListenerArn": found.id.rsplit("/", 1)[0].replace(":listener-rule/", ":listener/"),
        "Tags": tags_of(elb, found.id),
    }
