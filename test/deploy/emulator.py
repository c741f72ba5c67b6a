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

from moto.autoscaling import models as autoscaling
from moto.cloudformation import models as cloudformation
from moto.cloudformation import parsing
from moto.cloudformation.exceptions import ValidationError
from moto.cloudformation.responses import CloudFormationResponse
from moto.core.responses import ActionResult
from moto.elbv2 import models as elbv2
from moto.kms import models as kms
from moto.rds import models as rds
from moto.route53 import models as route53
from moto.server import main
from moto.ssm import models as ssm

from change_sets import mend_change_sets, mend_previous_parameters, tell_changed_properties
from deletions import mend_deletions


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
    tell_changed_properties()
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
