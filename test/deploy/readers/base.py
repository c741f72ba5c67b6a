"""What all readers are made with."""

import ast
import json
import urllib.parse

READERS = {}


class Absent(Exception):
    """The service does not know the resource."""


class Found:
    """What a reader looks for: client(service), the physical id, the properties as the template says them."""

    def __init__(self, client, physical, properties):
        self.client = client
        self.id = physical
        self.properties = properties


def reader(type_name):
    def register(function):
        READERS[type_name] = function
        return function

    return register


def only(items, what):
    items = list(items)
    if len(items) != 1:
        raise Absent(f"{len(items)} of {what}")
    return items[0]


def shown(source, **names):
    """Picks members of an answer under CloudFormation's names; those that are not there, or null, are left out."""
    return {name: source[key] for name, key in names.items() if source.get(key) is not None}


def same(source, *names):
    return shown(source, **{name: name for name in names})


def own_tags(tags):
    return [{"Key": tag["Key"], "Value": tag["Value"]} for tag in tags or [] if not tag["Key"].startswith("aws:")]


def document(text):
    """A policy document. moto shows those that a role holds in line in Python's way of writing, not in JSON."""
    if not isinstance(text, str):
        return text
    text = urllib.parse.unquote(text)
    try:
        return json.loads(text)
    except ValueError:
        return ast.literal_eval(text)
