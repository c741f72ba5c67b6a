# The guard: what it decides, alone and as a group of many, and what it then does.
import http.client
import json
import os
import random
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

import aws_group
import clouds
import guard
import guard_rules
import red5
from common import Transient

SETTINGS = {"rollout": "idle", "idle": 120, "heartbeat": 3600, "bound": 7200, "protect": True, "hook": "drain",
            "server": "red5pro.service"}


def member(version="2", state="InService", protected=True):
    return {"version": version, "state": state, "protected": protected}


def a_group(members, **change):
    group = {"name": "g", "min": 2, "desired": len(members), "version": "2", "intent": "", "members": members}
    return dict(group, **change)


class Decision(unittest.TestCase):
    def decide(self, sessions, group, idle=None, now=1000, me="i-1", **settings):
        return guard_rules.decide(now, sessions, me, group, dict(SETTINGS, **settings), {"idle": idle})

    def says(self, what, why, *args, **more):
        self.assertEqual((what, why), self.decide(*args, **more)[:2])

    def test_busy_outdated_stays(self):
        self.says("keep", "outdated, with sessions", 1, a_group({"i-1": member("1"), "i-2": member()}), 0)

    def test_unknown_count_is_busy_and_starts_anew(self):
        what, why, state = self.decide(None, a_group({"i-1": member("1")}), 0)
        self.assertEqual(("keep", "outdated, with sessions", None), (what, why, state["idle"]))

    def test_idle_outdated_leaves(self):
        self.says("leave", "outdated", 0, a_group({"i-1": member("1"), "i-2": member("1")}), 880)

    def test_idle_for_too_short_stays(self):
        self.says("keep", "outdated, not idle for long enough", 0, a_group({"i-1": member("1")}), 881)

    def test_only_the_smallest_outdated_leaves(self):
        self.says("keep", "outdated, waits for i-1", 0, a_group({"i-1": member("1"), "i-2": member("1")}), 0, me="i-2")

    def test_smaller_current_member_does_not_matter(self):
        self.says("leave", "outdated", 0, a_group({"i-1": member(), "i-2": member("1")}), 0, me="i-2")

    def test_group_that_is_not_whole_waits(self):
        for group in (a_group({"i-1": member("1"), "i-2": member(state="Pending")}),
                      a_group({"i-1": member("1"), "i-2": member(state="Terminating")}),
                      a_group({"i-1": member("1")}, desired=2)):
            self.says("keep", "outdated, waits for the group to be whole", 0, group, 0)

    def test_rollout_keep_never_leaves(self):
        self.says("keep", "idle", 0, a_group({"i-1": member("1")}), 0, rollout="keep")

    def test_version_that_is_no_number_is_not_outdated(self):
        self.says("keep", "idle", 0, a_group({"i-1": member("1")}, version="$Latest"), 0)

    def test_retiring_leaves_whatever_its_version(self):
        self.says("leave", "retiring", 0, a_group({"i-1": member()}, intent="retire", min=0), 0, rollout="keep")

    def test_retiring_stops_at_the_minimum(self):
        self.says("keep", "retiring, but the group's min is 1", 0, a_group({"i-1": member()}, intent="retire", min=1), 0)

    def test_idle_for_retire_after_leaves_down_to_the_minimum(self):
        three = {"i-1": member(), "i-2": member(), "i-3": member()}
        self.says("leave", "idle", 0, a_group(three), 400, retireAfter=600)
        self.says("keep", "idle", 0, a_group(three), 401, retireAfter=600)
        self.says("keep", "idle", 0, a_group(three, min=3), 0, retireAfter=600)

    def test_terminating_beats_every_third_and_completes_when_empty(self):
        group = a_group({"i-1": member(state="Terminating:Wait")})
        what, _, state = self.decide(3, group)
        self.assertEqual("heartbeat", what)
        step = lambda now, count: guard_rules.decide(now, count, "i-1", group, SETTINGS, state)
        self.assertEqual("wait", step(2199, 3)[0])
        self.assertEqual("heartbeat", step(2200, 3)[0])
        self.assertEqual("complete", step(2199, 0)[0])
        self.assertEqual(("complete", "the longest wait is over"), step(8200, 3)[:2])

    def test_member_that_is_leaving_already_does_nothing(self):
        self.says("wait", "Terminating", 0, a_group({"i-1": member("1", "Terminating")}), 0)

    def test_group_that_does_not_answer_does_nothing(self):
        self.says("wait", "the group is not known", 0, None, 0)
        self.says("wait", "busy", 2, None, 0)


