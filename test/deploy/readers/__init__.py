"""Reads resources back through their services' own interfaces, in the shape that CloudFormation describes them in.

A reader takes a Found (the clients, the physical id, the resolved properties to find it by) and returns what its
service shows: property names to values, and attributes under "@". A property that the service does not show is left
out, never guessed. Absent means that the service does not know the resource.
"""

from readers import databases, load_balancers, network, permissions, servers, stores
from readers.base import READERS, Absent, Found
from readers.firewall import identity, rules_of

__all__ = ["READERS", "Absent", "Found", "identity", "rules_of"]
