"""The emulator's process, and the CDK's command line against it: the real one, by its real way through change sets."""

import contextlib
import os
import pathlib
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

import boto3
import botocore.config

ROOT = pathlib.Path(__file__).resolve().parents[2]
ACCOUNT = "111122223333"
# No command of this suite takes longer, unless it hangs.
COMMAND_SECONDS = 240


def free_port():
    """Below the ports that the kernel gives out by itself: nobody is given it before the emulator has it."""
    while True:
        port = random.randrange(20000, 30000)
        with socket.socket() as tried, contextlib.suppress(OSError):
            tried.bind(("127.0.0.1", port))
            return port


class Emulator:
    """An emulator of its own on a free port of the loopback, stopped by its process when the block ends."""

    def __init__(self, folder):
        self.folder = folder
        self.clients = {}

    def __enter__(self):
        self.port = free_port()
        self.log = open(self.folder / "emulator.log", "wb")
        self.process = subprocess.Popen(
            [sys.executable, str(pathlib.Path(__file__).with_name("emulator.py")), str(self.port)],
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=subprocess.STDOUT,
            env={**os.environ, "MOTO_ACCOUNT_ID": ACCOUNT, "PYTHONUNBUFFERED": "1"},
        )
        try:
            self.wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def wait(self):
        until = time.monotonic() + 60
        while time.monotonic() < until and self.process.poll() is None:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/moto-api/data.json", timeout=5).close()
                return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.2)
        raise RuntimeError(f"the emulator did not start; see {self.folder / 'emulator.log'}")

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()

    def client(self, region):
        def of(service):
            if (region, service) not in self.clients:
                self.clients[region, service] = boto3.client(
                    service,
                    region_name=region,
                    endpoint_url=f"http://127.0.0.1:{self.port}",
                    aws_access_key_id="emulated",
                    aws_secret_access_key="emulated",
                    config=botocore.config.Config(retries={"total_max_attempts": 1}),
                )
            return self.clients[region, service]

        return of


class Cdk:
    """The command line, with a home of its own: it keeps what it knows of accounts there."""

    def __init__(self, emulator, folder, region):
        self.folder = folder
        self.region = region
        home = folder / "home"
        home.mkdir()
        caches = os.environ.get("XDG_CACHE_HOME", str(pathlib.Path.home() / ".cache"))
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "CDK_"))},
            "HOME": str(home),
            # What jsii unpacks is the same for every home.
            "XDG_CACHE_HOME": caches,
            "JSII_RUNTIME_PACKAGE_CACHE_ROOT": f"{caches}/aws/jsii/package-cache",
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{emulator.port}",
            # The bucket becomes a label of this host, which resolves to the loopback.
            "AWS_ENDPOINT_URL_S3_FOR_CLOUDFORMATION": f"http://localhost:{emulator.port}",
            "AWS_ACCESS_KEY_ID": "emulated",
            "AWS_SECRET_ACCESS_KEY": "emulated",
            "AWS_REGION": region,
            "AWS_EC2_METADATA_DISABLED": "true",
            "CDK_DISABLE_CLI_TELEMETRY": "1",
            "NO_COLOR": "1",
            "NODE_NO_WARNINGS": "1",
        }
        self.number = 0

    def __call__(self, *arguments, cwd=ROOT):
        """Runs a command, and returns its status and all that it said."""
        self.number += 1
        try:
            done = subprocess.run(
                [str(ROOT / "node_modules/.bin/cdk"), *map(str, arguments)],
                cwd=cwd,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=COMMAND_SECONDS,
                text=True,
            )
            status, said = done.returncode, done.stdout
        except subprocess.TimeoutExpired as late:
            status, said = 124, f"{late.output or ''}\nnot done within {COMMAND_SECONDS} seconds"
        log = self.folder / f"{self.number:02}-cdk-{arguments[0]}.log"
        log.write_text(f"cdk {' '.join(map(str, arguments))}\n{said}\nstatus {status}\n")
        return status, said

    def bootstrap(self):
        """From a folder without cdk.json, whose app it would run."""
        with tempfile.TemporaryDirectory(dir=self.folder) as empty:
            return self("bootstrap", f"aws://{ACCOUNT}/{self.region}", cwd=empty)


RESOURCE = re.compile(r"^\[([+~-])] (AWS::\S+) (?:\S+ )?(\S+?)(?: (may be replaced|replace|destroy|orphan|.*))?$")
PROPERTY = re.compile(r"^ [├└]─ \[([+~-])] (\S+)")


def changes(said):
    """What cdk diff shows: (action, type, logical id, remark) to the names of the properties that change."""
    shown = {}
    current = None
    for line in said.splitlines():
        resource = RESOURCE.match(line)
        if resource:
            current = (resource[1], resource[2], resource[3], (resource[4] or "").strip())
            shown[current] = set()
        elif current and (changed := PROPERTY.match(line)):
            shown[current].add(changed[2])
        elif line and not line.startswith(" "):
            current = None
    return shown
