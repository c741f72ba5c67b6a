"""Tests of the reading back that the deployment suite rests on, in the emulator but without the CDK: what a service
shows otherwise than the template says is reported, and nothing else is.

python3 test/deploy/test_compare.py
"""

import copy
import json
import os
import sys
import unittest

sys.dont_write_bytecode = True
for setting in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
    os.environ[setting] = "emulated"

import boto3  # noqa: E402 - reads the environment
from moto import mock_aws  # noqa: E402

from cdk import changes  # noqa: E402 - leaves no cache beside the sources
from change_sets import details  # noqa: E402
from compare import Deployed, agrees  # noqa: E402

REGION, ACCOUNT = "eu-west-1", "123456789012"
RULE = {"GroupId": {"Fn::GetAtt": ["Group", "GroupId"]}, "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443}
TRUST = {
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}
    ],
}
TEMPLATE = {
    "Resources": {
        "Vpc": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16"}},
        "Group": {
            "Type": "AWS::EC2::SecurityGroup",
            "Properties": {"GroupDescription": "servers", "VpcId": {"Ref": "Vpc"}},
        },
        "Rule": {"Type": "AWS::EC2::SecurityGroupIngress", "Properties": {**RULE, "CidrIp": "192.0.2.0/24"}},
        "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": TRUST}},
        "Note": {
            "Type": "AWS::SSM::Parameter",
            "Properties": {"Name": "/note", "Type": "String", "Value": {"Fn::Join": ["", ["vpc:", {"Ref": "Vpc"}]]}},
        },
    },
    "Outputs": {"Where": {"Value": {"Ref": "Vpc"}}},
}


class ReadBack(unittest.TestCase):
    def setUp(self):
        self.emulator = mock_aws()
        self.emulator.start()
        self.addCleanup(self.emulator.stop)
        self.client = lambda service: boto3.client(service, region_name=REGION)
        self.client("cloudformation").create_stack(StackName="live", TemplateBody=json.dumps(TEMPLATE))
        self.template = copy.deepcopy(TEMPLATE)

    def check(self):
        return Deployed(self.client, self.template, "live", REGION, ACCOUNT).check()

    def id(self, logical):
        return Deployed(self.client, self.template, "live", REGION, ACCOUNT).physical[logical]

    def properties(self, logical):
        return self.template["Resources"][logical]["Properties"]

    def assert_different(self, *keys):
        found = self.check()
        self.assertEqual(sorted(found.different), sorted(keys))
        self.assertEqual((found.faults, found.absent), ([], {}))

    def test_check_asTheTemplateSays_everyPropertyAgrees(self):
        found = self.check()
        self.assertEqual((found.faults, found.different, found.absent, found.outputs()), ([], {}, {}, {}))
        said = {
            f"{resource['Type']}.{name}"
            for resource in TEMPLATE["Resources"].values()
            for name in resource["Properties"]
        }
        self.assertEqual(set(found.agreed), said)

    def test_check_anyPropertySaidOtherwise_told(self):
        for logical, name, other in (
            ("Vpc", "CidrBlock", "10.1.0.0/16"),
            ("Group", "GroupDescription", "others"),
            ("Group", "VpcId", "vpc-0123456789abcdef0"),
            ("Note", "Type", "StringList"),
            ("Note", "Value", {"Fn::Join": ["", ["of:", {"Ref": "Vpc"}]]}),
        ):
            with self.subTest(logical=logical, name=name):
                self.template = copy.deepcopy(TEMPLATE)
                self.properties(logical)[name] = other
                self.assert_different(f"{TEMPLATE['Resources'][logical]['Type']}.{name}")

    def test_check_valueOverwritten_told(self):
        self.client("ssm").put_parameter(Name="/note", Value="another", Type="String", Overwrite=True)
        self.assert_different("AWS::SSM::Parameter.Value")

    def test_check_trustInAnother_told(self):
        trust = json.dumps(TRUST).replace("ec2.", "lambda.")
        self.client("iam").update_assume_role_policy(RoleName=self.id("Role"), PolicyDocument=trust)
        self.assert_different("AWS::IAM::Role.AssumeRolePolicyDocument")

    def test_check_aStatementMore_told(self):
        trust = {**TRUST, "Statement": TRUST["Statement"] * 2}
        self.client("iam").update_assume_role_policy(RoleName=self.id("Role"), PolicyDocument=json.dumps(trust))
        self.assert_different("AWS::IAM::Role.AssumeRolePolicyDocument")

    def test_check_ruleThatNobodySaid_told(self):
        self.client("ec2").authorize_security_group_ingress(
            GroupId=self.id("Group"), IpProtocol="tcp", FromPort=22, ToPort=22, CidrIp="0.0.0.0/0"
        )
        (fault,) = self.check().faults
        self.assertIn("Group: lets in", fault)
        self.assertIn("0.0.0.0/0", fault)

    def test_check_resourceGone_absent(self):
        self.client("ssm").delete_parameter(Name="/note")
        self.client("ec2").revoke_security_group_ingress(
            GroupId=self.id("Group"), IpProtocol="tcp", FromPort=443, ToPort=443, CidrIp="192.0.2.0/24"
        )
        found = self.check()
        self.assertEqual(found.absent, {"AWS::EC2::SecurityGroupIngress": ["Rule"]})
        (fault,) = found.faults
        self.assertIn("Note: AWS::SSM::Parameter cannot be read back: ParameterNotFound", fault)

    def test_check_typeWithoutReader_told(self):
        self.template["Resources"]["Vpc"]["Type"] = "AWS::EC2::Other"
        self.assertIn("Vpc: the emulator keeps AWS::EC2::Other now; write a reader for it", self.check().faults)

    def test_outputs_ofAnother_told(self):
        self.template["Outputs"]["Where"]["Value"] = {"Ref": "Group"}
        self.assertEqual(list(self.check().outputs()), ["Where"])


