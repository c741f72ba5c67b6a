"""What the benchmark has to know of each cloud: its description, its app in JavaScript, and what both sides write."""

import json
import re

from processes import Failed, ROOT
from same import of_terraform


class Aws:
    """What is measured on AWS: one template for each description."""

    name = "AWS"
    key = "aws"
    description = ROOT / "stacks/specs/red5-aws.yaml"
    # Where the app lies, and the arguments that choose it there.
    sources = ROOT / "test/bench/javascript"
    choice = []
    # What of the installation is this project's own.
    bindings = []
    output = "cdk.out"
    has_validation = True
    # How many times JavaScript's time is sane for one description, far from the goal: for a busy machine.
    sane_ratio = 3.0

    def replacements(self, cluster, number):
        cluster["range"] = f"10.{20 + number % 200}"
        return [("cidr", f"{cluster['range']}.0.0/16")]

    def template(self, output, name):
        return json.loads((output / f"{name}.template.json").read_text(encoding="utf-8"))

    def boot(self, template):
        """Returns what the app in JavaScript takes as given: the start-up script, in which it puts values of its own."""
        values = {"Endpoint.Address": "databaseHost", "Fn::Select": "defaultZone", "SecretAttachment": "databaseSecret"}
        for resource in template["Resources"].values():
            if resource["Type"] == "AWS::EC2::LaunchTemplate":
                parts = resource["Properties"]["LaunchTemplateData"]["UserData"]["Fn::Base64"]["Fn::Join"][1]
                return {"userData": [part if isinstance(part, str) else value_of(json.dumps(part), values) for part in parts]}
        raise Failed("a template without launch template")

    def comparable(self, template):
        return template


class Terraform:
    """What is measured on a cloud of Terraform's: one stack for each description."""

    sources = ROOT / "test/bench/cdktf"
    output = "cdktf.out"
    has_validation = False
    # CDKTF starts in a fraction of the time that a JVM takes.
    sane_ratio = 8.0

    def replacements(self, cluster, number):
        return []

    def template(self, output, name):
        return json.loads((output / "stacks" / name / "cdk.tf.json").read_text(encoding="utf-8"))

    def boot(self, stack):
        # Every second part is a reference.
        parts = re.split(r"(?<!\$)(\$\{[a-z0-9_]+\.[\w-]+\.[a-z_]+\})", self.script(stack))
        return {"script": [value_of(part, self.values) if at % 2 else part for at, part in enumerate(parts)]}

    def comparable(self, stack):
        return of_terraform(stack)


class Google(Terraform):
    """What is measured on Google Cloud."""

    name = "Google Cloud"
    key = "google"
    description = ROOT / "stacks/specs/red5-google.yaml"
    choice = ["google"]
    bindings = ["google"]
    values = {".private_ip_address": "databaseHost"}

    def script(self, stack):
        template = next(iter(stack["resource"]["google_compute_region_instance_template"].values()))
        return template["metadata"]["startup-script"]


class Azure(Terraform):
    """What is measured on Azure."""

    name = "Azure"
    key = "azure"
    description = ROOT / "stacks/specs/red5-azure.yaml"
    choice = ["azure"]
    bindings = ["azurerm", "time"]
    values = {".client_id": "identity", ".fqdn": "databaseHost"}

    def script(self, stack):
        return next(iter(stack["locals"].values()))


def value_of(part, values):
    """Returns a reference as the name of what the app in JavaScript has of its own."""
    for sign, name in values.items():
        if sign in part:
            return {"value": name}
    raise Failed(f"a start-up script holds a value that the app in JavaScript does not know: {part}")