class Simulation(unittest.TestCase):
    # Many servers that know nothing of each other but the group; sessions come and go at random.
    def run_group(self, seed, rollout):
        dice = random.Random(seed)
        size = dice.randint(2, 6)
        group = a_group({"i-%03d" % i: member("1") for i in range(size)}, desired=size, min=0 if rollout == "retire" else 2)
        group["intent"] = "retire" if rollout == "retire" else ""
        count = {name: dice.choice([0, 0, 1, 5]) for name in group["members"]}
        states, fresh, least = {}, size, size
        for now in range(0, 40000, 15):
            for name in list(group["members"]):
                if group["members"][name]["state"] == "Pending" and dice.random() < 0.1:
                    group["members"][name]["state"] = "InService"
                if dice.random() < (0.05 if now < 20000 else 0):
                    count[name] = dice.choice([0, 0, 1, 3])
                if now == 20000 - 20000 % 15:
                    count[name] = 0
            for name in sorted(group["members"], key=lambda _: dice.random()):
                known = None if dice.random() < 0.02 else count[name]
                what, _, states[name] = guard_rules.decide(now, known, name, group, SETTINGS, states.get(name, {}))
                if what == "leave":
                    self.assertEqual(0, count[name])
                    self.assertTrue(all(m["state"] == "InService" for m in group["members"].values()))
                    del group["members"][name]
                    if rollout == "retire":
                        group["desired"] -= 1
                    else:
                        group["members"]["i-%03d" % fresh] = member("2", "Pending")
                        count["i-%03d" % fresh] = 0
                        fresh += 1
            least = min(least, sum(m["state"] == "InService" for m in group["members"].values()))
        return group, size, least

    def test_rollout_replaces_everyone_one_at_a_time(self):
        for seed in range(20):
            group, size, least = self.run_group(seed, "idle")
            self.assertEqual(["2"] * size, [m["version"] for m in group["members"].values()])
            self.assertGreaterEqual(least, size - 1)

    def test_retiring_empties_the_group(self):
        for seed in range(20):
            group, _, _ = self.run_group(seed, "retire")
            self.assertEqual({}, group["members"])


class Action(unittest.TestCase):
    def act(self, what, group, counts=(0,), fails=None, **settings):
        cloud = mock.Mock()
        cloud.me.return_value = "i-1"
        if fails:
            cloud.leave.side_effect = fails
        counts = iter(counts)
        with mock.patch("subprocess.run") as self.ran:
            self.done = guard.act(what, cloud, group, lambda: next(counts), dict(SETTINGS, **settings))
        return [call for call in cloud.mock_calls if call[0] not in ("me",)]

    def test_unprotected_member_is_protected(self):
        group = a_group({"i-1": member(protected=False)})
        self.assertEqual([mock.call.protect(group, True)], self.act("keep", group))
        self.assertEqual([], self.act("keep", group, protect=False))

    def test_leaving_drops_protection_and_counts_again(self):
        group = a_group({"i-1": member("1")})
        self.assertEqual([mock.call.protect(group, False), mock.call.leave(group, False)], self.act("leave", group))

    def test_session_in_between_brings_protection_back(self):
        group = a_group({"i-1": member("1")})
        for count in (1, None):
            self.assertEqual([mock.call.protect(group, False), mock.call.protect(group, True)],
                             self.act("leave", group, [count]))

    def test_idle_and_retiring_members_are_not_replaced(self):
        for group in (a_group({"i-1": member("2")}), a_group({"i-1": member("1")}, intent="retire")):
            self.assertIn(mock.call.leave(group, True), self.act("leave", group))

    def test_completing_stops_the_server_first(self):
        group = a_group({"i-1": member(state="Terminating:Wait")})
        self.assertEqual([mock.call.complete(group, "drain")], self.act("complete", group))
        self.assertEqual(["systemctl", "stop", "red5pro.service"], self.ran.call_args[0][0])


