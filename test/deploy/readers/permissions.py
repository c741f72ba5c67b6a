"""Roles, policies, keys."""

from readers.base import Absent, document, own_tags, reader, same, shown


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
