import http.client
import json
import re
import subprocess
import urllib.parse
from common import path
from web import DIRECT
def sessions(settings):
 asked = by_api(settings)
 return by_sockets() if asked is None else asked
def by_api(settings):
 try:
  with open(path(settings["file"]), encoding="latin-1") as file:
   token = re.findall(r"(?m)^rest\.administratorToken=(.*)$", file.read())[-1]
  query = urllib.parse.urlencode({"filter": "healthy", "count": "true", "accessToken": plain(token)})
  url = "http://127.0.0.1:5080/streammanager/api/%s/admin/proxy/clients?%s" % (settings["api"], query)
  with DIRECT.open(url, timeout=5) as answer:
   told = json.loads(answer.read(1 << 20))
 except (OSError, ValueError, IndexError, http.client.HTTPException):
  return None
 if told == []:
  return 0
 count = told.get("count") if isinstance(told, dict) else None
 return count if isinstance(count, int) and not isinstance(count, bool) and count >= 0 else None
def plain(value):
 short = {"n": "\n", "r": "\r", "t": "\t", "f": "\f"}
 value = re.sub(r"\\(u[0-9a-f]{4}|.)", lambda found: chr(int(found.group(1)[1:], 16)) if len(found.group(1)) == 5
    else short.get(found.group(1), found.group(1)), value)
 return value.encode("utf-16", "surrogatepass").decode("utf-16")
def by_sockets():
 try:
  found = subprocess.run(["ss", "-Htn", "state", "established", "( dport = :5080 )"], stdout=subprocess.PIPE,
       stderr=subprocess.DEVNULL, timeout=10)
 except (OSError, subprocess.SubprocessError):
  return None
 return None if found.returncode else len(found.stdout.split(b"\n")) - 1
