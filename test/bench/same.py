"""Tells whether two templates, or two stacks of Terraform, make the same resources, whatever their ids are called."""

import hashlib
import json
import re
from collections import Counter

# A name tells of what is at most so many references away: more than any chain of these templates, and the same in both.
ROUNDS = 12


# An expression of Terraform's; what begins with two dollars is text.
EXPRESSION = re.compile(r"((?<!\$)\$\{[^}]*\})")

# What an expression can refer to: local values, ephemeral and other resources.
ADDRESS = re.compile(r"(?<![\w.-])(local\.[\w-]+|(?:ephemeral\.)?[a-z0-9]+_[a-z0-9_]+\.[A-Za-z0-9_-]+)")


def of_terraform(stack):
    """Returns a stack of Terraform's in the form of a template: references stand by themselves, so that they can be renamed."""
    resources = {}
    for what, prefix in (("resource", ""), ("ephemeral", "ephemeral.")):
        for kind, of_kind in stack.get(what, {}).items():
            for name, resource in of_kind.items():
                own = {key: parted(value) for key, value in resource.items() if key not in ("//", "depends_on")}
                resources[f"{prefix}{kind}.{name}"] = {
                    "Type": prefix + kind,
                    "Properties": own,
                    "DependsOn": resource.get("depends_on", []),
                }
    for name, value in stack.get("locals", {}).items():
        resources[f"local.{name}"] = {"Type": "local", "Properties": parted(value)}
    apart = ("//", "resource", "ephemeral", "locals", "output")
    rest = {key: parted(value) for key, value in stack.items() if key not in apart}
    outputs = {name: parted(value) for name, value in stack.get("output", {}).items()}
    return {"Resources": resources, "Outputs": outputs, **rest}


def parted(value):
    if isinstance(value, str):
        parts = [part for text in EXPRESSION.split(value) for part in (ADDRESS.split(text) if text[:2] == "${" else [text])]
        return value if len(parts) == 1 else parts
    if isinstance(value, list):
        return [parted(each) for each in value]
    if isinstance(value, dict):
        return {key: parted(each) for key, each in value.items()}
    return value


def differences(ours, theirs):
    """Returns what differs, a line each, ours first; nothing where both make the same."""
    counts = [Counter(resource["Type"] for resource in each["Resources"].values()) for each in (ours, theirs)]
    found = [
        f"{kind}: {counts[0][kind]} and {counts[1][kind]}"
        for kind in sorted(counts[0] | counts[1])
        if counts[0][kind] != counts[1][kind]
    ]
    if found:
        return found
    names = [canonical_names(each) for each in (ours, theirs)]
    resources = [
        Counter(text(resource, own) for resource in meaning(each).values()) for each, own in zip((ours, theirs), names)
    ]
    rest = [text({k: v for k, v in each.items() if k != "Resources"}, own) for each, own in zip((ours, theirs), names)]
    if resources[0] == resources[1] and rest[0] == rest[1]:
        return []
    return readable(ours, theirs) or ["resources refer to each other in another way", *refer(resources)]


def meaning(template):
    """Drops what says nothing of the resource itself, and the order of what it waits for."""
    kept = {}
    for name, resource in template["Resources"].items():
        resource = {key: value for key, value in resource.items() if key != "Metadata"}
        if "DependsOn" in resource:
            waits = resource["DependsOn"]
            resource["DependsOn"] = [waits] if isinstance(waits, str) else waits
        kept[name] = resource
    return kept


def canonical_names(template):
    """Names each resource by what it is and by what it refers to, however far away."""
    resources = meaning(template)
    names = {name: resource["Type"] for name, resource in resources.items()}
    for _ in range(ROUNDS):
        names = {
            name: resource["Type"] + " " + hashlib.sha256(text(resource, names).encode()).hexdigest()[:24]
            for name, resource in resources.items()
        }
    return names


def text(value, names):
    return json.dumps(renamed(value, names), sort_keys=True)


def renamed(value, names):
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        return [renamed(each, names) for each in value]
    if isinstance(value, dict):
        return {
            key: sorted(renamed(each, names)) if key == "DependsOn" else renamed(each, names)
            for key, each in value.items()
        }
    return value


def readable(ours, theirs):
    """Pairs what is alike but for names, and shows the rest, with the types in place of the names."""
    alike = []
    for template in (ours, theirs):
        resources = meaning(template)
        types = {name: resource["Type"] for name, resource in resources.items()}
        alike.append(Counter(text(resource, types) for resource in resources.values()))
        alike[-1].update(
            "output " + name + " " + text(value, types) for name, value in template.get("Outputs", {}).items()
        )
        alike[-1].update(
            name + " " + text(value, types) for name, value in template.items() if name not in ("Resources", "Outputs")
        )
    return [
        f"{side}: {each}" for side, own in (("ours", alike[0] - alike[1]), ("theirs", alike[1] - alike[0])) for each in sorted(own)
    ]


def refer(resources):
    return [f"ours: {each}" for each in sorted(resources[0] - resources[1])][:3]
