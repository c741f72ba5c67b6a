"""Reads resources back through their services' own interfaces, in the shape that CloudFormation describes them in.

A reader takes a Found (the clients, the physical id, the resolved properties to find it by) and returns what its
service shows: property names to values, and attributes under "@". A property that the service does not show is left
out, never guessed. Absent means that the service does not know the resource.
"""

import ast
import json
import urllib.parse

import botocore.parsers

READERS = {}


class Absent(Exception):
    """The service does not know the resource."""


class Found:
    """What a reader looks for: client(service), the physical id, the properties as the template says them."""

    def __init__(self, client, physical, properties):
        self.client = client
        self.id = physical
        self.properties = properties


def reader(type_name):
    def register(function):
        READERS[type_name] = function
        return function

    return register


def only(items, what):
    items = list(items)
    if len(items) != 1:
        raise Absent(f"{len(items)} of {what}")
    return items[0]


def shown(source, **names):
    """Picks members of an answer under CloudFormation's names; those that are not there, or null, are left out."""
    return {name: source[key] for name, key in names.items() if source.get(key) is not None}


def same(source, *names):
    return shown(source, **{name: name for name in names})


def own_tags(tags):
    return [{"Key": tag["Key"], "Value": tag["Value"]} for tag in tags or [] if not tag["Key"].startswith("aws:")]


def document(text):
    """A policy document. moto shows those that a role holds in line in Python's way of writing, not in JSON."""
    if not isinstance(text, str):
        return text
    text = urllib.parse.unquote(text)
    try:
        return json.loads(text)
    except ValueError:
        return ast.literal_eval(text)


# Network


@reader("AWS::EC2::VPC")
def vpc(found):
    ec2 = found.client("ec2")
    its = only(ec2.describe_vpcs(VpcIds=[found.id])["Vpcs"], found.id)

    def attribute(name, key):
        return ec2.describe_vpc_attribute(VpcId=found.id, Attribute=name)[key]["Value"]

    return {
        **same(its, "CidrBlock"),
        "EnableDnsHostnames": attribute("enableDnsHostnames", "EnableDnsHostnames"),
        "EnableDnsSupport": attribute("enableDnsSupport", "EnableDnsSupport"),
        "Tags": own_tags(its.get("Tags")),
    }


@reader("AWS::EC2::Subnet")
def subnet(found):
    its = only(found.client("ec2").describe_subnets(SubnetIds=[found.id])["Subnets"], found.id)
    return {
        **same(its, "AvailabilityZone", "CidrBlock", "MapPublicIpOnLaunch", "VpcId"),
        "Tags": own_tags(its.get("Tags")),
    }


@reader("AWS::EC2::InternetGateway")
def internet_gateway(found):
    gateways = found.client("ec2").describe_internet_gateways(InternetGatewayIds=[found.id])["InternetGateways"]
    return {"Tags": own_tags(only(gateways, found.id).get("Tags"))}


@reader("AWS::EC2::VPCGatewayAttachment")
def gateway_attachment(found):
    gateway = found.properties["InternetGatewayId"]
    gateways = found.client("ec2").describe_internet_gateways(InternetGatewayIds=[gateway])["InternetGateways"]
    attachment = only(only(gateways, gateway)["Attachments"], f"attachments of {gateway}")
    return {"InternetGatewayId": gateway, **same(attachment, "VpcId")}


def route_table_of(found, table):
    return only(found.client("ec2").describe_route_tables(RouteTableIds=[table])["RouteTables"], table)


@reader("AWS::EC2::RouteTable")
def route_table(found):
    its = route_table_of(found, found.id)
    return {**same(its, "VpcId"), "Tags": own_tags(its.get("Tags"))}


@reader("AWS::EC2::Route")
def route(found):
    its = route_table_of(found, found.properties["RouteTableId"])
    to = found.properties["DestinationCidrBlock"]
    row = only((row for row in its["Routes"] if row.get("DestinationCidrBlock") == to), f"routes to {to}")
    return {"RouteTableId": its["RouteTableId"], **same(row, "DestinationCidrBlock", "GatewayId", "NatGatewayId")}


@reader("AWS::EC2::SubnetRouteTableAssociation")
def route_table_association(found):
    its = route_table_of(found, found.properties["RouteTableId"])
    to = found.properties["SubnetId"]
    row = only((row for row in its["Associations"] if row.get("SubnetId") == to), f"associations of {to}")
    return same(row, "RouteTableId", "SubnetId")