DESCRIBED = """<DescribeAutoScalingGroupsResponse xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/">
<DescribeAutoScalingGroupsResult><AutoScalingGroups><member><AutoScalingGroupName>live</AutoScalingGroupName>
<MinSize>2</MinSize><DesiredCapacity>3</DesiredCapacity>
<LaunchTemplate><LaunchTemplateId>lt-1</LaunchTemplateId><Version>7</Version></LaunchTemplate>
<Instances><member><InstanceId>i-0123456789abcdef0</InstanceId><LifecycleState>InService</LifecycleState>
<ProtectedFromScaleIn>true</ProtectedFromScaleIn><LaunchTemplate><Version>6</Version></LaunchTemplate></member></Instances>
<Tags><member><Key>streamfleet:intent</Key><Value>retire</Value></member></Tags>
</member></AutoScalingGroups></DescribeAutoScalingGroupsResult></DescribeAutoScalingGroupsResponse>"""


class Aws(unittest.TestCase):
    def setUp(self):
        self.aws = clouds.Loopback()
        self.addCleanup(self.aws.server_close)
        self.addCleanup(self.aws.shutdown)
        self.aws.metadata["tags/instance/aws:autoscaling:groupName"] = "live"
        self.environment = {"AWS_EC2_METADATA_SERVICE_ENDPOINT": self.aws.url,
                            "STREAMFLEET_AUTOSCALING_ENDPOINT": self.aws.url}
        patch = mock.patch.dict(os.environ, self.environment)
        patch.start()
        self.addCleanup(patch.stop)
        self.aws.answers["autoscaling"] = DESCRIBED
        self.group = aws_group.Group({"region": "us-east-1"})

    def test_group_is_read_from_its_description(self):
        self.assertEqual({
            "name": "live", "min": 2, "desired": 3, "version": "7", "intent": "retire",
            "members": {"i-0123456789abcdef0": {"state": "InService", "version": "6", "protected": True}},
        }, self.group.group())

    def test_calls_name_this_instance(self):
        group = {"name": "live"}
        self.group.protect(group, True)
        self.group.leave(group, False)
        self.group.heartbeat(group, "drain")
        self.group.complete(group, "drain")
        mine = "i-0123456789abcdef0"
        self.assertEqual([
            "Action=SetInstanceProtection&AutoScalingGroupName=live&InstanceIds.member.1=%s"
            "&ProtectedFromScaleIn=true&Version=2011-01-01" % mine,
            "Action=TerminateInstanceInAutoScalingGroup&InstanceId=%s&ShouldDecrementDesiredCapacity=false"
            "&Version=2011-01-01" % mine,
            "Action=RecordLifecycleActionHeartbeat&AutoScalingGroupName=live&InstanceId=%s&LifecycleHookName=drain"
            "&Version=2011-01-01" % mine,
            "Action=CompleteLifecycleAction&AutoScalingGroupName=live&InstanceId=%s&LifecycleActionResult=CONTINUE"
            "&LifecycleHookName=drain&Version=2011-01-01" % mine,
        ], self.aws.calls)

    def test_leaving_is_told_by_the_metadata(self):
        self.assertFalse(self.group.leaving())
        self.aws.metadata["autoscaling/target-lifecycle-state"] = "Terminated"
        self.assertTrue(self.group.leaving())

    def test_server_outside_a_group_is_told(self):
        del self.aws.metadata["tags/instance/aws:autoscaling:groupName"]
        with self.assertRaisesRegex(Transient, "no tag aws:autoscaling:groupName"):
            self.group.group()

    def test_program_leaves_an_idle_retiring_server(self):
        with tempfile.TemporaryDirectory() as root:
            for folder in ("/etc/streamfleet", "/run/streamfleet-guard"):
                os.makedirs(root + folder)
            with open(root + "/etc/streamfleet/values.json", "w") as file:
                file.write("{}")
            with open(root + "/etc/streamfleet/guard.json", "w") as file:
                json.dump(dict(SETTINGS, cloud="aws", region="us-east-1", counter="red5", api="4.0", idle=0,
                               file="/absent"), file)
            self.aws.answers["autoscaling"] = DESCRIBED.replace("<DesiredCapacity>3", "<DesiredCapacity>1").replace(
                "<MinSize>2", "<MinSize>0")
            with open(root + "/ss", "w") as file:
                file.write("#!/bin/sh\nexit 0\n")
            os.chmod(root + "/ss", 0o755)
            done = subprocess.run(
                [sys.executable, "-B", os.path.dirname(guard.__file__) + "/guard.py", "--once"],
                stdout=subprocess.PIPE, timeout=60,
                env=dict(self.environment, STREAMFLEET_ROOT=root, PATH=root + ":" + os.environ["PATH"]))
        self.assertEqual({"decision": "leave", "why": "retiring", "sessions": 0, "done": "asked to be terminated"},
                         json.loads(done.stdout))
        self.assertEqual(["DescribeAutoScalingGroups", "SetInstanceProtection", "TerminateInstanceInAutoScalingGroup"],
                         [call.split("&")[0].partition("=")[2] for call in self.aws.calls])
        self.assertIn("ShouldDecrementDesiredCapacity=true", self.aws.calls[-1])


