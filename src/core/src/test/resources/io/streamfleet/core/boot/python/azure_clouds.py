# A metadata service, a Key Vault and a Resource Manager on loopback for the tests, as strict as the real ones where it
# counts: no metadata without Azure's header, tokens by resource and identity, nothing from a service without its own.
import http.server
import json
import threading
import urllib.parse

SET = "/subscriptions/sub/resourceGroups/live/providers/Microsoft.Compute/virtualMachineScaleSets/managers"
SCALES = "/subscriptions/sub/resourceGroups/live/providers/Microsoft.Insights/autoscalesettings"


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def answer(self, code, told):
        data = (told if isinstance(told, str) else json.dumps(told)).encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        path, _, query = self.path.partition("?")
        query = {key: values[0] for key, values in urllib.parse.parse_qs(query).items()}
        if path.startswith("/metadata/"):
            return self.metadata(path[len("/metadata/"):], query)
        self.service(path, query)

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"] or 0)) or b"null")
        if self.path != "/metadata/scheduledevents?api-version=2020-07-01" or self.headers.get("Metadata") != "true":
            return self.answer(400, {"error": "Bad request"})
        self.server.approved.extend(start["EventId"] for start in body["StartRequests"])
        self.answer(200, "")

    do_DELETE = do_GET

    def metadata(self, name, query):
        server = self.server
        if server.metadata_problems:
            return self.answer(*server.metadata_problems.pop(0))
        if self.headers.get("Metadata") != "true" or "X-Forwarded-For" in self.headers:
            return self.answer(400, {"error": "Bad request. Required metadata header not specified"})
        if name == "instance/compute" and query == {"api-version": "2021-02-01"}:
            return self.answer(200, server.compute)
        if name == "scheduledevents" and query == {"api-version": "2020-07-01"}:
            return self.answer(200, {"DocumentIncarnation": 1, "Events": server.events})
        if name == "identity/oauth2/token" and query.get("api-version") == "2018-02-01":
            if query["client_id"] != server.identity:
                return self.answer(400, {"error": "invalid_request", "error_description": "Identity not found"})
            return self.answer(200, {"access_token": server.token(query["resource"]), "expires_in": "86399",
                                     "resource": query["resource"], "token_type": "Bearer"})
        self.answer(404, {"error": "Not found"})

    def service(self, path, query):
        server = self.server
        vault = path.startswith("/secrets/")
        resource = server.audience if vault else "https://management.azure.com/"
        if self.headers.get("Authorization") != "Bearer " + server.token(resource):
            return self.answer(401, {"error": {"code": "Unauthorized", "message": "AKV10022: Invalid audience."}})
        if server.answers:
            return self.answer(*server.answers.pop(0))
        if vault:
            name = path[len("/secrets/"):]
            if name not in server.secrets or query != {"api-version": "7.4"}:
                return self.answer(404, {"error": {"code": "SecretNotFound", "message": "A secret with (name/id) %s was "
                                                   "not found in this key vault." % name}})
            return self.answer(200, {"value": server.secrets[name], "id": "https://live.vault.azure.net/secrets/x/1"})
        if self.command == "DELETE":
            server.deleted.append(path)
            return self.answer(202, "")
        if path == SET:
            return self.answer(200, {"name": "managers", "sku": {"name": "Standard_D2s_v5", "capacity": server.capacity}})
        found = {SET + "/virtualMachines": server.machines, SCALES: server.scales}.get(path)
        if found is None:
            return self.answer(404, {"error": {"code": "ResourceNotFound", "message": "not found"}})
        start = int(query.get("skip", "0"))
        told = {"value": found[start:start + server.page]}
        if start + server.page < len(found):
            told["nextLink"] = "%s%s?api-version=%s&skip=%d" % (server.url, path, query["api-version"], start + server.page)
        self.answer(200, told)


class Loopback(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = "http://127.0.0.1:%d" % self.server_address[1]
        self.identity, self.audience, self.generation = "the-identity", "https://vault.azure.net", 1
        self.metadata_problems, self.answers, self.events, self.approved, self.deleted = [], [], [], [], []
        self.secrets, self.machines, self.scales, self.page, self.capacity = {}, [], [], 500, 0
        self.compute = {"vmId": "02AAB8A4-74EF-476E-8182-F6D2BA4166A6", "name": "managers_0", "resourceGroupName": "live",
                        "subscriptionId": "sub", "vmScaleSetName": "managers"}
        self.environment = {"STREAMFLEET_METADATA_ENDPOINT": self.url, "STREAMFLEET_VAULT_ENDPOINT": self.url,
                            "STREAMFLEET_MANAGEMENT_ENDPOINT": self.url}
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def token(self, resource):
        return "canary-%d-%s" % (self.generation, resource)

    def scale_set(self, members, *minimums):
        self.capacity = members
        self.machines = [{"name": "managers_%d" % i, "instanceId": str(i), "properties": {"provisioningState": "Succeeded"}}
                         for i in range(members)]
        other = {"properties": {"targetResourceUri": SET + "-other", "profiles": [{"capacity": {"minimum": "9"}}]}}
        mine = {"properties": {"targetResourceUri": SET.upper(), "profiles": [
            {"capacity": {"minimum": str(least), "maximum": "10", "default": "2"}} for least in minimums]}}
        self.scales = [other, mine] if minimums else [other]
