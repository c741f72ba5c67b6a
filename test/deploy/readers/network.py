"""Networks: ranges, routes, gateways, their logs."""

from readers.base import only, own_tags, reader, same


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