@reader("AWS::EC2::EIP")
def address(found):
    its = only(found.client("ec2").describe_addresses(PublicIps=[found.id])["Addresses"], found.id)
    return {**same(its, "Domain"), "Tags": own_tags(its.get("Tags")), "@": same(its, "AllocationId")}


@reader("AWS::EC2::NatGateway")
def nat_gateway(found):
    gateways = found.client("ec2").describe_nat_gateways(NatGatewayIds=[found.id])["NatGateways"]
    its = only((one for one in gateways if one["State"] != "deleted"), found.id)
    addresses = its.get("NatGatewayAddresses") or [{}]
    return {**same(its, "SubnetId"), **same(addresses[0], "AllocationId"), "Tags": own_tags(its.get("Tags"))}


@reader("AWS::EC2::FlowLog")
def flow_log(found):
    its = only(found.client("ec2").describe_flow_logs(FlowLogIds=[found.id])["FlowLogs"], found.id)
    return {
        **same(its, "DeliverLogsPermissionArn", "LogDestinationType", "LogGroupName", "ResourceId", "TrafficType"),
        # The answer names what is logged by its id alone.
        "ResourceType": "VPC" if its["ResourceId"].startswith("vpc-") else its["ResourceId"],
    }


# Firewall


def group_of(found, group):
    return only(found.client("ec2").describe_security_groups(GroupIds=[group])["SecurityGroups"], group)


def rules_of(permissions):
    """One rule a source, as the template writes them."""
    for permission in permissions:
        common = shown(permission, IpProtocol="IpProtocol", FromPort="FromPort", ToPort="ToPort")
        for source in permission.get("IpRanges", []):
            yield {**common, "CidrIp": source["CidrIp"], **same(source, "Description")}
        for source in permission.get("Ipv6Ranges", []):
            yield {**common, "CidrIpv6": source["CidrIpv6"], **same(source, "Description")}
        for source in permission.get("UserIdGroupPairs", []):
            yield {**common, "SourceSecurityGroupId": source["GroupId"], **same(source, "Description")}


@reader("AWS::EC2::SecurityGroup")
def security_group(found):
    its = group_of(found, found.id)
    return {
        **shown(its, GroupDescription="Description", GroupName="GroupName", VpcId="VpcId"),
        "SecurityGroupEgress": list(rules_of(its["IpPermissionsEgress"])),
        "Tags": own_tags(its.get("Tags")),
        "@": {"GroupId": its["GroupId"], "VpcId": its["VpcId"]},
    }


def identity(rule):
    return {key: str(rule[key]) for key in rule if key != "Description" and key != "GroupId"}


@reader("AWS::EC2::SecurityGroupIngress")
def ingress(found):
    its = group_of(found, found.properties["GroupId"])
    rules = rules_of(its["IpPermissions"])
    wanted = identity(found.properties)
    rule = only((rule for rule in rules if identity(rule) == wanted), f"rules {wanted} of {its['GroupId']}")
    return {"GroupId": its["GroupId"], **rule}


# Servers


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


# Load balancers


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


# Permissions


@reader("AWS::IAM::Role")
def role(found):
    iam = found.client("iam")
    its = iam.get_role(RoleName=found.id)["Role"]
    names = iam.list_role_policies(RoleName=found.id)["PolicyNames"]
    own = {row["PolicyName"] for row in found.properties.get("Policies", [])}
    return {
        "AssumeRolePolicyDocument": document(its["AssumeRolePolicyDocument"]),
        **shown(its, Description="Description", Path="Path"),
        # Policies of the template's other resources are in the same list, and are read back for themselves.
        "Policies": [
            {
                "PolicyName": name,
                "PolicyDocument": document(iam.get_role_policy(RoleName=found.id, PolicyName=name)["PolicyDocument"]),
            }
            for name in names
            if name in own
        ],
        "ManagedPolicyArns": [
            row["PolicyArn"]
            for row in iam.list_attached_role_policies(RoleName=found.id)["AttachedPolicies"]
            if row["PolicyArn"].split(":")[4] == "aws"
        ],
        "Tags": own_tags(iam.list_role_tags(RoleName=found.id)["Tags"]),
        "@": same(its, "Arn"),
    }


