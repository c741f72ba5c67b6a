import json
import re
import urllib.error
import gcp
from common import Transient
from turns import await_turn
def last(url):
 return str(url or "").rpartition("/")[2]
def minimum(scaler):
 policy, states = scaler["autoscalingPolicy"], scaler.get("scalingScheduleStatus") or {}
 raised = [schedule["minRequiredReplicas"] for name, schedule in (policy.get("scalingSchedules") or {}).items()
   if (states.get(name) or {}).get("state", "ACTIVE") == "ACTIVE"]
 return max([policy["minNumReplicas"], *raised])
class Group:
 def __init__(self, settings):
  self.cloud = gcp.Cloud(settings)
  self.name = self.zone = None
 def me(self):
  self.name = self.name or self.cloud.about("instance/name").strip()
  return self.name
 def leaving(self):
  return False
 def compute(self, name, method="GET", body=None):
  try:
   data = None if body is None else json.dumps(body).encode()
   answer = json.loads(self.cloud.call("compute", "/compute/v1/" + name, method, data))
  except urllib.error.HTTPError as error:
   raise Transient("%s: %s" % (last(name), " ".join(gcp.reason(error))))
  except ValueError:
   raise Transient("%s: the answer is no JSON" % last(name))
  if not isinstance(answer, dict):
   raise Transient("%s: the answer is no object" % last(name))
  return answer
 def group(self):
  name = self.cloud.about("instance/attributes/created-by", absent="").strip()
  if not re.match(r"projects/[^/]+/regions/[^/]+/instanceGroupManagers/[^/]+\Z", name):
   raise Transient("the instance metadata names no regional instance group")
  found = self.compute(name)
  scaler = (found.get("status") or {}).get("autoscaler")
  least = found["targetSize"]
  if scaler:
   least = minimum(self.compute(str(scaler).partition("/compute/v1/")[2]))
  return {
   "name": name,
   "min": int(least),
   "desired": int(found["targetSize"]),
   "version": "",
   "intent": "",
   "members": self.members(name),
  }
 def members(self, name):
  members, page = {}, ""
  while True:
   told = self.compute(name + "/listManagedInstances" + page, "POST")
   for one in told.get("managedInstances", ()):
    still = one.get("currentAction") == "NONE" and one.get("instanceStatus") == "RUNNING"
    state = "InService" if still else str(one.get("currentAction"))
    members[last(one.get("instance"))] = {"state": state, "version": "", "protected": False}
   if not told.get("nextPageToken"):
    return members
   page = "?pageToken=" + told["nextPageToken"]
 def leave(self, group, lower):
  await_turn(group["members"], self.me())
  zone = last(self.cloud.about("instance/zone").strip())
  name = "zones/%s/instances/%s" % (zone, self.me())
  self.compute(group["name"] + "/deleteInstances", "POST", {"instances": [name]})
