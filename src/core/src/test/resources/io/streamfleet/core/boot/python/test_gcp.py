# The adapter of Google Cloud against a metadata server, a Secret Manager and a Compute Engine on loopback.
import base64
import json
import os
import unittest
from unittest import mock

import gcp
import gcp_group
import google_clouds
import guard
from common import Refused, Transient


class Loopback(unittest.TestCase):
    def setUp(self):
        self.google = google_clouds.Loopback()
        self.addCleanup(self.google.server_close)
        self.addCleanup(self.google.shutdown)
        patch = mock.patch.dict(os.environ, self.google.environment)
        patch.start()
        self.addCleanup(patch.stop)
        self.cloud = gcp.Cloud({"project": "live-project"})


class Checksum(unittest.TestCase):
    def test_published_values(self):
        # The check value of CRC-32C, and those of RFC 3720, B.4.
        self.assertEqual(0xE3069283, gcp.crc32c(b"123456789"))
        self.assertEqual(0x8A9136AA, gcp.crc32c(bytes(32)))
        self.assertEqual(0x62A8AB43, gcp.crc32c(b"\xff" * 32))
        self.assertEqual(0x46DD794E, gcp.crc32c(bytes(range(32))))


class Adapter(Loopback):
    def refused(self, error, text, name="live"):
        with self.assertRaisesRegex(error, text) as caught:
            self.cloud.secret(name)
        self.assertNotIn("canary", str(caught.exception))

    def test_identity_is_the_instance_id_but_no_number(self):
        self.assertEqual("gce-4711000000000000001", self.cloud.instance_id())

    def test_answer_without_the_flavor_is_no_metadata(self):
        self.google.flavor = "Other"
        with self.assertRaisesRegex(Transient, "what answers at 127.0.0.1:[0-9]+ is not Google's metadata server"):
            self.cloud.instance_id()

    def test_metadata_down_is_transient(self):
        self.google.metadata_problems.append(503)
        with self.assertRaisesRegex(Transient, "instance metadata instance/id answers 503"):
            self.cloud.instance_id()

    def test_no_metadata_server_is_transient(self):
        with mock.patch.dict(os.environ, {"GCE_METADATA_HOST": "127.0.0.1:1"}):
            with self.assertRaisesRegex(Transient, "127.0.0.1:1 does not answer"):
                gcp.Cloud({"project": "live-project"}).instance_id()

    def test_secret_is_read_by_name_or_whole_path(self):
        self.google.secrets["projects/live-project/secrets/live"] = "text"
        self.google.secrets["projects/other/secrets/live"] = "other"
        self.assertEqual("text", self.cloud.secret("live"))
        self.assertEqual("other", self.cloud.secret("projects/other/secrets/live"))

    def test_renewed_token_is_used(self):
        self.google.secrets["projects/live-project/secrets/live"] = "text"
        self.cloud.secret("live")
        self.google.token = "canary-renewed"
        self.assertEqual("text", self.cloud.secret("live"))

    def test_secret_that_is_not_there_is_refused(self):
        self.refused(Refused, "secret live does not exist in live-project or has no version; make it, see")

    def test_disabled_version_is_refused(self):
        self.google.problems.append((400, "FAILED_PRECONDITION", "Secret Version is in DISABLED state."))
        self.refused(Refused, "secret live: its latest version is disabled or destroyed; enable it or add another")

    def test_what_may_pass_is_transient(self):
        for code, status in ((403, "PERMISSION_DENIED"), (401, "UNAUTHENTICATED"), (429, "RESOURCE_EXHAUSTED"),
                             (500, "INTERNAL"), (503, "UNAVAILABLE")):
            self.google.problems.append((code, status, "not now"))
            self.refused(Transient, "secret live: %s not now" % status)

    def test_error_that_is_no_json_keeps_its_code(self):
        for text in ("<html>", "[]", '{"error": "x"}', '{"error": {"code": 502}}', "null"):
            self.google.texts.append((502, text))
            self.refused(Transient, "secret live: error 502 ")

    def test_answer_that_holds_no_text_is_refused(self):
        data = base64.b64encode(b"\xff\xfe").decode()
        for text in ("", "[]", "null", "{}", '{"payload": {}}', '{"payload": {"data": 1}}', '{"payload": {"data": "%"}}',
                     json.dumps({"payload": {"data": data}})):
            self.google.texts.append((200, text))
            self.refused(Refused, "secret live holds no text; give it a JSON text")

    def test_damaged_answer_is_transient_and_no_checksum_is_fine(self):
        data = base64.b64encode(b"canary").decode()
        self.google.texts.append((200, json.dumps({"payload": {"data": data, "dataCrc32c": "1"}})))
        self.refused(Transient, "secret live: the answer is damaged")
        self.google.texts.append((200, json.dumps({"payload": {"data": data}})))
        self.assertEqual("canary", self.cloud.secret("live"))

    def test_no_service_account_yet_is_transient(self):
        del self.google.metadata["instance/service-accounts/default/token"]
        self.refused(Transient, "this server has no service account yet")

    def test_token_that_is_none_is_transient(self):
        for text in ("<html>", "[]", "{}", '{"access_token": 1}', '{"access_token": "canary\\n"}'):
            self.google.metadata["instance/service-accounts/default/token"] = text
            self.refused(Transient, "the service account's token is not there yet")


