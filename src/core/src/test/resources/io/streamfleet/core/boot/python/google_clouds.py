# A metadata server, a Secret Manager and a Compute Engine on loopback for the tests, as strict as the real ones where it
# counts: no metadata without Google's header, none for forwarded requests, nothing from a service without the token.
import base64
import http.server
import json
import threading
import urllib.parse

import gcp

PREFIX = "/computeMetadata/v1/"


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def answer(self, code, text, **headers):
        data = text.encode()
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def error(self, code, status, message):
        self.answer(code, json.dumps({"error": {"code": code, "message": message, "status": status}}))

    def do_GET(self):
        if self.path.startswith(PREFIX):
            return self.metadata(self.path[len(PREFIX):])
        self.service(None)

    def do_POST(self):
        self.service(json.loads(self.rfile.read(int(self.headers["Content-Length"] or 0)) or b"null"))

    def metadata(self, name):
        server = self.server
        if server.metadata_problems:
            return self.answer(server.metadata_problems.pop(0), "")
        if self.headers.get("Metadata-Flavor") != "Google" or "X-Forwarded-For" in self.headers:
            return self.answer(403, "")
        found = server.metadata.get(name)
        if callable(found):
            found = found()
        self.answer(404 if found is None else 200, found or "", Metadata_Flavor=server.flavor)

    def service(self, body):
        server = self.server
        if self.headers.get("Authorization") != "Bearer " + server.token:
            return self.error(401, "UNAUTHENTICATED", "Request had invalid authentication credentials.")
        if server.texts:
            return self.answer(*server.texts.pop(0))
        if server.problems:
            return self.error(*server.problems.pop(0))
        path, _, query = self.path.partition("?")
        if path.startswith("/compute/v1/"):
            return self.compute(path.rpartition("/")[2], urllib.parse.parse_qs(query), body)
        name = path[len("/v1/"):]
        secret = server.secrets.get(name.replace("/versions/latest:access", ""))
        if secret is None or not name.endswith("/versions/latest:access"):
            return self.error(404, "NOT_FOUND", "Secret [%s] not found or has no versions." % name)
        data = secret.encode()
        self.answer(200, json.dumps({"name": name, "payload": {
            "data": base64.b64encode(data).decode(), "dataCrc32c": str(gcp.crc32c(data))}}))

    def compute(self, name, query, body):
        server = self.server
        if name == "deleteInstances":
            server.deleted.append(body["instances"])
            return self.answer(200, json.dumps({"kind": "compute#operation"}))
        if name == "listManagedInstances":
            start = int(query.get("pageToken", ["0"])[0])
            told = {"managedInstances": server.managed[start:start + server.page]}
            if start + server.page < len(server.managed):
                told["nextPageToken"] = str(start + server.page)
            return self.answer(200, json.dumps(told))
        if name not in server.answers:
            return self.error(404, "notFound", "The resource was not found")
        self.answer(200, json.dumps(server.answers[name]))


class Loopback(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.flavor, self.token = "Google", "canary-token"
        self.metadata_problems, self.problems, self.texts, self.deleted = [], [], [], []
        self.secrets, self.answers, self.managed, self.page = {}, {}, [], 500
        self.metadata = {
            "instance/id": "4711000000000000001",
            "instance/name": "live-0",
            "instance/zone": "projects/42/zones/europe-west1-b",
            "instance/service-accounts/default/token": lambda: json.dumps(
                {"access_token": self.token, "expires_in": 3599, "token_type": "Bearer"}),
        }
        host = "127.0.0.1:%d" % self.server_address[1]
        self.environment = {
            "GCE_METADATA_HOST": host,
            "STREAMFLEET_SECRETMANAGER_ENDPOINT": "http://" + host,
            "STREAMFLEET_COMPUTE_ENDPOINT": "http://" + host,
        }
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def group(self, members, region, size, least):
        api = "https://www.googleapis.com/compute/v1/projects/live-project/"
        self.metadata["instance/attributes/created-by"] = (
            "projects/42/regions/%s/instanceGroupManagers/live" % region)
        scaler = api + "regions/%s/autoscalers/live-scaler" % region
        self.answers = {
            "live": {"name": "live", "targetSize": size, "status": {"autoscaler": scaler}},
            "live-scaler": {"autoscalingPolicy": {"minNumReplicas": least, "maxNumReplicas": 10}},
        }
        self.managed = [{"instance": api + "zones/%s-b/instances/live-%d" % (region, i), "instanceStatus": "RUNNING",
                         "currentAction": "NONE"} for i in range(members)]
