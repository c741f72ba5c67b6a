import json
import os
import re
import urllib.error
import urllib.parse
from common import Refused, Transient, one_line
from web import DIRECT, OUT, send
class Cloud:
 def __init__(self, settings):
  self.vault, self.identity = settings["vault"].rstrip("/"), settings["identity"]
  endpoint = os.environ.get("STREAMFLEET_METADATA_ENDPOINT", "http://169.254.169.254")
  self.metadata = endpoint.rstrip("/") + "/metadata/"
 def about(self, name, method="GET", body=None, **query):
  url = self.metadata + name + "?" + urllib.parse.urlencode(query)
  try:
   told = send(DIRECT, method, url, {"Metadata": "true"}, body)
   return json.loads(told) if told or method == "GET" else {}
  except urllib.error.HTTPError as error:
   raise Transient("instance metadata %s: %s %s" % ((name,) + reason(error)))
  except ValueError:
   raise Transient("instance metadata %s is no JSON" % name)
 def compute(self, name):
  told = self.about("instance/compute", **{"api-version": "2021-02-01"})
  found = told.get(name) if isinstance(told, dict) else None
  if not isinstance(found, str) or not found:
   raise Transient("instance metadata has no %s" % name)
  return found
 def instance_id(self):
  return self.compute("vmId").lower()
 def token(self, resource):
  told = self.about("identity/oauth2/token", **{
   "api-version": "2018-02-01", "resource": resource, "client_id": self.identity})
  token = told.get("access_token") if isinstance(told, dict) else None
  if not isinstance(token, str) or not re.match(r"[!-~]+\Z", token):
   raise Transient("the identity's token is not there yet")
  return token
 def call(self, url, resource, method="GET"):
  return send(OUT, method, url, {"Authorization": "Bearer " + self.token(resource)})
 def secret(self, name):
  host = urllib.parse.urlsplit(self.vault).netloc
  endpoint = os.environ.get("STREAMFLEET_VAULT_ENDPOINT", self.vault).rstrip("/")
  try:
   url = "%s/secrets/%s?api-version=7.4" % (endpoint, urllib.parse.quote(name, safe=""))
   value = json.loads(self.call(url, "https://" + host.partition(".")[2]))["value"]
   if not isinstance(value, str):
    raise ValueError
   return value
  except urllib.error.HTTPError as error:
   kind, text = reason(error)
   if kind == "SecretNotFound":
    raise Refused("secret %s does not exist in %s; make it, see streamfleet checklist" % (name, host))
   if kind == "SecretDisabled":
    raise Refused("secret %s: its current version is disabled; enable it or add another" % name)
   raise Transient("secret %s: %s %s" % (name, kind, text))
  except (ValueError, KeyError, TypeError):
   raise Refused("secret %s holds no text; give it a JSON text" % name)
def reason(error):
 try:
  told = json.loads(error.read(65536))
  kind = told["error"]
  if isinstance(kind, str):
   return kind, one_line(told.get("error_description", ""), 300)
  inner = kind.get("innererror") or {}
  return str(inner.get("code") or kind["code"]), one_line(kind.get("message", ""), 300)
 except (ValueError, KeyError, TypeError, AttributeError):
  return "error %d" % error.code, ""
