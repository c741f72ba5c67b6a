"""Resolves a template's intrinsic functions against what was deployed, by CloudFormation's rules."""

import base64
import re


HIDDEN = "\0"
"""Stands for what the emulator does not show."""


class Unknown(Exception):
    """A value comes from a resource that the emulator does not show."""


class Resolver:
    """References and attributes of one deployed stack.

    physical: logical id to physical id, of the resources that the emulator shows. attribute: gives an attribute of a
    resource, by logical id and name. Neither guesses: what is not shown raises Unknown.
    """

    def __init__(self, template, physical, attribute, region, account, stack_name, parameters):
        self.template = template
        self.physical = physical
        self.attribute = attribute
        self.region = region
        self.pseudo = {
            "AWS::AccountId": account,
            "AWS::Region": region,
            "AWS::Partition": "aws",
            "AWS::StackName": stack_name,
            "AWS::URLSuffix": "amazonaws.com",
        }
        self.parameters = parameters
        # In a blank goes HIDDEN for what is not shown, so that all around it can be compared.
        self.blank = False

    def __call__(self, value):
        if isinstance(value, list):
            return [self(item) for item in value]
        if not isinstance(value, dict):
            return value
        if len(value) == 1:
            name, argument = next(iter(value.items()))
            if name == "Ref":
                return self.ref(argument)
            if name.startswith("Fn::"):
                return self.function(name, argument)
        return {key: self(item) for key, item in value.items()}

    def ref(self, name):
        if name in self.pseudo:
            return self.pseudo[name]
        if name in self.parameters:
            return self.parameters[name]
        if name not in self.physical:
            return self.hidden(f"Ref {name} ({self.type_of(name)})")
        return self.physical[name]

    def hidden(self, what):
        if not self.blank:
            raise Unknown(what)
        return HIDDEN

    def function(self, name, argument):
        match name:
            case "Fn::GetAtt":
                logical, attribute = argument if isinstance(argument, list) else argument.split(".", 1)
                try:
                    return self.attribute(logical, attribute)
                except Unknown as unknown:
                    return self.hidden(str(unknown))
            case "Fn::Join":
                return argument[0].join(str(part) for part in self(argument[1]))
            case "Fn::Select":
                return self(argument[1])[int(argument[0])]
            case "Fn::Split":
                return self(argument[1]).split(argument[0])
            case "Fn::GetAZs":
                region = self(argument) or self.region
                return [region + letter for letter in "abcd"]
            case "Fn::Base64":
                return base64.b64encode(self(argument).encode()).decode()
            case "Fn::Sub":
                text, own = argument if isinstance(argument, list) else (argument, {})
                return re.sub(r"\$\{([^!}]+)\}", lambda match: str(self.substitute(match[1], own)), text)
            case _:
                raise AssertionError(
                    f"{name} is in no template of this project so far: resolve it in test/deploy/resolve.py"
                )

    def substitute(self, name, own):
        if name in own:
            return self(own[name])
        return self.function("Fn::GetAtt", name) if "." in name else self.ref(name)

    def type_of(self, logical):
        return self.template["Resources"].get(logical, {}).get("Type", "no such resource")