class Agreement(unittest.TestCase):
    def test_agrees_membersThatNobodySaid_areDefaults(self):
        self.assertTrue(agrees({"a": "1"}, {"a": "1", "b": "2"}))

    def test_agrees_memberMissing_not(self):
        self.assertFalse(agrees({"a": "1", "b": "2"}, {"a": "1"}))

    def test_agrees_itemsInAnotherOrder_yes(self):
        self.assertTrue(agrees(["1", "2"], ["2", "1"]))

    def test_agrees_itemMoreOrLess_not(self):
        self.assertFalse(agrees(["1"], ["1", "2"]))
        self.assertFalse(agrees(["1", "2"], ["1"]))
        self.assertFalse(agrees(["1", "1"], ["1", "2"]))


class Change(unittest.TestCase):
    def test_details_changedProperties_withWhatCloudFormationMakesOfThem(self):
        old = {"Type": "AWS::RDS::DBInstance", "Properties": {"DBInstanceClass": "a", "DBName": "b", "Port": "1"}}
        new = {"Type": "AWS::RDS::DBInstance", "Properties": {"DBInstanceClass": "c", "DBName": "d", "Port": "1"}}
        targets = [one["Target"] for one in details(REGION, old, new)]
        self.assertEqual(
            {target["Name"]: target["RequiresRecreation"] for target in targets},
            {"DBInstanceClass": "Never", "DBName": "Always"},
        )

    def test_changes_ofADiff_areActionTypeNameRemarkAndProperties(self):
        said = "\n".join(
            (
                "Resources",
                "[~] AWS::RDS::DBInstance Cluster/Database ClusterDatabase1 replace",
                " ├─ [~] DBName (requires replacement)",
                " │   ├─ [-] a",
                " └─ [+] Port",
                "[+] AWS::EC2::EIP Cluster/Address Address2",
            )
        )
        self.assertEqual(
            changes(said),
            {
                ("~", "AWS::RDS::DBInstance", "ClusterDatabase1", "replace"): {"DBName", "Port"},
                ("+", "AWS::EC2::EIP", "Address2", ""): set(),
            },
        )


if __name__ == "__main__":
    unittest.main()
