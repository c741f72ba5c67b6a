"""Security groups and their rules."""

from readers.base import only, own_tags, reader, same, shown


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