class Group(Loopback):
    def setUp(self):
        super().setUp()
        self.google.group(3, "europe-west1", size=3, least=2)
        self.group = gcp_group.Group({"project": "live-project"})

    def test_group_is_the_one_that_made_the_server(self):
        group = self.group.group()
        self.assertEqual("projects/42/regions/europe-west1/instanceGroupManagers/live", group["name"])
        self.assertEqual((2, 3), (group["min"], group["desired"]))
        self.assertEqual({"live-0": "InService", "live-1": "InService", "live-2": "InService"},
                         {name: member["state"] for name, member in group["members"].items()})
        self.assertIn(self.group.me(), group["members"])

    def test_group_without_autoscaler_has_its_size_as_minimum(self):
        self.google.answers["live"].pop("status")
        self.assertEqual(3, self.group.group()["min"])

    def test_schedule_that_runs_raises_the_minimum(self):
        scaler = self.google.answers["live-scaler"]
        scaler["autoscalingPolicy"]["scalingSchedules"] = {"match": {"minRequiredReplicas": 8, "durationSec": 27000},
                                                           "show": {"minRequiredReplicas": 5, "durationSec": 3600}}
        for match, show, least in (("READY", "READY", 2), ("READY", "ACTIVE", 5), ("ACTIVE", "ACTIVE", 8),
                                   ("OBSOLETE", "DISABLED", 2)):
            scaler["scalingScheduleStatus"] = {"match": {"state": match}, "show": {"state": show}}
            self.assertEqual(least, self.group.group()["min"])
        # What nothing is said of may be running.
        for told in ({}, {"show": {"state": "READY"}}, None):
            scaler["scalingScheduleStatus"] = told
            self.assertEqual(8, self.group.group()["min"])

    def test_members_on_their_way_are_not_in_service(self):
        self.google.managed[1]["currentAction"] = "DELETING"
        self.google.managed[2]["instanceStatus"] = "STOPPING"
        states = {name: member["state"] for name, member in self.group.group()["members"].items()}
        self.assertEqual({"live-0": "InService", "live-1": "DELETING", "live-2": "NONE"}, states)

    def test_every_page_of_members_is_read(self):
        self.google.page = 2
        self.assertEqual(3, len(self.group.group()["members"]))

    def test_leave_deletes_itself_alone_and_in_its_own_minute(self):
        group = self.group.group()
        with mock.patch("time.time", lambda: 3 * 60 * 1000 + 60):
            with self.assertRaisesRegex(Transient, "waits for its turn to leave"):
                self.group.leave(group, True)
        self.assertEqual([], self.google.deleted)
        with mock.patch("time.time", lambda: 3 * 60 * 1000 + 59):
            self.group.leave(group, True)
        self.assertEqual([["zones/europe-west1-b/instances/live-0"]], self.google.deleted)

    def test_no_two_members_have_one_minute(self):
        group, turns = self.group.group(), []
        for minute in range(3):
            for name in group["members"]:
                self.group.name = name
                with mock.patch("time.time", lambda: minute * 60):
                    try:
                        self.group.leave(group, True)
                        turns.append((minute, name))
                    except Transient:
                        pass
        self.assertEqual([(0, "live-0"), (1, "live-1"), (2, "live-2")], turns)

    def test_server_of_no_group_is_transient(self):
        for name in ("", "projects/42/zones/europe-west1-b/instanceGroupManagers/live"):
            self.google.metadata["instance/attributes/created-by"] = name
            with self.assertRaisesRegex(Transient, "names no regional instance group"):
                self.group.group()

    def test_right_not_granted_is_transient(self):
        self.google.problems.append((403, "PERMISSION_DENIED", "Required 'compute.instanceGroupManagers.get'"))
        with self.assertRaisesRegex(Transient, "live: PERMISSION_DENIED Required 'compute.instanceGroupManagers.get'"):
            self.group.group()

    def test_answer_that_is_no_object_is_transient(self):
        for text in ("", "[]"):
            self.google.texts.append((200, text))
            with self.assertRaisesRegex(Transient, "live: the answer is no"):
                self.group.group()

    def test_nothing_tells_of_leaving(self):
        self.assertFalse(self.group.leaving())

    def test_guard_removes_an_idle_server_down_to_the_minimum(self):
        settings = {"rollout": "keep", "idle": 120, "retireAfter": 3600, "heartbeat": 900, "bound": 3600, "protect": False,
                    "hook": "drain", "server": "red5pro.service"}
        tick = lambda sessions, state: guard.tick(1, self.group, lambda: sessions, settings, state)[0]
        with mock.patch("guard.write_whole"), mock.patch("time.time", lambda: 0):
            with mock.patch("time.monotonic", lambda: 3599):
                self.assertEqual("keep", tick(0, {"idle": 0})["decision"])
            with mock.patch("time.monotonic", lambda: 3600):
                self.assertEqual("wait", tick(2, {"idle": 0})["decision"])
                self.assertEqual([], self.google.deleted)
                self.assertEqual({"decision": "leave", "why": "idle", "sessions": 0, "done": "asked to be terminated"},
                                 tick(0, {"idle": 0}))
                self.assertEqual(1, len(self.google.deleted))
                self.google.answers["live"]["targetSize"] = 2
                self.assertEqual("keep", tick(0, {"idle": 0})["decision"])
        self.assertEqual(1, len(self.google.deleted))
