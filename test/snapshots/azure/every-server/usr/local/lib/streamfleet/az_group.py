import json
import os
import urllib.error
import az
from common import Transient
from turns import await_turn
EVENTS = {"api-version": "2020-07-01"}
SETS = "2024-07-01"
AUTOSCALE = "2022-10-01"
class Group:
 def __init__(self, settings):
  self.cloud = az.Cloud(settings)
  self.retires = "retireAfter" in settings
  self.name = None
 def me(self):
  self.name = self.name or self.cloud.compute("name")
  return self.name
 def notice(self):
  told = self.cloud.about("scheduledevents", **EVENTS)
  for event in told.get("Events", ()) if isinstance(told, dict) else ():
   if event.get("EventType") == "Terminate" and self.me() in event.get("Resources", ()):
    return event
  return None
 def leaving(self):
  return self.notice() is not None
 def manage(self, path, version, method="GET"):
  endpoint = os.environ.get("STREAMFLEET_MANAGEMENT_ENDPOINT", "https://management.azure.com").rstrip("/")
  return self.follow("%s%s?api-version=%s" % (endpoint, path, version), method)
 def follow(self, url, method="GET"):
  try:
   answer = self.cloud.call(url, "https://management.azure.com/", method)
   told = json.loads(answer) if answer or method == "GET" else {}
  except urllib.error.HTTPError as error:
   raise Transient("scale set: " + " ".join(az.reason(error)))
  except ValueError:
   raise Transient("scale set: the answer is no JSON")
  if not isinstance(told, dict):
   raise Transient("scale set: the answer is no object")
  return told
 def all(self, path, version):
  told = self.manage(path, version)
  found = list(told.get("value", ()))
  while told.get("nextLink"):
   told = self.follow(told["nextLink"])
   found.extend(told.get("value", ()))
  return found
 def group(self):
  leaving = self.leaving()
  group = {"name": "", "min": 1, "desired": 1, "version": "", "intent": "",
    "members": {self.me(): member("InService")}}
  if self.retires and not leaving:
   self.read(group)
  if leaving:
   group["members"][self.me()] = member("Terminating:Wait")
  return group
 def read(self, group):
  about = self.cloud.compute
  scope = "/subscriptions/%s/resourceGroups/%s/providers" % (about("subscriptionId"), about("resourceGroupName"))
  group["name"] = "%s/Microsoft.Compute/virtualMachineScaleSets/%s" % (scope, about("vmScaleSetName"))
  group["desired"] = int(self.manage(group["name"], SETS)["sku"]["capacity"])
  group["ids"] = {}
  for one in self.all(group["name"] + "/virtualMachines", SETS):
   state = one.get("properties", {}).get("provisioningState")
   group["members"][one["name"]] = member("InService" if state == "Succeeded" else str(state))
   group["ids"][one["name"]] = one["instanceId"]
  least = [int(profile["capacity"]["minimum"])
    for scale in self.all(scope + "/Microsoft.Insights/autoscalesettings", AUTOSCALE)
    if scale["properties"].get("targetResourceUri", "").lower() == group["name"].lower()
    for profile in scale["properties"]["profiles"]]
  group["min"] = max(least, default=group["desired"])
 def leave(self, group, lower):
  await_turn(group["members"], self.me())
  self.manage("%s/virtualMachines/%s" % (group["name"], group["ids"][self.me()]), SETS, "DELETE")
 def heartbeat(self, group, hook):
  pass
 def complete(self, group, hook):
  event = self.notice()
  if event and event.get("EventStatus") == "Scheduled":
   body = json.dumps({"StartRequests": [{"EventId": event["EventId"]}]}).encode()
   self.cloud.about("scheduledevents", "POST", body, **EVENTS)
def member(state):
 return {"state": state, "version": "", "protected": False}
