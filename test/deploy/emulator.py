"""The AWS emulator of the deployment suite: moto's server, with the faults mended that stop the CDK's own command line.

Run as: python emulator.py PORT. Listens on 127.0.0.1 alone.

Each mend makes the emulator do what CloudFormation does; none makes it accept more, or show a resource that it does not
keep. What it ignores stays ignored, and is listed in not-proven.yaml.
"""

import json
import os
import re
import sys
import threading
import time
import traceback
import types

from moto import backends
from moto.autoscaling import models as autoscaling
from moto.cloudformation import models as cloudformation
from moto.cloudformation import parsing
from moto.cloudformation.exceptions import CloudFormationError, ValidationError
from moto.cloudformation.responses import CloudFormationResponse
from moto.core.responses import ActionResult, EmptyResult
from moto.elbv2 import models as elbv2
from moto.kms import models as kms
from moto.rds import models as rds
from moto.route53 import models as route53
from moto.server import main
from moto.ssm import models as ssm


class ChangeSetNotFound(CloudFormationError):
    code = "ChangeSetNotFound"


def mend_change_sets():
    """CloudFormation knows change sets by stack and name, fails a stack with the reason, and shows its template,
    parameters and outputs once a change set has run. moto takes the change set of another stack for one of that name,
    answers a fault with a server error, takes the change set as done when the client tries it again, and shows outputs
    only after an update."""
    backend = cloudformation.CloudFormationBackend
    execute_change_set = backend.execute_change_set

    def named(response):
        name, stack = response._get_param("ChangeSetName"), response._get_param("StackName")
        for key, one in response.cloudformation_backend.change_sets.items():
            if name in (key, one.change_set_name) and (not stack or stack in (one.stack_name, one.stack_id)):
                return key
        return None

    def describe(response):
        key = named(response)
        if not key:
            raise ChangeSetNotFound(f"ChangeSet [{response._get_param('ChangeSetName')}] does not exist")
        return ActionResult(response.cloudformation_backend.change_sets[key])

    def delete(response):
        response.cloudformation_backend.change_sets.pop(named(response), None)
        return EmptyResult()

    def execute(response):
        self = response.cloudformation_backend
        change_set = self.change_sets[named(response)]
        stack = self.stacks[change_set.stack_id]
        try:
            execute_change_set(self, change_set.change_set_id)
        except Exception as fault:
            traceback.print_exc()
            stack.status = f"{change_set.change_set_type}_FAILED"
            stack._add_stack_event(stack.status, resource_status_reason=f"{type(fault).__name__}: {fault}")
            return EmptyResult()
        stack._parse_template()
        defaults = {name: one.get("Default") for name, one in stack.template_dict.get("Parameters", {}).items()}
        stack.parameters = {**defaults, **change_set.parameters}
        stack.resource_map.input_parameters = stack.parameters
        stack.output_map = stack._create_output_map()
        return EmptyResult()

    CloudFormationResponse.describe_change_set = describe
    CloudFormationResponse.delete_change_set = delete
    CloudFormationResponse.execute_change_set = execute


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


def mend_previous_parameters():
    """The previous value of a parameter that names an SSM parameter is that name; moto takes what it held."""

    def previous(stack):
        values = dict(stack.resource_map.resolved_parameters)
        for name, parameter in stack.template_dict.get("Parameters", {}).items():
            if parameter["Type"].startswith("AWS::SSM::Parameter::"):
                values[name] = stack.parameters.get(name, parameter.get("Default"))
        return values

    cloudformation.Stack.stack_parameters = property(previous)


def mend_listeners_without_shown_certificate():
    """Where a template issues the certificate itself, moto, which ignores that, has none to put into the listener."""
    create = elbv2.FakeListener.create_from_cloudformation_json.__func__

    def create_without(cls, resource_name, cloudformation_json, *others, **named):
        properties = cloudformation_json["Properties"]
        properties["Certificates"] = [one for one in properties.get("Certificates", []) if one.get("CertificateArn")]
        return create(cls, resource_name, cloudformation_json, *others, **named)

    elbv2.FakeListener.create_from_cloudformation_json = classmethod(create_without)


def mend_zones_of_region():
    """Fn::GetAZs of no region gives the stack's own zones; moto's always those of one region."""
    clean_json = parsing.clean_json

    def clean(value, resources):
        if isinstance(value, dict) and value.get("Fn::GetAZs") == "":
            value = {"Fn::GetAZs": resources["AWS::Region"]}
        return clean_json(value, resources)

    parsing.clean_json = clean


def mend_updates():
    """moto forgets a resource whose update it does not know; here it stays, and is seen not to have changed."""
    update = parsing.parse_and_update_resource

    def update_or_keep(logical_id, resource_json, resources_map, *others, **named):
        updated = update(logical_id, resource_json, resources_map, *others, **named)
        return updated if updated is not None else resources_map._parsed_resources.get(logical_id)

    parsing.parse_and_update_resource = update_or_keep


