"""Names, logs, buckets, topics, parameters."""

from readers.base import Absent, only, own_tags, reader, same, shown


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
        **same(its, "Description", "Name", "Tier", "Type"),
        "Value": value["Value"],
        "Tags": {
            row["Key"]: row["Value"]
            for row in ssm.list_tags_for_resource(ResourceType="Parameter", ResourceId=found.id)["TagList"]
        },
    }
