import datetime
import hashlib
import hmac
import json
import os
import re
import urllib.error
import urllib.parse
import xml.etree.ElementTree
from common import Refused, Transient, one_line
from web import DIRECT, OUT, send
def sha256(data):
 return hashlib.sha256(data).hexdigest()
def sign(method, url, headers, body, region, service, keys, now):
 parts = urllib.parse.urlsplit(url)
 moment = now.strftime("%Y%m%dT%H%M%SZ")
 signed = {name.lower(): " ".join(value.split()) for name, value in headers.items()}
 signed["host"] = parts.netloc
 signed["x-amz-date"] = moment
 if keys.get("Token"):
  signed["x-amz-security-token"] = keys["Token"]
 quote = lambda text: urllib.parse.quote(text, safe="-_.~")
 query = sorted(
  (quote(name), quote(value)) for name, value in urllib.parse.parse_qsl(parts.query, keep_blank_values=True)
 )
 names = ";".join(sorted(signed))
 request = "\n".join(
  [method, parts.path or "/", "&".join("=".join(pair) for pair in query)]
  + ["%s:%s" % (name, signed[name]) for name in sorted(signed)]
  + ["", names, sha256(body)]
 )
 scope = "%s/%s/%s/aws4_request" % (moment[:8], region, service)
 text = "\n".join(["AWS4-HMAC-SHA256", moment, scope, sha256(request.encode())])
 key = ("AWS4" + keys["SecretAccessKey"]).encode()
 for step in scope.split("/") + [text]:
  key = hmac.new(key, step.encode(), hashlib.sha256).digest()
 signed["authorization"] = "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s" % (
  keys["AccessKeyId"], scope, names, key.hex(),
 )
 return signed
class Cloud:
 def __init__(self, settings):
  self.region = settings["region"]
  self.metadata = os.environ.get("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://169.254.169.254").rstrip("/")
  self.token = None
 def about(self, name, absent=None):
  for last in (False, True):
   try:
    if self.token is None:
     life = {"X-aws-ec2-metadata-token-ttl-seconds": "300"}
     self.token = send(DIRECT, "PUT", self.metadata + "/latest/api/token", life).decode()
    header = {"X-aws-ec2-metadata-token": self.token}
    url = self.metadata + "/latest/meta-data/" + urllib.parse.quote(name, safe="/:")
    return send(DIRECT, "GET", url, header).decode()
   except urllib.error.HTTPError as error:
    if error.code == 404 and absent is not None:
     return absent
    self.token = None
    if error.code != 401 or last:
     raise Transient("instance metadata %s answers %d" % (name, error.code))
 def instance_id(self):
  return self.about("instance-id")
 def tag(self, name):
  return self.about("tags/instance/" + name, absent="")
 def keys(self):
  role = self.about("iam/security-credentials/", absent="").split("\n")[0].strip()
  if not role:
   raise Transient("this server has no role yet")
  try:
   keys = json.loads(self.about("iam/security-credentials/" + role))
  except ValueError:
   keys = {}
  if not keys.get("SecretAccessKey") or not keys.get("AccessKeyId"):
   raise Transient("the role's credentials are not there yet")
  return keys
 def call(self, service, headers, body):
  endpoint = os.environ.get("STREAMFLEET_%s_ENDPOINT" % service.upper())
  if not endpoint:
   suffix = "amazonaws.com.cn" if self.region.startswith("cn-") else "amazonaws.com"
   endpoint = "https://%s.%s.%s" % (service, self.region, suffix)
  url = endpoint.rstrip("/") + "/"
  now = datetime.datetime.now(datetime.timezone.utc)
  signed = sign("POST", url, headers, body, self.region, service, self.keys(), now)
  return send(OUT, "POST", url, signed, body)
 def secret(self, name):
  headers = {"Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "secretsmanager.GetSecretValue"}
  try:
   answer = self.call("secretsmanager", headers, json.dumps({"SecretId": name}).encode())
   return json.loads(answer)["SecretString"]
  except urllib.error.HTTPError as error:
   kind, text = reason(error)
   if kind == "ResourceNotFoundException":
    raise Refused("secret %s does not exist in %s; make it, see streamfleet checklist" % (name, self.region))
   raise Transient("secret %s: %s %s" % (name, kind, text))
  except (ValueError, KeyError, TypeError):
   raise Refused("secret %s holds no text; give it a JSON text" % name)
 def autoscaling(self, action, **parameters):
  form = dict(parameters, Action=action, Version="2011-01-01")
  headers = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
  try:
   answer = self.call("autoscaling", headers, urllib.parse.urlencode(sorted(form.items())).encode())
   tree = xml.etree.ElementTree.fromstring(answer)
  except urllib.error.HTTPError as error:
   raise Transient("%s: %s" % (action, " ".join(reason(error))))
  except xml.etree.ElementTree.ParseError:
   raise Transient("%s: the answer is no XML" % action)
  for node in tree.iter():
   node.tag = node.tag.rpartition("}")[2]
  return tree
def reason(error):
 data = error.read(4096).decode("utf-8", "replace")
 kind = re.search(r'"__type"\s*:\s*"(?:[^"]*#)?(\w+)|<Code>(\w+)', data)
 text = re.search(r'"[mM]essage"\s*:\s*"([^"]*)|<Message>([^<]*)', data)
 return (kind and (kind.group(1) or kind.group(2)) or "error %d" % error.code,
   one_line(text and (text.group(1) or text.group(2)) or "", 300))
