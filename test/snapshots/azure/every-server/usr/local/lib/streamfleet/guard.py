import importlib
import json
import os
import subprocess
import sys
import time
import common
import guard_rules
from common import Transient, path, say, write_whole
PERIOD = 15
SELDOM = 20
STATE = "/run/streamfleet-guard/state.json"
def remembered():
 try:
  with open(path(STATE), "rb") as file:
   return json.load(file)
 except (OSError, ValueError):
  return {}
def act(what, cloud, group, count, settings):
 mine = group["members"][cloud.me()] if group else {}
 if what == "keep" and settings["protect"] and not mine["protected"]:
  cloud.protect(group, True)
  return "protected"
 if what == "leave":
  if mine["protected"]:
   cloud.protect(group, False)
  if count() != 0:
   if mine["protected"]:
    cloud.protect(group, True)
   return "stayed, a session came"
  cloud.leave(group, group["intent"] == "retire" or not guard_rules.old(mine, group, settings))
  return "asked to be terminated"
 if what == "heartbeat":
  cloud.heartbeat(group, settings["hook"])
  return "heartbeat"
 if what == "complete":
  subprocess.run(["systemctl", "stop", settings["server"]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
  cloud.complete(group, settings["hook"])
  return "completed"
 return ""
def tick(number, cloud, count, settings, state):
 sessions = count()
 group = None
 if sessions == 0 or number % SELDOM == 0 or cloud.leaving():
  group = cloud.group()
 what, why, state = guard_rules.decide(time.monotonic(), sessions, cloud.me(), group, settings, state)
 write_whole(path(STATE), json.dumps(state).encode(), 0o600)
 done = act(what, cloud, group, count, settings)
 return {"decision": what, "why": why, "sessions": sessions, "done": done}, state
def main():
 settings = common.settings("guard.json")
 cloud = importlib.import_module(settings["cloud"] + "_group").Group(settings)
 count = lambda: importlib.import_module(settings["counter"]).sessions(settings)
 state, said, number = remembered(), None, 0
 while True:
  try:
   told, state = tick(number, cloud, count, settings, state)
  except Exception as error:
   why = str(error) if isinstance(error, Transient) else common.unforeseen(error)
   told = {"decision": "wait", "why": why}
  line = json.dumps({key: value for key, value in told.items() if value != ""}, sort_keys=True)
  if line != said:
   said = line
   say(line)
  if "--once" in sys.argv:
   return 0
  number += 1
  time.sleep(PERIOD)
if __name__ == "__main__":
 sys.exit(main())
