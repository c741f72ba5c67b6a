# The adapter of Azure against a metadata service, a Key Vault and a Resource Manager on loopback.
import os
import unittest
from unittest import mock

import az
import az_group
import azure_clouds
import guard
import guard_rules
from common import Refused, Transient

SETTINGS = {"vault": "https://live.vault.azure.net", "identity": "the-identity"}


def notice(name="managers_0", kind="Terminate", status="Scheduled"):
    return {"EventId": "event-of-" + name, "EventType": kind, "ResourceType": "VirtualMachine", "Resources": [name],
            "EventStatus": status, "NotBefore": "Mon, 11 Apr 2022 22:26:58 GMT", "EventSource": "User"}


class Loopback(unittest.TestCase):
    def setUp(self):
        self.azure = azure_clouds.Loopback()
        self.addCleanup(self.azure.server_close)
        self.addCleanup(self.azure.shutdown)
        patch = mock.patch.dict(os.environ, self.azure.environment)
        patch.start()
        self.addCleanup(patch.stop)
        self.cloud = az.Cloud(SETTINGS)


class Adapter(Loopback):
    def refused(self, error, text, cloud=None):
        with self.assertRaisesRegex(error, text) as caught:
            (cloud or self.cloud).secret("live")
        self.assertNotIn("canary", str(caught.exception))

    def test_identity_is_the_machines_id(self):
        self.assertEqual("02aab8a4-74ef-476e-8182-f6d2ba4166a6", self.cloud.instance_id())

    def test_metadata_that_does_not_say_it_is_transient(self):
        for compute in ({}, [], {"vmId": 1}, {"vmId": ""}):
            self.azure.compute = compute
            with self.assertRaisesRegex(Transient, "instance metadata has no vmId"):
                self.cloud.instance_id()

    def test_metadata_down_is_transient(self):
        self.azure.metadata_problems.append((503, ""))
        with self.assertRaisesRegex(Transient, "instance metadata instance/compute: error 503"):
            self.cloud.instance_id()
        self.azure.metadata_problems.append((200, "<html>"))
        with self.assertRaisesRegex(Transient, "instance metadata instance/compute is no JSON"):
            self.cloud.instance_id()

    def test_no_metadata_service_is_transient(self):
        with mock.patch.dict(os.environ, {"STREAMFLEET_METADATA_ENDPOINT": "http://127.0.0.1:1"}):
            with self.assertRaisesRegex(Transient, "127.0.0.1:1 does not answer"):
                az.Cloud(SETTINGS).instance_id()

    def test_secret_is_read_and_a_renewed_token_used(self):
        self.azure.secrets["live"] = "text"
        self.assertEqual("text", self.cloud.secret("live"))
        self.azure.generation += 1
        self.assertEqual("text", self.cloud.secret("live"))

    def test_vault_of_another_cloud_has_its_own_audience(self):
        self.azure.secrets["live"] = "text"
        self.azure.audience = "https://vault.usgovcloudapi.net"
        cloud = az.Cloud({"vault": "https://live.vault.usgovcloudapi.net/", "identity": "the-identity"})
        self.assertEqual("text", cloud.secret("live"))

    def test_secret_that_is_not_there_is_refused(self):
        self.refused(Refused, "secret live does not exist in live.vault.azure.net; make it, see streamfleet checklist")

    def test_disabled_secret_is_refused(self):
        self.azure.answers.append((403, {"error": {"code": "Forbidden", "message": "Operation get is not allowed on a "
                                                   "disabled secret.", "innererror": {"code": "SecretDisabled"}}}))
        self.refused(Refused, "secret live: its current version is disabled; enable it or add another")

    def test_what_may_pass_is_transient(self):
        for code, kind, inner in ((403, "Forbidden", "ForbiddenByRbac"), (403, "Forbidden", "AccessDenied"),
                                  (401, "Unauthorized", None), (429, "Throttled", None), (500, "InternalServerError", None)):
            told = {"error": {"code": kind, "message": "not now"}}
            if inner:
                told["error"]["innererror"] = {"code": inner}
            self.azure.answers.append((code, told))
            self.refused(Transient, "secret live: %s not now" % (inner or kind))

    def test_error_that_is_no_json_keeps_its_code(self):
        for text in ("<html>", "[]", '{"error": {"x": 1}}', "null"):
            self.azure.answers.append((502, text))
            self.refused(Transient, "secret live: error 502 ")

    def test_answer_that_holds_no_text_is_refused(self):
        for text in ("", "[]", "null", "{}", '{"value": 1}', '{"value": null}', '{"value": "canary'):
            self.azure.answers.append((200, text))
            self.refused(Refused, "secret live holds no text; give it a JSON text")

    def test_identity_not_attached_yet_is_transient(self):
        cloud = az.Cloud(dict(SETTINGS, identity="another"))
        self.refused(Transient, "instance metadata identity/oauth2/token: invalid_request Identity not found", cloud)

    def test_token_that_is_none_is_transient(self):
        for told in ("[]", "{}", '{"access_token": 1}', '{"access_token": "canary\\n"}'):
            self.azure.metadata_problems.append((200, told))
            self.refused(Transient, "the identity's token is not there yet")


