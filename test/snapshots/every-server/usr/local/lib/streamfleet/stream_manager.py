import importlib
import json
import os
import re
import sys
import common
import database
import properties
from common import Patience, Refused, Transient, complain, path, say, write_whole
CONFIGURED = "/run/streamfleet/configured"
def secret_values(cloud, name, wanted, optional=()):
 try:
  found = json.loads(cloud.secret(name))
 except ValueError:
  raise Refused("secret %s is no JSON; it must be one object of texts" % name)
 if not isinstance(found, dict):
  raise Refused("secret %s must be one JSON object of texts" % name)
 wanted = list(wanted) + [key for key in optional if any(other in found for other in optional)]
 wrong = [key for key in wanted if not isinstance(found.get(key), str) or not found[key].strip()]
 if wrong:
  raise Refused("secret %s: %s missing or empty; put %s in it, see streamfleet checklist" % (
   name, ", ".join(wrong), "it" if len(wrong) == 1 else "them"))
 return {key: found[key] for key in wanted}
def configure(settings, patience):
 cloud = importlib.import_module(settings["cloud"]).Cloud(settings)
 identity = patience.until("identity", cloud.instance_id)
 if not re.match(r"[A-Za-z0-9._-]{1,64}\Z", identity):
  raise Refused("the instance id is not a name")
 say("identity: %s" % identity)
 values = dict(settings["properties"])
 values["streammanager.ip"] = identity
 for source in settings["secrets"]:
  required, optional = source["required"], source["optional"]
  read = lambda: secret_values(cloud, source["name"], required.values(), optional.values())
  found = patience.until("secrets", read)
  for name, key in {**required, **optional}.items():
   if key in found:
    values[name] = found[key]
 say("secrets: %d read" % len(settings["secrets"]))
 file = path(settings["file"])
 try:
  with open(file, "rb") as source:
   data = properties.edit(source.read(), values)
 except OSError as error:
  raise Refused("cannot read %s: %s; is this a Stream Manager image?" % (settings["file"], error.strerror))
 login = {key: values["config.db" + key.title()] for key in ("host", "port", "user", "pass")}
 login.update(settings["database"])
 patience.until("schema", lambda: database.ensure(login, settings["schemaFile"]))
 changed = write_whole(file, data, 0o600)
 say("settings: %d %s" % (len(values), "written" if changed else "unchanged"))
def main():
 try:
  if os.path.lexists(path(CONFIGURED)):
   os.unlink(path(CONFIGURED))
  configure(common.settings("stream-manager.json"), Patience(float(os.environ.get("STREAMFLEET_PATIENCE_SECONDS", "240"))))
  os.makedirs(path("/run/streamfleet"), mode=0o700, exist_ok=True)
  write_whole(path(CONFIGURED), b"", 0o600)
 except (Refused, Transient) as error:
  complain("the server stays stopped: %s" % error)
  return 1
 except OSError as error:
  complain("the server stays stopped: %s: %s" % (error.filename or "a file", error.strerror))
  return 1
 except Exception as error:
  complain("the server stays stopped: " + common.unforeseen(error))
  return 1
 say("configured")
 return 0
if __name__ == "__main__":
 sys.exit(main())
