"""Deploys descriptions to the AWS emulator by the CDK's command line, and holds what comes out against the template.

Started by test/deploy/run. Prints "ok - ..." and "not ok - ..." lines, the lists of what was proven and what not, and
last "deploy: N passed, N failed".
"""

import argparse
import concurrent.futures
import fcntl
import json
import shutil
import sys
import traceback

import yaml
from botocore.exceptions import ClientError

from cdk import ACCOUNT, ROOT, Cdk, Emulator, changes
from changes import CHANGES, UNPROTECTED
from compare import Deployed
from readers import READERS, Absent, Found
from report import Report, summary
from surroundings import Surroundings, at

SPECS = ROOT / "stacks/specs"
SCRATCH = ROOT / "target/deploy"


class Description:
    """One shipped description, from an empty account to an empty account."""

    def __init__(self, path):
        self.path = path
        self.tree = yaml.safe_load(path.read_text())
        self.name = self.tree["name"]
        self.region = self.tree["aws"]["region"]
        self.report = Report(path.stem)
        self.folder = SCRATCH / path.stem
        self.agreed, self.different, self.absent, self.kinds = {}, {}, {}, set()

    def run(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        try:
            with Emulator(self.folder) as emulator:
                self.client = emulator.client(self.region)
                self.cdk = Cdk(emulator, self.folder, self.region)
                self.surroundings = Surroundings(self.client, self.path.read_text())
                self.text = self.surroundings.make()
                self.steps()
        except Exception:
            self.report("comes to its end", traceback.format_exc())
        return self

    def steps(self):
        status, said = self.cdk.bootstrap()
        if not self.report("cdk bootstrap", None if status == 0 else said):
            return
        if not self.deploys("cdk deploy creates the stack", self.text, "first"):
            return
        self.read_back("what was created is what the template says", "first")
        status, said = self.cdk_on("deploy", self.text, "again", "--require-approval", "never")
        self.report("a second cdk deploy changes nothing", None if status == 0 and "(no changes)" in said else said)
        status, said = self.cdk("diff", "--fail", "-a", self.folder / "again", self.name)
        fine = status == 0 and "There were no differences" in said
        self.report("cdk diff shows nothing, and --fail passes", None if fine else said)
        self.change()
        self.take_down()

    def cdk_on(self, command, text, output, *options):
        """Runs a command on a description's text, the assembly going to a folder of its own."""
        spec = self.folder / f"{output}.yaml"
        spec.write_text(text)
        return self.cdk(command, "-c", f"spec={spec}", "--output", self.folder / output, *options)

    def deploys(self, title, text, output):
        status, said = self.cdk_on("deploy", text, output, "--require-approval", "never")
        stacks = self.stacks()
        done = [stack["StackStatus"] for stack in stacks if stack["StackStatus"].endswith("_COMPLETE")]
        return self.report(title, None if status == 0 and done else said)

    def stacks(self):
        try:
            return self.client("cloudformation").describe_stacks(StackName=self.name)["Stacks"]
        except ClientError:
            # There is none of that name.
            return []

    def template(self, output):
        return json.loads((self.folder / output / f"{self.name}.template.json").read_text())

    def read_back(self, title, output):
        self.deployed = Deployed(self.client, self.template(output), self.name, self.region, ACCOUNT).check()
        self.report(title, self.deployed.faults)
        self.report(
            "the stack's outputs hold what was created",
            [f"{name}: {reason}" for name, reason in self.deployed.outputs().items()],
        )
        self.agreed, self.different = self.deployed.agreed, self.deployed.different
        self.absent = self.deployed.absent
        self.kinds = {resource["Type"] for resource in self.deployed.template["Resources"].values()}

    def change(self):
        text = None
        for number, (what, old, new, expected) in enumerate(CHANGES.get(self.path.name, [])):
            assert self.text.count(old) == 1, f"{old!r} is not once in {self.path.name}"
            text = self.text.replace(old, new)
            self.shows(what, text, f"changed-{number}", expected)
        if text:
            # The last of them is deployed, and read back.
            output = f"changed-{number}"
            before = self.physical_ids()
            if self.deploys(f"cdk deploy updates the stack: {what}", text, output):
                self.text = text
                self.keeps(before)
                self.read_back("what was updated is what the template says", output)

    def physical_ids(self):
        """Logical to physical ids of what the emulator shows."""
        rows = self.client("cloudformation").describe_stack_resources(StackName=self.name)["StackResources"]
        return {row["LogicalResourceId"]: row["PhysicalResourceId"] for row in rows if row.get("PhysicalResourceId")}

    def keeps(self, before):
        after = self.physical_ids()
        faults = [f"{one}: was {id}, is {after.get(one)}" for one, id in before.items() if after.get(one) != id]
        self.report("the update replaced nothing", faults if before else "nothing was there before")

    def shows(self, what, text, output, expected):
        status, said = self.cdk_on("diff", text, output, "--fail")
        # Without a change set, what is replaced is a guess.
        if "Could not create a change set" in said:
            self.report(f"cdk diff makes a change set: {what}", said)
            return
        # Metadata holds acknowledged findings, nothing of the resource.
        seen = {key[:3]: properties - {"Metadata"} for key, properties in changes(said).items()}
        if status != 1:
            self.report(f"cdk diff shows the change and nothing else: {what}", f"status {status}, must be 1: {said}")
            return
        wanted = expected(self.template(output))
        faults = [f"shown, and not expected: {key} {seen[key]}" for key in seen if seen[key] != wanted.get(key)]
        faults += [f"expected, and not shown: {key} {wanted[key]}" for key in wanted if seen.get(key) != wanted[key]]
        remarks = {key[3] for key in changes(said)} - {""}
        faults += [f"replaces or removes: {remarks}"] if remarks else []
        self.report(f"cdk diff shows the change and nothing else: {what}", faults)

    def take_down(self):
        output = "unprotected"
        if self.tree.get("protect", True):
            status, said = self.cdk("destroy", "--force", "-a", self.folder / "again", self.name)
            refused = status != 0 and "TerminationProtection is enabled" in said and self.stacks()
            self.report("cdk destroy is refused while it is protected", None if refused else said)
            open_text = self.text.replace("product: red5\n", "product: red5\nprotect: false\n")
            self.shows("protect: false", open_text, output, UNPROTECTED)
            if not self.deploys("cdk deploy takes the protection away", open_text, output):
                return
        else:
            output = "again"
        self.empty_group()
        template = self.template(output)
        physical = Deployed(self.client, template, self.name, self.region, ACCOUNT)
        # The properties by which resources are found are read while the resources are there.
        found = {
            logical: Found(self.client, physical.physical[logical], physical.soft(resource.get("Properties", {})))
            for logical, resource in template["Resources"].items()
            if logical in physical.physical and logical in self.deployed.shown
        }
        status, said = self.cdk("destroy", "--force", "-a", self.folder / output, self.name)
        self.report("cdk destroy", None if status == 0 and not self.stacks() else said)
        faults = []
        for logical, one in found.items():
            resource = template["Resources"][logical]
            kept = resource.get("DeletionPolicy") == "Retain"
            there = self.is_there(READERS[resource["Type"]], one)
            if there != kept:
                faults.append(f"{logical} ({resource['Type']}) {'is left' if there else 'is gone, and was to be kept'}")
        self.report("what should go is gone, and what is kept is kept", faults)
        lost = [one for one in self.surroundings.kept if not self.exists(one)]
        self.report("what was never the stack's is left alone", [f"gone: {one}" for one in lost])

    def empty_group(self):
        """What the checklist prints: take the servers' protection away, and set the group to nothing."""
        scaling = self.client("autoscaling")
        for group in scaling.describe_auto_scaling_groups()["AutoScalingGroups"]:
            name = group["AutoScalingGroupName"]
            servers = [server["InstanceId"] for server in group["Instances"]]
            if servers:
                scaling.set_instance_protection(
                    AutoScalingGroupName=name, InstanceIds=servers, ProtectedFromScaleIn=False
                )
            scaling.update_auto_scaling_group(AutoScalingGroupName=name, MinSize=0, DesiredCapacity=0)

    def is_there(self, read, one):
        try:
            read(one)
            return True
        except Absent:
            return False
        except ClientError as refused:
            # A server's fault is no sign that something is gone.
            if refused.response["ResponseMetadata"]["HTTPStatusCode"] >= 500:
                raise
            return False

    def exists(self, one):
        """Whether something of the surroundings is there, by the form of its name."""
        try:
            if one.startswith("vpc-"):
                return self.client("ec2").describe_vpcs(VpcIds=[one])["Vpcs"]
            if one.startswith("subnet-"):
                return self.client("ec2").describe_subnets(SubnetIds=[one])["Subnets"]
            if one.startswith("sg-"):
                return self.client("ec2").describe_security_groups(GroupIds=[one])["SecurityGroups"]
            if one.startswith("arn:aws:sns:"):
                return self.client("sns").get_topic_attributes(TopicArn=one)
            if one == at(self.tree, "entry.accessLogs.bucket"):
                return self.client("s3").head_bucket(Bucket=one)
            if one in (at(self.tree, "nodes.keyPair"), at(self.tree, "streamManager.keyPair")):
                return self.client("ec2").describe_key_pairs(KeyNames=[one])["KeyPairs"]
            return self.client("secretsmanager").describe_secret(SecretId=one)
        except ClientError:
            return False


def main():
    parser = argparse.ArgumentParser(prog="test/deploy/run", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="descriptions in stacks/specs. Default: all for AWS")
    parser.add_argument("--jobs", type=int, default=2, help="how many at once. Default: %(default)s")
    options = parser.parse_args()
    paths = sorted(path for path in SPECS.glob("*.yaml") if "\ncloud: aws\n" in path.read_text(encoding="utf-8"))
    chosen = [path for path in paths if not options.names or path.stem in options.names or path.name in options.names]
    if not chosen:
        parser.error(f"no such description; there are {', '.join(path.stem for path in paths)}")
    SCRATCH.mkdir(parents=True, exist_ok=True)
    lock = open(SCRATCH / "lock", "w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        parser.error(f"another run is under way in {SCRATCH}")
    passed = failed = 0
    descriptions = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as workers:
        for one in workers.map(Description.run, [Description(path) for path in chosen]):
            print("\n".join(one.report.lines), flush=True)
            descriptions.append(one)
    proof = summary(descriptions, chosen == paths)
    print("\n".join(proof.lines))
    for report in [proof, *(one.report for one in descriptions)]:
        passed += report.passed
        failed += report.failed
    print(f"deploy: {passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
