"""Changes of descriptions, and what cdk diff shows of each: nothing less, nothing more."""

# What takes tags in the templates of this project, and by which property. Everything else takes none.
TAGGED = {
    **{
        f"AWS::{name}": {"Tags"}
        for name in (
            "AutoScaling::AutoScalingGroup",
            "CertificateManager::Certificate",
            "CloudWatch::Alarm",
            "EC2::EIP",
            "EC2::FlowLog",
            "EC2::InternetGateway",
            "EC2::NatGateway",
            "EC2::RouteTable",
            "EC2::SecurityGroup",
            "EC2::Subnet",
            "EC2::VPC",
            "ElasticLoadBalancingV2::ListenerRule",
            "ElasticLoadBalancingV2::LoadBalancer",
            "ElasticLoadBalancingV2::TargetGroup",
            "IAM::Role",
            "KMS::Key",
            "Logs::LogGroup",
            "RDS::DBInstance",
            "RDS::DBParameterGroup",
            "RDS::DBSubnetGroup",
            "S3::Bucket",
            "SNS::Topic",
            "SSM::Parameter",
            "SecretsManager::Secret",
        )
    },
    "AWS::EC2::LaunchTemplate": {"TagSpecifications", "LaunchTemplateData"},
    "AWS::Route53::HostedZone": {"HostedZoneTags"},
}


def all_tags(template):
    return {("~", kind, logical): TAGGED[kind] for logical, kind in types(template) if kind in TAGGED}


def types(template):
    return [(logical, resource["Type"]) for logical, resource in template["Resources"].items()]


def every(kind, *properties):
    """Every resource of a type changes these properties."""
    return lambda template: {("~", kind, logical): set(properties) for logical, one in types(template) if one == kind}


def together(*parts):
    return lambda template: {key: value for part in parts for key, value in part(template).items()}


def added(kind, logical):
    return lambda template: {("+", kind, logical): set()}


UNPROTECTED = together(
    every("AWS::ElasticLoadBalancingV2::LoadBalancer", "LoadBalancerAttributes"),
    every("AWS::RDS::DBInstance", "DeletionProtection"),
)
"""What protect: false changes beside the protection of the stack itself, which is no part of its template."""

# Of each description: what changes, the text as shipped, the text in its place, what is shown.
CHANGES = {
    "red5-aws.yaml": [
        (
            "a tag",
            "webrtc: true\n",
            "webrtc: true\ntags: { team: live }\n",
            all_tags,
        ),
        (
            "another instance type",
            "  instanceType: c5.large\n",
            "  instanceType: c5.xlarge\n",
            every("AWS::EC2::LaunchTemplate", "LaunchTemplateData"),
        ),
        (
            "the admin API opened to an office",
            "\nnodes:\n",
            "\nentry: { adminFrom: [198.51.100.0/24] }\n\nnodes:\n",
            together(
                added("AWS::ElasticLoadBalancingV2::ListenerRule", "ClusterEntryAdminRule69840F2F"),
                every("AWS::AutoScaling::AutoScalingGroup", "DependsOn"),
            ),
        ),
        (
            "more servers at most",
            "group: { min: 2, max: 6 }",
            "group: { min: 2, max: 8 }",
            every("AWS::AutoScaling::AutoScalingGroup", "MaxSize"),
        ),
    ],
    "red5-aws-existing.yaml": [
        (
            "the admin API for one office less",
            "adminFrom: [198.51.100.0/24, 203.0.113.7/32]",
            "adminFrom: [198.51.100.0/24]",
            lambda template: {
                ("~", kind, logical): {"Conditions"}
                for logical, kind in types(template)
                if kind == "AWS::ElasticLoadBalancingV2::ListenerRule" and "Admin" in logical
            },
        ),
        (
            "more servers at least",
            "group: { min: 3, max: 9 }",
            "group: { min: 4, max: 9 }",
            every("AWS::AutoScaling::AutoScalingGroup", "MinSize"),
        ),
    ],
}