class Sessions(unittest.TestCase):
    def test_answers_of_the_api(self):
        for text, count in (('{"count": 3}', 3), ("[]", 0), ('{"count": 0}', 0), ('{"count": "3"}', None),
                            ('{"count": -1}', None), ('{"count": true}', None), ("no", None), ('{"error": 1}', None)):
            self.assertEqual(count, self.ask(text), text)

    def ask(self, text):
        with tempfile.TemporaryDirectory() as root, mock.patch.object(red5, "path", lambda name: root + name), \
                mock.patch.object(red5.DIRECT, "open") as opened:
            with open(root + "/p", "w") as file:
                file.write("rest.administratorToken=\\\\ \\u00e9 &=\n")
            opened.return_value.__enter__.return_value.read.return_value = text.encode()
            found = red5.by_api({"file": "/p", "api": "4.0"})
            self.assertEqual("http://127.0.0.1:5080/streammanager/api/4.0/admin/proxy/clients?filter=healthy&count=true"
                             "&accessToken=%5C+%C3%A9+%26%3D", opened.call_args[0][0])
            return found

    def test_escapes_of_properties_are_undone(self):
        import properties
        for text in ("a\\b", " lead", "\u00e9\U0001f600", "a\tb\nc", "#!=:", "\\u0041", ""):
            self.assertEqual(text, red5.plain(properties.escape(text)))

    def test_server_that_answers_no_http_is_unknown(self):
        for error in (http.client.BadStatusLine("canary"), http.client.InvalidURL("canary"), ConnectionRefusedError()):
            with mock.patch.object(red5.DIRECT, "open", side_effect=error), mock.patch("builtins.open", mock.mock_open(
                    read_data="rest.administratorToken=canary")):
                self.assertIsNone(red5.by_api({"file": "/p", "api": "4.0"}))

    def test_sockets_are_the_second_source(self):
        with mock.patch("subprocess.run") as run:
            run.return_value = mock.Mock(returncode=0, stdout=b"0 0 10.0.0.1:4 10.0.0.2:5080\n0 0 a b\n")
            self.assertEqual(2, red5.sessions({"file": "/absent", "api": "4.0"}))
            run.return_value = mock.Mock(returncode=0, stdout=b"")
            self.assertEqual(0, red5.by_sockets())
            run.return_value = mock.Mock(returncode=1, stdout=b"")
            self.assertIsNone(red5.by_sockets())
            run.side_effect = FileNotFoundError
            self.assertIsNone(red5.by_sockets())