class Group(Loopback):
    def setUp(self):
        super().setUp()
        self.azure.scale_set(3, 1, 2)
        self.group = az_group.Group(dict(SETTINGS, retireAfter=3600))

    def states(self):
        return {name: member["state"] for name, member in self.group.group()["members"].items()}

    def test_group_is_the_scale_set(self):
        group = self.group.group()
        self.assertEqual((azure_clouds.SET, 2, 3), (group["name"], group["min"], group["desired"]))
        self.assertEqual({"managers_%d" % i: "InService" for i in range(3)}, self.states())

    def test_group_without_autoscaling_keeps_its_size(self):
        self.azure.scale_set(3)
        self.assertEqual(3, self.group.group()["min"])

    def test_members_on_their_way_are_not_in_service(self):
        self.azure.machines[1]["properties"]["provisioningState"] = "Deleting"
        self.assertEqual("Deleting", self.states()["managers_1"])

    def test_every_page_of_members_is_read(self):
        self.azure.page = 2
        self.assertEqual(3, len(self.group.group()["members"]))

    def test_without_retire_after_nothing_is_asked_of_the_scale_set(self):
        self.azure.answers.append((403, ""))
        group = az_group.Group(SETTINGS).group()
        self.assertEqual({"managers_0": {"state": "InService", "version": "", "protected": False}}, group["members"])
        self.assertEqual(group["min"], group["desired"])

    def test_leave_deletes_itself_alone_and_in_its_own_minute(self):
        group = self.group.group()
        with mock.patch("time.time", lambda: 3 * 60 * 1000 + 60):
            with self.assertRaisesRegex(Transient, "waits for its turn to leave"):
                self.group.leave(group, True)
        self.assertEqual([], self.azure.deleted)
        with mock.patch("time.time", lambda: 3 * 60 * 1000):
            self.group.leave(group, True)
        self.assertEqual([azure_clouds.SET + "/virtualMachines/0"], self.azure.deleted)

    def test_notice_of_another_server_or_kind_is_not_its_own(self):
        self.azure.events = [notice("managers_1"), notice(kind="Reboot")]
        self.assertFalse(self.group.leaving())
        self.azure.events.append(notice())
        self.assertTrue(self.group.leaving())
        self.assertEqual({"managers_0": "Terminating:Wait"}, self.states())

    def test_complete_approves_its_own_notice_once(self):
        self.azure.events = [notice("managers_1"), notice()]
        self.group.complete(self.group.group(), "drain")
        self.azure.events = [notice(status="Started")]
        self.group.complete(self.group.group(), "drain")
        self.assertEqual(["event-of-managers_0"], self.azure.approved)

    def test_right_not_granted_is_transient(self):
        self.azure.answers.append((403, {"error": {"code": "AuthorizationFailed", "message": "no action"}}))
        with self.assertRaisesRegex(Transient, "scale set: AuthorizationFailed no action"):
            self.group.group()

    def test_answer_that_is_no_object_is_transient(self):
        for text in ("", "[]"):
            self.azure.answers.append((200, text))
            with self.assertRaisesRegex(Transient, "scale set: the answer is no"):
                self.group.group()

    def test_guard_waits_for_sessions_and_stops_the_server_before_its_end(self):
        settings = {"rollout": "keep", "idle": 120, "heartbeat": 900, "bound": 780, "protect": False, "hook": "drain",
                    "server": "red5pro.service"}
        self.azure.events = [notice()]
        told, state, count = [], {}, 3
        with mock.patch("subprocess.run") as run, mock.patch("guard.write_whole"), mock.patch("time.monotonic") as clock:
            for moment in (0, 300, 779, 780):
                clock.return_value = moment
                line, state = guard.tick(1, self.group, lambda: count, settings, state)
                told.append(line["decision"])
        self.assertEqual(["heartbeat", "heartbeat", "heartbeat", "complete"], told)
        self.assertEqual(["systemctl", "stop", "red5pro.service"], run.call_args[0][0])
        self.assertEqual(["event-of-managers_0"], self.azure.approved)

    def test_server_without_sessions_goes_at_once(self):
        self.azure.events = [notice()]
        what, why, _ = guard_rules.decide(0, 0, "managers_0", self.group.group(), {"bound": 780, "heartbeat": 900}, {})
        self.assertEqual(("complete", "no session is left"), (what, why))
