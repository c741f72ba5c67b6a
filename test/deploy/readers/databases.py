"""Databases and their groups."""

from readers.base import only, own_tags, reader, same, shown


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
