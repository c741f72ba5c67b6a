# A metadata service (IMDSv2) and a Secrets Manager on loopback for the tests, as strict as the real ones where it
# counts: no answer without a session token, no secret without a right signature by keys that are still valid.
import datetime
import http.server
import json
import re
import threading

import aws

KEYS = {"AccessKeyId": "ASIAEXAMPLE", "SecretAccessKey": "canary-role-key", "Token": "canary-session-token"}


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def answer(self, code, text):
        data = text.encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_PUT(self):
        if self.path != "/latest/api/token" or not self.headers.get("X-aws-ec2-metadata-token-ttl-seconds"):
            return self.answer(400, "")
        self.server.tokens += 1
        self.answer(200, "token-%d" % self.server.tokens)

    def do_GET(self):
        if self.headers.get("X-aws-ec2-metadata-token") != "token-%d" % self.server.tokens:
            return self.answer(401, "")
        name = self.path[len("/latest/meta-data/"):]
        if name not in self.server.metadata:
            return self.answer(404, "")
        self.answer(200, self.server.metadata[name])

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.calls.append(body.decode())
        problem = self.server.problems.pop(0) if self.server.problems else self.signed(body)
        if problem:
            return self.answer(400, json.dumps({"__type": problem, "message": "no"}))
        service = self.headers["Authorization"].split("/")[3]
        if service in self.server.answers:
            return self.answer(200, self.server.answers[service])
        name = json.loads(body)["SecretId"]
        if name not in self.server.secrets:
            return self.answer(400, json.dumps({"__type": "ResourceNotFoundException"}))
        self.answer(200, json.dumps({"Name": name, "SecretString": self.server.secrets[name]}))

    def signed(self, body):
        found = re.match(r"AWS4-HMAC-SHA256 Credential=(\S+?)/(\d+)/(\S+)/(\S+)/aws4_request, SignedHeaders=(\S+), "
                         r"Signature=(\w+)\Z", self.headers.get("Authorization", ""))
        if not found or found.group(1) != KEYS["AccessKeyId"]:
            return "UnrecognizedClientException"
        moment = datetime.datetime.strptime(self.headers["X-Amz-Date"], "%Y%m%dT%H%M%SZ")
        if abs((datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None) - moment).total_seconds()) > 300:
            return "InvalidSignatureException"
        own = {"host", "x-amz-date", "x-amz-security-token"}
        headers = {name: self.headers[name] for name in found.group(5).split(";") if name not in own}
        url = "http://%s%s" % (self.headers["Host"], self.path)
        right = aws.sign("POST", url, headers, body, found.group(3), found.group(4), KEYS, moment)
        if self.headers.get("X-Amz-Security-Token") != KEYS["Token"] or not right["authorization"].endswith(found.group(6)):
            return "InvalidSignatureException"
        return None


class Loopback(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.tokens = 0
        self.calls, self.problems = [], []
        self.secrets, self.answers = {}, {}
        self.metadata = {
            "instance-id": "i-0123456789abcdef0",
            "iam/security-credentials/": "the-role",
            "iam/security-credentials/the-role": json.dumps(KEYS),
        }
        self.url = "http://127.0.0.1:%d" % self.server_address[1]
        threading.Thread(target=self.serve_forever, daemon=True).start()
