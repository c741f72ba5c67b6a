"""The emulator's change sets, mended: by stack and name, with reasons, and with the properties that change."""

import traceback

from cfnlint.schema import PROVIDER_SCHEMA_MANAGER
from moto.cloudformation import models as cloudformation
from moto.cloudformation.exceptions import CloudFormationError
from moto.cloudformation.responses import CloudFormationResponse
from moto.core.responses import ActionResult, EmptyResult

REPLACEMENT = (("Always", "True"), ("Conditionally", "Conditional"))


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


def recreation(schema, name):
    """Whether another value of a property makes a new resource, as CloudFormation's schema of its type says."""
    for word, key in (("Always", "createOnlyProperties"), ("Conditionally", "conditionalCreateOnlyProperties")):
        for path in schema.get(key, []):
            # A part of a property that cannot be changed may be what changed.
            if path.split("/")[2:3] == [name]:
                return word if path == f"/properties/{name}" else "Conditionally"
    return "Never"


def details(region, old, new):
    """What CloudFormation tells of a modified resource: each property that changes, and whether it is made anew."""
    before, after = old.get("Properties", {}), new.get("Properties", {})
    schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema(region, new["Type"]).schema
    return [
        {
            "Target": {"Attribute": "Properties", "Name": name, "RequiresRecreation": recreation(schema, name)},
            "Evaluation": "Static",
            "ChangeSource": "DirectModification",
        }
        for name in sorted({*before, *after})
        if before.get(name) != after.get(name)
    ]


def tell_changed_properties():
    """CloudFormation's change sets name the properties that change, and cdk diff hides what they name not; moto's name
    the resources alone."""
    diff = cloudformation.ChangeSet.diff

    def diff_with_details(self):
        changes = diff(self)
        old, new = self.stack.resource_map._resource_json_map, self.template_dict["Resources"]
        for change in changes:
            if change.action == "Modify":
                name = change.logical_resource_id
                change.details = details(self.stack.region_name, old[name], new[name])
                words = {one["Target"]["RequiresRecreation"] for one in change.details}
                change.replacement = next((said for word, said in REPLACEMENT if word in words), "False")
        return changes

    cloudformation.ChangeSet.diff = diff_with_details


def mend_previous_parameters():
    """The previous value of a parameter that names an SSM parameter is that name; moto takes what it held."""

    def previous(stack):
        values = dict(stack.resource_map.resolved_parameters)
        for name, parameter in stack.template_dict.get("Parameters", {}).items():
            if parameter["Type"].startswith("AWS::SSM::Parameter::"):
                values[name] = stack.parameters.get(name, parameter.get("Default"))
        return values

    cloudformation.Stack.stack_parameters = property(previous)
