"""Runs commands and tells what they take: seconds, processor seconds, and memory of all their processes."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Failed(Exception):
    """Something that ends the measurement, in one line or with the output of what failed."""


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def load():
    return " ".join(f"{each:.1f}" for each in os.getloadavg())


class Run:
    """Commands one after the other, from start to end: seconds and processor seconds in sum, and the most MiB at a time."""

    def __init__(self, commands, limit, env=None):
        self.seconds = 0.0
        self.cpu = 0.0
        self.mib = 0.0
        for command in commands:
            self.run(command, limit, env)

    def run(self, command, limit, env):
        before = os.times()
        start = time.monotonic()
        with tempfile.TemporaryFile() as err:
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**os.environ, **(env or {})},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=err,
                start_new_session=True,
            )
            memory = Memory(process.pid)
            try:
                status = process.wait(limit)
            except subprocess.TimeoutExpired:
                raise Failed(f"took longer than {limit} s: {shortened(command)}; give --limit more") from None
            finally:
                self.seconds += time.monotonic() - start
                memory.stop()
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
            if status != 0:
                err.seek(0)
                words = err.read().decode(errors="replace").strip()
                raise Failed(f"ended with status {status}: {shortened(command)}\n{words}")
        after = os.times()
        self.cpu += after.children_user + after.children_system - before.children_user - before.children_system
        self.mib = max(self.mib, memory.most / 2**20)


def shortened(command, most=8):
    """Returns a command as one line, without the many files that it may name."""
    return " ".join(command if len(command) <= most else [*command[: most - 1], "…", command[-1]])


class Memory(threading.Thread):
    """Looks every 50 ms at how much memory a process and all below it hold."""

    PAGE = os.sysconf("SC_PAGE_SIZE")

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid = pid
        self.most = 0
        self.ended = threading.Event()
        self.start()

    def run(self):
        while not self.ended.wait(0.05):
            self.most = max(self.most, sum(map(self.resident, self.tree(self.pid))))

    def stop(self):
        self.ended.set()
        self.join()

    def tree(self, pid):
        yield pid
        try:
            for task in os.listdir(f"/proc/{pid}/task"):
                for child in Path(f"/proc/{pid}/task/{task}/children").read_text().split():
                    yield from self.tree(int(child))
        except OSError:
            return

    def resident(self, pid):
        try:
            return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * self.PAGE
        except (OSError, IndexError):
            return 0
