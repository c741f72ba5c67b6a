"""The emulator's deletions, mended: in the order that CloudFormation heeds, and of types that moto passes over."""

import sys
import types

from moto import backends
from moto.cloudformation import parsing


def references(value):
    """Logical ids that a template's value refers to."""
    if isinstance(value, list):
        return set().union(*map(references, value))
    if not isinstance(value, dict):
        return set()
    found = set().union(*map(references, value.values()))
    if isinstance(value.get("Ref"), str):
        found.add(value["Ref"])
    if isinstance(value.get("Fn::GetAtt"), list):
        found.add(value["Fn::GetAtt"][0])
    return found


def refuse_while_referred_to(resources, logical_id):
    """CloudFormation deletes against the order of references and dependencies; moto in any order."""
    for other, said in resources._resource_json_map.items():
        if (
            other == logical_id
            or resources._parsed_resources.get(other) is None
            or said.get("DeletionPolicy") == "Retain"
        ):
            continue
        if logical_id in references(said) or logical_id in said.get("DependsOn", []):
            raise RuntimeError(f"{other} refers to {logical_id}")


def mend_deletions():
    """CloudFormation deletes what it created; moto passes over these types without a word, then cannot delete what
    they are in. Each is deleted by moto's own service, which refuses while something depends on it, and tried again."""

    def detach_and_delete(policy, services):
        for role in list(services.iam.roles.values()):
            if policy.arn in role.managed_policies:
                services.iam.detach_role_policy(policy.arn, role.name)
        services.iam.delete_policy(policy.arn)

    ways = {
        "AWS::EC2::EIP": lambda one, its: its.ec2.release_address(allocation_id=one.allocation_id),
        "AWS::EC2::FlowLog": lambda one, its: its.ec2.delete_flow_logs([one.id]),
        "AWS::EC2::InternetGateway": lambda one, its: its.ec2.delete_internet_gateway(one.id),
        "AWS::EC2::NatGateway": lambda one, its: its.ec2.delete_nat_gateway(one.id),
        "AWS::EC2::Route": lambda one, its: delete_route(one, its),
        "AWS::EC2::RouteTable": lambda one, its: its.ec2.delete_route_table(one.id),
        "AWS::EC2::SecurityGroupIngress": lambda one, its: revoke(one, its),
        "AWS::EC2::VPCGatewayAttachment": lambda one, its: detach_gateway(one, its),
        "AWS::ElasticLoadBalancingV2::TargetGroup": lambda one, its: its.elbv2.delete_target_group(one.arn),
        "AWS::IAM::ManagedPolicy": detach_and_delete,
        "AWS::Route53::HostedZone": lambda one, its: its.route53.delete_hosted_zone(one.id),
    }

    def delete_route(route, its):
        # moto takes no order; a table that went first took its routes with it.
        if route.route_table.id in its.ec2.route_tables:
            its.ec2.delete_route(route.route_table.id, route.destination_cidr_block)

    def detach_gateway(attachment, its):
        for gateway in its.ec2.internet_gateways.values():
            if gateway.vpc is not None and gateway.vpc.id == attachment.vpc_id:
                its.ec2.detach_internet_gateway(gateway.id, attachment.vpc_id)

    def revoke(rule, its):
        said = rule.properties
        source, cidr = said.get("SourceSecurityGroupId"), said.get("CidrIp")
        its.ec2.revoke_security_group_ingress(
            group_name_or_id=said["GroupId"],
            ip_protocol=said["IpProtocol"],
            from_port=said["FromPort"],
            to_port=said["ToPort"],
            ip_ranges=[{"CidrIp": cidr, "Description": said.get("Description")}] if cidr else [],
            source_groups=[{"GroupId": source}] if source else [],
        )

    delete_resource = parsing.ResourceMap._delete_resource

    def delete(self, parsed_resource, resource_json):
        kind = resource_json["Type"]
        try:
            if getattr(self, "whole_stack_goes", False):
                refuse_while_referred_to(self, parsed_resource.logical_resource_id)
            if kind in ways:
                account, region = self._account_id, self._region_name
                services = types.SimpleNamespace(
                    ec2=backends.get_backend("ec2")[account][region],
                    elbv2=backends.get_backend("elbv2")[account][region],
                    iam=backends.get_backend("iam")[account]["aws"],
                    route53=backends.get_backend("route53")[account]["aws"],
                )
                ways[kind](parsed_resource, services)
            else:
                delete_resource(self, parsed_resource, resource_json)
        except Exception as fault:
            print(f"waits: {kind}: {type(fault).__name__}: {fault}", file=sys.stderr, flush=True)
            raise

    delete_all = parsing.ResourceMap.delete

    def delete_stack(self):
        self.whole_stack_goes = True
        delete_all(self)

    parsing.ResourceMap._delete_resource = delete
    parsing.ResourceMap.delete = delete_stack
