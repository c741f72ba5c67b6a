"""Tests of what the benchmark is made of, but for its comparison: python3 test/bench/test_bench.py"""

import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
from clouds import Aws, Azure, Google  # noqa: E402 - leaves no cache beside the sources
from processes import Failed, Run, shortened  # noqa: E402
from sides import Sides  # noqa: E402


def of_google(script):
    return {"resource": {"google_compute_region_instance_template": {"T": {"metadata": {"startup-script": script}}}}}


class Boot(unittest.TestCase):
    def test_boot_ofAws_namesItsValues(self):
        parts = ["a", {"Fn::GetAtt": ["D", "Endpoint.Address"]}, "b"]
        data = {"UserData": {"Fn::Base64": {"Fn::Join": ["", parts]}}}
        template = {"Resources": {"T": {"Type": "AWS::EC2::LaunchTemplate", "Properties": {"LaunchTemplateData": data}}}}
        self.assertEqual(Aws().boot(template), {"userData": ["a", {"value": "databaseHost"}, "b"]})

    def test_boot_ofGoogle_namesItsValues(self):
        script = "host ${google_sql_database_instance.D_1.private_ip_address}."
        self.assertEqual(Google().boot(of_google(script)), {"script": ["host ", {"value": "databaseHost"}, "."]})

    def test_boot_ofAzure_namesItsValues(self):
        script = "${azurerm_user_assigned_identity.I_1.client_id} at ${azurerm_mysql_flexible_server.D_1.fqdn}"
        expected = ["", {"value": "identity"}, " at ", {"value": "databaseHost"}, ""]
        self.assertEqual(Azure().boot({"locals": {"L_1": script}}), {"script": expected})

    def test_boot_escapedReference_isText(self):
        script = "$${azurerm_user_assigned_identity.I_1.client_id} ${HOME}"
        self.assertEqual(Azure().boot({"locals": {"L_1": script}}), {"script": [script]})

    def test_boot_unknownValue_fails(self):
        with self.assertRaisesRegex(Failed, "does not know: .*azurerm_virtual_network.N_1.guid"):
            Azure().boot({"locals": {"L_1": "${azurerm_virtual_network.N_1.guid}"}})


class Descriptions(unittest.TestCase):
    def test_describe_manyOfEachCloud_apart(self):
        with tempfile.TemporaryDirectory() as work:
            clouds = [Aws(), Google(), Azure()]
            sides = Sides(clouds, Path(work), 10)
            made = [sides.describe(cloud, number) for cloud in clouds for number in (0, 1, 10, 999)]
            for key in ("name", "domain", "prefix"):
                values = [cluster[key] for cluster in made]
                begins = [(a, b) for a in values for b in values if a is not b and b.startswith(a)]
                self.assertEqual(begins, [], key)
            text = sides.file(made[-1]).read_text(encoding="utf-8")
            for line in ("name: azure-0999\n", "domain: azure-0999.example.com\n", "  prefix: node-0999-azure\n"):
                self.assertIn(line, text)


class Runs(unittest.TestCase):
    def test_run_commandsInTurn_areAddedUp(self):
        run = Run([["sleep", "0.2"], ["sleep", "0.3"]], 10)
        self.assertGreater(run.seconds, 0.5)

    def test_run_oneThatFails_isToldWithItsWords(self):
        with self.assertRaisesRegex(Failed, r"(?s)ended with status 3: sh -c .*\nno luck$"):
            Run([["true"], ["sh", "-c", "echo no luck >&2; exit 3"]], 10)

    def test_run_oneThatTakesTooLong_isEnded(self):
        with self.assertRaisesRegex(Failed, "took longer than 1 s: sleep 60; give --limit more"):
            Run([["sleep", "60"]], 1)

    def test_shortened_manyFiles_leavesThemOut(self):
        self.assertEqual(shortened(["a", *map(str, range(1000))], most=4), "a 0 1 … 999")


if __name__ == "__main__":
    unittest.main()
