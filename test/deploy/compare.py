"""Compares what a template says with what services show, property by property."""

import base64
import json
import re

from readers import READERS, Absent, Found, identity, rules_of
from resolve import HIDDEN, Resolver, Unknown


def plain(value):
    """One form for what services and templates write differently: numbers and booleans as text."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return str(value)


def agrees(said, seen):
    """All that is said is seen. Members that nobody said are the service's defaults; more items in a list are not."""
    if isinstance(said, dict):
        return isinstance(seen, dict) and all(key in seen and agrees(item, seen[key]) for key, item in said.items())
    if isinstance(said, list) or isinstance(seen, list):
        said = said if isinstance(said, list) else [said]
        rest = list(seen) if isinstance(seen, list) else [seen]
        if len(said) != len(rest):
            return False
        for item in said:
            match = next((other for other in rest if agrees(item, other)), None)
            if match is None:
                return False
            rest.remove(match)
        return True
    if HIDDEN in said:
        return isinstance(seen, str) and re.fullmatch(".*".join(map(re.escape, said.split(HIDDEN))), seen, re.DOTALL)
    return said == seen


def parts(properties):
    """Properties; bags of settings are taken apart, so that one that is not shown hides no other."""
    for name, value in properties.items():
        if name == "LaunchTemplateData":
            yield from ((f"{name}.{key}", item) for key, item in value.items())
        elif name in ("LoadBalancerAttributes", "TargetGroupAttributes"):
            yield from ((f"{name}.{row['Key']}", row["Value"]) for row in value)
        else:
            yield name, value


def seen_parts(shown):
    for name, value in shown.items():
        if name in ("LoadBalancerAttributes", "TargetGroupAttributes"):
            yield from ((f"{name}.{row['Key']}", row["Value"]) for row in value)
        else:
            yield name, value


class Deployed:
    """A deployed stack, read back.

    agreed: "Type.Property" of what agrees, with the resources. different: of what does not, with a reason each.
    absent: types that the emulator does not keep, with the resources.
    """

    def __init__(self, client, template, stack_name, region, account):
        self.client = client
        self.template = template
        self.shown = {}
        self.agreed, self.different, self.absent = {}, {}, {}
        self.faults = []
        listed = client("cloudformation").describe_stack_resources(StackName=stack_name)["StackResources"]
        # A rule of a security group has no id that anything refers to; moto makes it, and tells none.
        self.physical = {
            row["LogicalResourceId"]: row.get("PhysicalResourceId", "")
            for row in listed
            if row.get("PhysicalResourceId") or row.get("ResourceType") == "AWS::EC2::SecurityGroupIngress"
        }
        self.resolve = Resolver(
            template, self.physical, self.attribute, region, account, stack_name, self.parameters(client)
        )

    def parameters(self, client):
        values = {}
        for name, parameter in self.template.get("Parameters", {}).items():
            assert parameter["Type"].startswith("AWS::SSM::Parameter::Value"), f"parameter {name} is of no known type"
            values[name] = client("ssm").get_parameter(Name=parameter["Default"])["Parameter"]["Value"]
        return values

    def attribute(self, logical, name):
        attributes = {}
        if logical in self.physical:
            try:
                attributes = self.read(logical).get("@", {})
            except Absent:
                pass
        if name not in attributes:
            raise Unknown(f"{name} of {logical} ({self.template['Resources'][logical]['Type']})")
        return attributes[name]

    def soft(self, value):
        """Resolves what can be; what cannot stays out, member by member."""
        if isinstance(value, dict) and not any(key == "Ref" or key.startswith("Fn::") for key in value):
            return {
                key: item for key, item in ((key, self.soft(item)) for key, item in value.items()) if item is not None
            }
        try:
            return self.resolve(value)
        except Unknown:
            return None

    def read(self, logical):
        if logical not in self.shown:
            resource = self.template["Resources"][logical]
            found = Found(self.client, self.physical[logical], self.soft(resource.get("Properties", {})))
            self.shown[logical] = READERS[resource["Type"]](found)
        return self.shown[logical]

    def check(self):
        for logical, resource in self.template["Resources"].items():
            kind = resource["Type"]
            if logical not in self.physical:
                self.absent.setdefault(kind, []).append(logical)
            elif kind not in READERS:
                self.faults.append(f"{logical}: the emulator keeps {kind} now; write a reader for it")
            else:
                self.check_resource(logical, kind, resource.get("Properties", {}))
        self.check_firewall()
        return self

    def check_resource(self, logical, kind, properties):
        try:
            shown = dict(seen_parts(self.read(logical)))
        except Absent:
            # Said to be created, and its service shows none: ignored all the same.
            self.absent.setdefault(kind, []).append(logical)
            return
        except Exception as fault:
            self.faults.append(f"{logical}: {kind} cannot be read back: {type(fault).__name__}: {fault}")
            return
        for name, said in parts(properties):
            key = f"{kind}.{name}"
            if name == "LaunchTemplateData.UserData":
                said = said["Fn::Base64"]
                shown[name] = base64.b64decode(shown[name]).decode()
            self.resolve.blank = True
            wanted = plain(self.resolve(said))
            self.resolve.blank = False
            if wanted == HIDDEN:
                self.different.setdefault(key, {})[logical] = f"refers to what is not shown: {json.dumps(said)}"
            elif name not in shown:
                self.different.setdefault(key, {})[logical] = "not shown"
            elif agrees(wanted, plain(shown[name])):
                self.agreed.setdefault(key, []).append(logical)
            else:
                seen = json.dumps(plain(shown[name]), sort_keys=True)[:300]
                wanted = json.dumps(wanted, sort_keys=True)[:300]
                self.different.setdefault(key, {})[logical] = f"said {wanted}, shown {seen}"

    def check_firewall(self):
        """No group of the stack lets in more than its rules say."""
        said = {}
        for resource in self.template["Resources"].values():
            if resource["Type"] == "AWS::EC2::SecurityGroupIngress":
                rule = self.resolve(resource["Properties"])
                said.setdefault(rule["GroupId"], []).append(identity(rule))
        for logical, resource in self.template["Resources"].items():
            if resource["Type"] != "AWS::EC2::SecurityGroup":
                continue
            group = self.physical[logical]
            answer = self.client("ec2").describe_security_groups(GroupIds=[group])["SecurityGroups"][0]
            for rule in rules_of(answer["IpPermissions"]):
                if identity(rule) not in said.get(group, []):
                    self.faults.append(f"{logical}: lets in {identity(rule)}, which no rule of the template says")

    def outputs(self):
        """Outputs that differ from what the template says, with a reason each."""
        stack = self.client("cloudformation").describe_stacks(StackName=self.resolve.pseudo["AWS::StackName"])[
            "Stacks"
        ][0]
        seen = {row["OutputKey"]: row["OutputValue"] for row in stack.get("Outputs", [])}
        wrong = {}
        for name, output in self.template.get("Outputs", {}).items():
            wanted = str(self.resolve(output["Value"]))
            if seen.get(name) != wanted:
                wrong[name] = f"said {wanted}, shown {seen.get(name)}"
        return wrong