def mend_updates_of_groups():
    """CloudFormation updates an Auto Scaling group in place; moto makes a new one under a new name."""
    update = autoscaling.FakeAutoScalingGroup.update_from_cloudformation_json.__func__

    def update_in_place(cls, original_resource, new_resource_name, **named):
        return update(cls, original_resource, original_resource.name, **named)

    autoscaling.FakeAutoScalingGroup.update_from_cloudformation_json = classmethod(update_in_place)


class Name(str):
    """A name that passes for the named thing: some of moto's code reads the name of a reference."""

    name = property(str)


def mend_references_of_databases():
    """A reference to a group of parameters or subnets is its name; moto passes on the group itself, and tells no id."""
    rds.DBParameterGroup.physical_resource_id = property(lambda group: group.name)
    rds.DBSubnetGroup.physical_resource_id = property(lambda group: Name(group.name))


def mend_parameters():
    """CloudFormation names a parameter that the template names not, and takes its tags as a map; moto fails on both."""
    create = ssm.Parameter.create_from_cloudformation_json.__func__

    def create_named(cls, resource_name, cloudformation_json, *others, **named):
        properties = cloudformation_json["Properties"]
        properties.setdefault("Name", f"CFN-{resource_name}")
        if isinstance(properties.get("Tags"), dict):
            properties["Tags"] = [{"Key": key, "Value": value} for key, value in properties["Tags"].items()]
        return create(cls, resource_name, cloudformation_json, *others, **named)

    ssm.Parameter.create_from_cloudformation_json = classmethod(create_named)


def mend_policies_of_keys():
    """The policy of a key is kept as text; moto's stacks keep the template's, and the service fails to read it."""
    create = kms.Key.create_from_cloudformation_json.__func__

    def create_with_text(cls, resource_name, cloudformation_json, *others, **named):
        properties = cloudformation_json["Properties"]
        properties["KeyPolicy"] = json.dumps(properties["KeyPolicy"])
        return create(cls, resource_name, cloudformation_json, *others, **named)

    kms.Key.create_from_cloudformation_json = classmethod(create_with_text)


def mend_ids_of_zones():
    """Ids of hosted zones begin with Z, and descriptions are held to that; moto's begin with any letter."""
    create_id = route53.create_route53_zone_id
    route53.create_route53_zone_id = lambda *args, **named: "Z" + create_id(*args, **named)[1:]


def add_regular_expressions_of_paths():
    """Load balancers take regular expressions of paths, of 128 characters at most; moto knows patterns alone."""
    backend = elbv2.ELBv2Backend
    validate = backend._validate_path_pattern_condition

    def validate_also_expressions(self, condition):
        expressions = condition.get("PathPatternConfig", {}).get("RegexValues")
        if not expressions:
            return validate(self, condition)
        for expression in expressions:
            if len(expression) > 128:
                raise ValidationError("ListenerRule", message=f"The regular expression is too long: {expression}")
            re.compile(expression)
        return None

    backend._validate_path_pattern_condition = validate_also_expressions


def add_termination_protection():
    """CloudFormation deletes no stack that is protected; moto does not know the setting's change, and heeds it not."""

    def update_termination_protection(self):
        stack = self.cloudformation_backend.get_stack(self._get_param("StackName"))
        wanted = self._get_param("EnableTerminationProtection")
        stack.enable_termination_protection = str(wanted).lower() == "true"
        return ActionResult({"StackId": stack.stack_id})

    backend = cloudformation.CloudFormationBackend
    delete_stack = backend.delete_stack

    def delete(self, name_or_stack_id):
        for stack in self.stacks.values():
            if name_or_stack_id in (stack.name, stack.stack_id) and stack.enable_termination_protection:
                raise ValidationError(
                    stack.name,
                    message=f"Stack [{stack.name}] cannot be deleted while TerminationProtection is enabled",
                )
        delete_stack(self, name_or_stack_id)

    CloudFormationResponse.update_termination_protection = update_termination_protection
    backend.delete_stack = delete


def end_with(parent):
    """Ends when the suite has ended, however that came."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


if __name__ == "__main__":
    mend_change_sets()
    mend_zones_of_region()
    mend_updates()
    mend_updates_of_groups()
    mend_references_of_databases()
    mend_deletions()
    mend_previous_parameters()
    mend_listeners_without_shown_certificate()
    mend_ids_of_zones()
    mend_policies_of_keys()
    mend_parameters()
    add_regular_expressions_of_paths()
    add_termination_protection()
    threading.Thread(target=end_with, args=[os.getppid()], daemon=True).start()
    sys.exit(main(["-H", "127.0.0.1", "-p", sys.argv[1]]))
