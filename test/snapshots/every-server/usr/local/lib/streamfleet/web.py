import http.client
import urllib.error
import urllib.parse
import urllib.request
from common import Transient
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
OUT = urllib.request.build_opener()
def ask(opener, method, url, headers, body=None):
 request = urllib.request.Request(url, data=body, method=method, headers=headers)
 try:
  with opener.open(request, timeout=10) as answer:
   return answer.headers, answer.read()
 except urllib.error.HTTPError:
  raise
 except (OSError, http.client.HTTPException) as error:
  reason = getattr(error, "reason", None) or error
  raise Transient("%s does not answer: %s" % (urllib.parse.urlsplit(url).netloc, reason))
def send(opener, method, url, headers, body=None):
 return ask(opener, method, url, headers, body)[1]
