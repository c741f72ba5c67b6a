"""The two sides that are measured, with everything that they need laid out in a folder."""

import json
import re
import shutil

from installation import install
from processes import Failed, ROOT, Run, load, say
from same import differences

STREAMFLEET = "streamfleet"
JAVASCRIPT = "JavaScript"
# Only where there is more than one cloud: ./streamfleet once for each.
APART = "streamfleet, a run for each cloud"

# Time to build in, where that is needed.
BUILD_SECONDS = 1800


class Sides:
    """
    The same descriptions by ./streamfleet and by JavaScript, so many of each cloud.

    Those of all clouds are one run of ./streamfleet. An app in JavaScript is for one cloud, as the CDK and CDKTF are two
    programs, so that theirs are run one after the other.
    """

    def __init__(self, clouds, work, limit):
        self.clouds = clouds
        self.name = clouds[0].name if len(clouds) == 1 else "one of each cloud"
        self.has_validation = any(cloud.has_validation for cloud in clouds)
        # That of the slowest app in JavaScript, which the others add little to.
        self.sane_ratio = min(cloud.sane_ratio for cloud in clouds)
        self.work = work
        self.limit = limit
        self.clusters = {}
        self.apps = {}

    def prepare(self, count):
        """Builds what has to be built, and writes the descriptions."""
        for tool in ("node", "npm"):
            if not shutil.which(tool):
                raise Failed(f"needs {tool}; install Node.js 20 or newer (see https://nodejs.org/en/download)")
        say(f"{self.name}: building where that is needed")
        for cloud in self.clouds:
            self.clusters[cloud.key] = [self.describe(cloud, number) for number in range(count)]
        part = {"STREAMFLEET_PART": "terraform"} if any(cloud.bindings for cloud in self.clouds) else {}
        Run([["./streamfleet", "--help"]], BUILD_SECONDS, part)
        for cloud in self.clouds:
            self.apps[cloud.key] = install(cloud)

    def describe(self, cloud, number):
        """Writes one description: names of one length, so that no node prefix begins another."""
        cluster = {
            "name": f"{cloud.key}-{number:04}",
            "domain": f"{cloud.key}-{number:04}.example.com",
            "prefix": f"node-{number:04}-{cloud.key}",
        }
        text = cloud.description.read_text(encoding="utf-8")
        for key, value in (
            ("name", cluster["name"]),
            ("domain", cluster["domain"]),
            ("prefix", cluster["prefix"]),
            *cloud.replacements(cluster, number),
        ):
            text, found = re.subn(rf"(?m)(^|[ {{]){key}: [^ ,\n]+", rf"\g<1>{key}: {value}", text)
            if found != 1:
                place = cloud.description.relative_to(ROOT)
                raise Failed(f"{place} has {found} keys {key}, and 1 is expected: adapt this script")
        self.file(cluster).write_text(text, encoding="utf-8")
        return cluster

    def file(self, cluster):
        return self.work / f"{cluster['name']}.yaml"

    def check(self, count, validation=False):
        """Synthesises on both sides, holds that they make the same, and returns the runs of both."""
        ours = self.run(STREAMFLEET, count, validation)
        self.take_boot()
        theirs = self.run(JAVASCRIPT, count, validation)
        self.compare(count)
        return ours, theirs

    def take_boot(self):
        """Gives the apps in JavaScript the start-up scripts that ./streamfleet has written."""
        for cloud in self.clouds:
            for cluster in self.clusters[cloud.key]:
                cluster.update(cloud.boot(self.template(STREAMFLEET, cloud, cluster)))

    def compare(self, count):
        for cloud in self.clouds:
            for cluster in self.clusters[cloud.key][:count]:
                ours, theirs = (
                    cloud.comparable(self.template(side, cloud, cluster)) for side in (STREAMFLEET, JAVASCRIPT)
                )
                found = differences(ours, theirs)
                if found:
                    raise Failed(f"{cluster['name']}: the templates are not the same\n" + "\n".join(found))
        words = f"the same resources with the same properties in {stacks(count)}"
        print(f"{self.name}: {words}{' each' if len(self.clouds) > 1 else ''}", flush=True)

    def template(self, side, cloud, cluster):
        output = self.work / STREAMFLEET if side == STREAMFLEET else self.work / JAVASCRIPT / cloud.key
        return cloud.template(output / cloud.output, cluster["name"])

    def run(self, side, count, validation, turn=""):
        how = f"{'with' if validation else 'without'} validation{turn}"
        env = {"CDK_VALIDATION": "true" if validation else "false"}
        run = Run(self.commands(side, count), self.limit, env)
        taken = f"{run.seconds:.2f} s, CPU {run.cpu:.2f} s, {run.mib:.0f} MiB (load {load()})"
        say(f"{self.name}: {count} by {side}, {how}: {taken}")
        return run

    def commands(self, side, count):
        if side == JAVASCRIPT:
            return [self.javascript(cloud, count) for cloud in self.clouds]
        clouds = [[cloud] for cloud in self.clouds] if side == APART else [self.clouds]
        return [self.streamfleet(side, each, count) for each in clouds]

    def streamfleet(self, side, clouds, count):
        files = [str(self.file(cluster)) for cloud in clouds for cluster in self.clusters[cloud.key][:count]]
        return ["./streamfleet", "synth", *files, "-o", str(self.work / side)]

    def javascript(self, cloud, count):
        folder = self.work / JAVASCRIPT / cloud.key
        out = folder / cloud.output
        shutil.rmtree(out, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        clusters = folder / f"clusters-{count}.json"
        clusters.write_text(json.dumps(self.clusters[cloud.key][:count]), encoding="utf-8")
        return [*self.apps[cloud.key], str(clusters), str(out)]

    def measure(self, count, validation, runs):
        """Returns the runs of all sides, which take turns at being first."""
        sides = {STREAMFLEET: [], JAVASCRIPT: [], **({APART: []} if len(self.clouds) > 1 else {})}
        for number in range(runs):
            order = list(sides) if number % 2 == 0 else list(reversed(sides))
            for side in order:
                sides[side].append(self.run(side, count, validation, f", run {number + 1} of {runs}"))
        return sides


def stacks(count):
    return f"{count} stack{'s' if count > 1 else ''}"
