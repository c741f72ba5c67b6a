# Google Cloud: who this server is and what its own service account may read. Nothing installed.
# Not google.py: Google's own packages for Python put a module of that name in place before any import.
#
# Tests lead it elsewhere by GCE_METADATA_HOST (Google's own variable), STREAMFLEET_SECRETMANAGER_ENDPOINT and
# STREAMFLEET_COMPUTE_ENDPOINT; on a server none of them is set.
import base64
import json
import os
import re
import urllib.error
import urllib.parse

from common import Refused, Transient, one_line
from web import DIRECT, OUT, ask, send


def crc32c(data):
    # Castagnoli's, by which Secret Manager lets its answers be checked.
    total = 0xFFFFFFFF
    for octet in data:
        total ^= octet
        for _ in range(8):
            total = total >> 1 ^ (0x82F63B78 if total & 1 else 0)
    return total ^ 0xFFFFFFFF


class Cloud:
    def __init__(self, settings):
        self.project = settings["project"]
        self.metadata = "http://%s/computeMetadata/v1/" % os.environ.get("GCE_METADATA_HOST", "169.254.169.254")

    def about(self, name, absent=None):
        # A piece of the instance's metadata. The header keeps forwarded requests out, that of the answer other servers.
        try:
            flavor = {"Metadata-Flavor": "Google"}
            headers, data = ask(DIRECT, "GET", self.metadata + urllib.parse.quote(name), flavor)
        except urllib.error.HTTPError as error:
            if error.code == 404 and absent is not None:
                return absent
            raise Transient("instance metadata %s answers %d" % (name, error.code))
        if headers.get("Metadata-Flavor") != "Google":
            raise Transient("what answers at %s is not Google's metadata server" % urllib.parse.urlsplit(self.metadata).netloc)
        return data.decode("utf-8", "replace")

    def instance_id(self):
        # The id is a number, which where a host is expected could be taken for an address.
        return "gce-" + self.about("instance/id").strip()

    def token(self):
        # Asked for each call: the metadata server keeps it and renews it before it expires.
        told = self.about("instance/service-accounts/default/token", absent="")
        if not told:
            raise Transient("this server has no service account yet")
        try:
            token = json.loads(told)["access_token"]
        except (ValueError, KeyError, TypeError):
            token = None
        if not isinstance(token, str) or not re.match(r"[!-~]+\Z", token):
            raise Transient("the service account's token is not there yet")
        return token

    def call(self, service, name, method="GET", body=None):
        # Errors of the service come as urllib's HTTPError.
        endpoint = os.environ.get("STREAMFLEET_%s_ENDPOINT" % service.upper(), "https://%s.googleapis.com" % service)
        headers = {"Authorization": "Bearer " + self.token(), "Content-Type": "application/json"}
        return send(OUT, method, endpoint.rstrip("/") + name, headers, body)

    def secret(self, name):
        # The text of a secret's latest version, or why not. Never quotes what it got.
        full = name if "/" in name else "projects/%s/secrets/%s" % (self.project, name)
        try:
            answer = self.call("secretmanager", "/v1/%s/versions/latest:access" % urllib.parse.quote(full))
            payload = json.loads(answer)["payload"]
            data = base64.b64decode(payload["data"], validate=True)
            if str(payload.get("dataCrc32c", crc32c(data))) != str(crc32c(data)):
                raise Transient("secret %s: the answer is damaged" % name)
            return data.decode()
        except urllib.error.HTTPError as error:
            kind, text = reason(error)
            if error.code == 404:
                raise Refused("secret %s does not exist in %s or has no version; make it, see streamfleet checklist"
                              % (name, self.project))
            if kind == "FAILED_PRECONDITION":
                raise Refused("secret %s: its latest version is disabled or destroyed; enable it or add another" % name)
            raise Transient("secret %s: %s %s" % (name, kind, text))
        except (ValueError, KeyError, TypeError):
            raise Refused("secret %s holds no text; give it a JSON text" % name)


def reason(error):
    # What a service says of its error: its kind and its text.
    try:
        told = json.loads(error.read(65536))["error"]
        return str(told["status"]), one_line(told.get("message", ""), 300)
    except (ValueError, KeyError, TypeError, AttributeError):
        return "error %d" % error.code, ""