@reader("AWS::IAM::Policy")
def policy(found):
    iam = found.client("iam")
    name = found.properties["PolicyName"]
    holders = []
    document_of = None
    for holder in found.properties["Roles"]:
        if name in iam.list_role_policies(RoleName=holder)["PolicyNames"]:
            holders.append(holder)
            document_of = document(iam.get_role_policy(RoleName=holder, PolicyName=name)["PolicyDocument"])
    if not holders:
        raise Absent(f"no role holds {name}")
    return {"PolicyName": name, "Roles": holders, "PolicyDocument": document_of}


@reader("AWS::IAM::ManagedPolicy")
def managed_policy(found):
    iam = found.client("iam")
    its = iam.get_policy(PolicyArn=found.id)["Policy"]
    version = iam.get_policy_version(PolicyArn=found.id, VersionId=its["DefaultVersionId"])["PolicyVersion"]
    return {
        **same(its, "Description"),
        "PolicyDocument": document(version["Document"]),
        "Roles": [row["RoleName"] for row in iam.list_entities_for_policy(PolicyArn=found.id)["PolicyRoles"]],
    }


@reader("AWS::IAM::InstanceProfile")
def instance_profile(found):
    its = found.client("iam").get_instance_profile(InstanceProfileName=found.id)["InstanceProfile"]
    return {"Roles": [row["RoleName"] for row in its["Roles"]], "@": same(its, "Arn")}


@reader("AWS::KMS::Key")
def key(found):
    kms = found.client("kms")
    its = kms.describe_key(KeyId=found.id)["KeyMetadata"]
    if its["KeyState"] == "PendingDeletion":
        raise Absent("pending deletion")
    return {
        **same(its, "Description"),
        "EnableKeyRotation": kms.get_key_rotation_status(KeyId=found.id)["KeyRotationEnabled"],
        "KeyPolicy": document(kms.get_key_policy(KeyId=found.id, PolicyName="default")["Policy"]),
        "@": same(its, "Arn"),
    }


# Database


@reader("AWS::RDS::DBInstance")
def database(found):
    rds = found.client("rds")
    its = only(rds.describe_db_instances(DBInstanceIdentifier=found.id)["DBInstances"], found.id)
    return {
        **same(
            its,
            "AllocatedStorage",
            "AutoMinorVersionUpgrade",
            "BackupRetentionPeriod",
            "CACertificateIdentifier",
            "CopyTagsToSnapshot",
            "DBInstanceClass",
            "DBName",
            "DeletionProtection",
            "Engine",
            "EngineVersion",
            "MasterUsername",
            "MonitoringInterval",
            "MonitoringRoleArn",
            "MultiAZ",
            "PubliclyAccessible",
            "StorageEncrypted",
            "StorageType",
        ),
        **shown(its, EnableCloudwatchLogsExports="EnabledCloudwatchLogsExports"),
        "DBParameterGroupName": only(its["DBParameterGroups"], "parameter groups")["DBParameterGroupName"],
        "DBSubnetGroupName": its["DBSubnetGroup"]["DBSubnetGroupName"],
        "Port": its["Endpoint"]["Port"],
        "VPCSecurityGroups": [row["VpcSecurityGroupId"] for row in its["VpcSecurityGroups"]],
        "Tags": own_tags(its.get("TagList")),
        "@": {"Endpoint.Address": its["Endpoint"]["Address"], "Endpoint.Port": str(its["Endpoint"]["Port"])},
    }


@reader("AWS::RDS::DBParameterGroup")
def parameter_group(found):
    rds = found.client("rds")
    its = only(rds.describe_db_parameter_groups(DBParameterGroupName=found.id)["DBParameterGroups"], found.id)
    rows = rds.describe_db_parameters(DBParameterGroupName=found.id)["Parameters"]
    return {
        **shown(its, Description="Description", Family="DBParameterGroupFamily"),
        "Parameters": {row["ParameterName"]: row["ParameterValue"] for row in rows if "ParameterValue" in row},
        "Tags": own_tags(rds.list_tags_for_resource(ResourceName=its["DBParameterGroupArn"])["TagList"]),
    }


@reader("AWS::RDS::DBSubnetGroup")
def subnet_group(found):
    rds = found.client("rds")
    its = only(rds.describe_db_subnet_groups(DBSubnetGroupName=found.id)["DBSubnetGroups"], found.id)
    return {
        **same(its, "DBSubnetGroupDescription"),
        "SubnetIds": [row["SubnetIdentifier"] for row in its["Subnets"]],
        "Tags": own_tags(rds.list_tags_for_resource(ResourceName=its["DBSubnetGroupArn"])["TagList"]),
    }


# Names, logs, documents


