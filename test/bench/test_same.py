"""Tests of the comparison that the benchmark rests on: python3 test/bench/test_same.py"""

import copy
import json
import sys
import unittest

sys.dont_write_bytecode = True
from same import differences, of_terraform  # noqa: E402 - leaves no cache beside the sources

TEMPLATE = {
    "Resources": {
        "A1": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16"}},
        "B1": {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": {"Ref": "A1"}, "CidrBlock": "10.0.0.0/24"}},
        "B2": {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": {"Ref": "A1"}, "CidrBlock": "10.0.1.0/24"}},
        "C1": {"Type": "AWS::EC2::EIP", "Metadata": {"a": 1}, "DependsOn": ["B1", "A1"]},
        "C2": {"Type": "AWS::EC2::EIP", "DependsOn": ["B2"]},
    },
    "Outputs": {"Address": {"Value": {"Ref": "C1"}}},
}


def changed(change):
    template = copy.deepcopy(TEMPLATE)
    change(template["Resources"], template)
    return differences(TEMPLATE, template)


class Same(unittest.TestCase):
    def test_differences_otherNamesAndOrder_none(self):
        text = json.dumps(TEMPLATE)
        for name in ("A1", "B1", "B2", "C1", "C2"):
            text = text.replace(f'"{name}"', f'"Other{name}"')
        template = json.loads(text)
        template["Resources"] = dict(reversed(template["Resources"].items()))
        template["Resources"]["OtherC1"]["DependsOn"].reverse()
        del template["Resources"]["OtherC1"]["Metadata"]
        self.assertEqual(differences(TEMPLATE, template), [])

    def test_differences_aResourceMore_toldByType(self):
        found = changed(lambda resources, _: resources.update(D={"Type": "AWS::EC2::EIP"}))
        self.assertEqual(found, ["AWS::EC2::EIP: 2 and 3"])

    def test_differences_otherProperty_toldOfBothSides(self):
        found = changed(lambda resources, _: resources["A1"]["Properties"].update(CidrBlock="10.1.0.0/16"))
        self.assertEqual(len(found), 2)
        self.assertIn("10.0.0.0/16", found[0])
        self.assertIn("10.1.0.0/16", found[1])

    def test_differences_referenceToAnotherOfItsType_told(self):
        self.assertTrue(changed(lambda resources, _: resources["C2"].update(DependsOn=["B1"])))

    def test_differences_dependencyLess_told(self):
        self.assertTrue(changed(lambda resources, _: resources["C1"].update(DependsOn=["B1"])))

    def test_differences_policyOfDeletion_told(self):
        self.assertTrue(changed(lambda resources, _: resources["A1"].update(DeletionPolicy="Retain")))

    def test_differences_outputOfAnother_told(self):
        self.assertTrue(changed(lambda _, template: template["Outputs"]["Address"].update(Value={"Ref": "C2"})))


STACK = {
    "//": {"metadata": {"stackName": "a"}},
    "resource": {
        "google_compute_network": {"N_1": {"//": {"metadata": {}}, "name": "a"}},
        "google_compute_subnetwork": {
            "S_1": {"network": "${google_compute_network.N_1.id}", "depends_on": ["google_compute_network.N_1"]}
        },
    },
    "output": {"id": {"value": "at ${google_compute_subnetwork.S_1.id}!"}},
}

# What Terraform encodes or decodes is referred to within an expression.
STACK_OF_EXPRESSIONS = {
    "locals": {"L_1": "host: ${azurerm_mysql_flexible_server.D_1.fqdn}, $${local.L_1}", "L_2": "another"},
    "ephemeral": {"azurerm_key_vault_secret": {"E_1": {"name": "first"}, "E_2": {"name": "second"}}},
    "resource": {
        "azurerm_mysql_flexible_server": {
            "D_1": {"password_wo": "${jsondecode(ephemeral.azurerm_key_vault_secret.E_1.value).databasePassword}"}
        },
        "azurerm_linux_virtual_machine_scale_set": {
            "G_1": {
                "custom_data": "${base64encode(local.L_1)}",
                "pools": ["${azurerm_application_gateway.A_1.id}/backendAddressPools/managers"],
            }
        },
        "azurerm_application_gateway": {"A_1": {"name": "a"}},
    },
}


def other(stack, change):
    return differences(of_terraform(stack), of_terraform(json.loads(change(json.dumps(stack)))))


class SameOfTerraform(unittest.TestCase):
    def other(self, change):
        return other(STACK, change)

    def test_differences_otherNamesOfResources_none(self):
        self.assertEqual(self.other(lambda text: text.replace("N_1", "Net_2").replace("S_1", "Sub_2")), [])

    def test_differences_otherAttributeReferredTo_found(self):
        self.assertEqual(len(self.other(lambda text: text.replace("N_1.id", "N_1.name"))), 2)

    def test_differences_referenceToNothing_found(self):
        self.assertEqual(len(self.other(lambda text: text.replace("N_1.id", "N_2.id"))), 2)

    def test_differences_orderingGone_found(self):
        change = lambda text: text.replace('["google_compute_network.N_1"]', "[]")  # noqa: E731 - one line says it
        self.assertEqual(len(self.other(change)), 2)

    def test_differences_otherOutput_found(self):
        self.assertEqual(len(self.other(lambda text: text.replace("at $", "in $"))), 2)


class SameOfExpressions(unittest.TestCase):
    def other(self, old, new):
        return other(STACK_OF_EXPRESSIONS, lambda text: text.replace(old, new))

    def test_differences_otherNames_none(self):
        def renamed(text):
            for name in ("L_2", "E_1", "E_2", "D_1", "G_1", "A_1"):
                text = text.replace(name, f"Other_{name}")
            return text.replace('"L_1"', '"Script"').replace("(local.L_1)", "(local.Script)")

        self.assertEqual(other(STACK_OF_EXPRESSIONS, renamed), [])

    def test_differences_otherLocalReferredTo_found(self):
        self.assertTrue(self.other("(local.L_1)", "(local.L_2)"))

    def test_differences_otherTextOfLocal_found(self):
        self.assertEqual(len(self.other("host: ", "port: ")), 2)

    def test_differences_otherAttributeWithinLocal_found(self):
        self.assertEqual(len(self.other("D_1.fqdn", "D_1.name")), 2)

    def test_differences_escapedReference_isText(self):
        self.assertEqual(len(self.other("$${local.L_1}", "$${local.L_2}")), 2)

    def test_differences_otherFunction_found(self):
        self.assertEqual(len(self.other("base64encode(", "base64gzip(")), 2)

    def test_differences_otherSecretReferredTo_found(self):
        self.assertTrue(self.other("secret.E_1.value", "secret.E_2.value"))

    def test_differences_otherKeyOfSecret_found(self):
        self.assertEqual(len(self.other(".databasePassword", ".nodePassword")), 2)

    def test_differences_otherNameOfSecret_found(self):
        self.assertEqual(len(self.other('"name": "first"', '"name": "third"')), 2)

    def test_differences_aLocalMore_toldByType(self):
        found = self.other('"L_2": "another"', '"L_2": "another", "L_3": "one more"')
        self.assertEqual(found, ["local: 2 and 3"])

    def test_differences_otherEndBehindReference_found(self):
        self.assertEqual(len(self.other("backendAddressPools/managers", "backendAddressPools/nodes")), 2)


if __name__ == "__main__":
    unittest.main()