@reader("AWS::Route53::HostedZone")
def hosted_zone(found):
    its = found.client("route53").get_hosted_zone(Id=found.id)
    return {
        "Name": its["HostedZone"]["Name"],
        "HostedZoneConfig": same(its["HostedZone"]["Config"], "Comment"),
        "VPCs": [same(row, "VPCId", "VPCRegion") for row in its.get("VPCs", [])],
    }


@reader("AWS::Route53::RecordSet")
def record_set(found):
    zone, name, kind = (found.properties[key] for key in ("HostedZoneId", "Name", "Type"))
    rows = found.client("route53").list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
    its = only(
        (row for row in rows if row["Name"].rstrip(".") == name.rstrip(".") and row["Type"] == kind), f"{kind} {name}"
    )
    return {
        "HostedZoneId": zone,
        **same(its, "Name", "Type", "TTL", "AliasTarget"),
        **({"ResourceRecords": [row["Value"] for row in its["ResourceRecords"]]} if its.get("ResourceRecords") else {}),
    }


@reader("AWS::Logs::LogGroup")
def log_group(found):
    groups = found.client("logs").describe_log_groups(logGroupNamePrefix=found.id)["logGroups"]
    its = only((row for row in groups if row["logGroupName"] == found.id), found.id)
    return {**shown(its, RetentionInDays="retentionInDays"), "@": {"Arn": its["arn"]}}


@reader("AWS::S3::Bucket")
def bucket(found):
    s3 = found.client("s3")
    if found.id not in (row["Name"] for row in s3.list_buckets()["Buckets"]):
        raise Absent(found.id)
    encryption = s3.get_bucket_encryption(Bucket=found.id)["ServerSideEncryptionConfiguration"]["Rules"]
    return {
        "BucketEncryption": {
            "ServerSideEncryptionConfiguration": [
                {"ServerSideEncryptionByDefault": row["ApplyServerSideEncryptionByDefault"]} for row in encryption
            ]
        },
        **optional(
            s3.get_bucket_lifecycle_configuration,
            found.id,
            lambda answer: {"LifecycleConfiguration": {"Rules": [lifecycle(row) for row in answer["Rules"]]}},
        ),
        **optional(
            s3.get_bucket_ownership_controls,
            found.id,
            lambda answer: {"OwnershipControls": {"Rules": answer["OwnershipControls"]["Rules"]}},
        ),
        **optional(
            s3.get_public_access_block,
            found.id,
            lambda answer: {"PublicAccessBlockConfiguration": answer["PublicAccessBlockConfiguration"]},
        ),
        "VersioningConfiguration": same(s3.get_bucket_versioning(Bucket=found.id), "Status"),
        **optional(s3.get_bucket_tagging, found.id, lambda answer: {"Tags": own_tags(answer["TagSet"])}),
        "@": {"Arn": f"arn:aws:s3:::{found.id}"},
    }


def optional(call, name, pick):
    """What a bucket has none of is answered with an error."""
    try:
        return pick(call(Bucket=name))
    except call.__self__.exceptions.ClientError as absent:
        if not absent.response["Error"]["Code"].startswith(("NoSuch", "OwnershipControlsNotFound")):
            raise
        return {}


def lifecycle(rule):
    return {
        **shown(rule, Id="ID", Status="Status", AbortIncompleteMultipartUpload="AbortIncompleteMultipartUpload"),
        **({"ExpirationInDays": rule["Expiration"]["Days"]} if "Days" in rule.get("Expiration", {}) else {}),
        **same(rule, "NoncurrentVersionExpiration"),
    }


@reader("AWS::SNS::Topic")
def topic(found):
    its = found.client("sns").get_topic_attributes(TopicArn=found.id)["Attributes"]
    return {**shown(its, KmsMasterKeyId="KmsMasterKeyId"), "@": {"TopicArn": its["TopicArn"]}}


@reader("AWS::SSM::Parameter")
def parameter(found):
    ssm = found.client("ssm")
    value = ssm.get_parameter(Name=found.id)["Parameter"]
    its = only(
        ssm.describe_parameters(ParameterFilters=[{"Key": "Name", "Values": [found.id]}])["Parameters"], found.id
    )
    return {
        **same(its, "Description", "Tier", "Type"),
        "Value": value["Value"],
        "Tags": {
            row["Key"]: row["Value"]
            for row in ssm.list_tags_for_resource(ResourceType="Parameter", ResourceId=found.id)["TagList"]
        },
    }
