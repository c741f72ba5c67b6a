"""What the measurement is held against, and how it is told."""

import os
import statistics

from processes import Failed, ROOT, Run, load, say
from sides import APART, JAVASCRIPT, STREAMFLEET

# How many times what JavaScript takes.
ONE = 1.5
MANY = 1.0
MEMORY = 1.2

LIGHT_SECONDS = 0.5
# What --quick holds, far from the goals, so that a busy machine does not fail it, and a lost class archive does.
SANE_LIGHT_SECONDS = 3.0
SANE_TRIES = 3

DESCRIPTION = str(ROOT / "stacks/specs/red5-aws.yaml")
LIGHT = [["--help"], ["schema"], ["validate", DESCRIPTION], ["plan", DESCRIPTION]]


def median(runs, what):
    return statistics.median(getattr(run, what) for run in runs)


def most_memory(runs):
    return max(run.mib for run in runs)


def table(rows):
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.rjust(width) for cell, width in zip(row, widths)).rstrip(), flush=True)


def goal(text, met):
    print(f"{'met' if met else 'MISSED'}: {text}", flush=True)


def full(sides, counts, validations, runs):
    """Measures all numbers of descriptions, and prints what they take and which goals are met."""
    measured = {(count, on): sides.measure(count, on, runs) for on in validations for count in counts}
    title = f"{sides.name}: {runs} runs each, {os.cpu_count()} cores, load at the end {load()}"
    print(f"\n{title}; pairs are streamfleet, JavaScript")
    if len(sides.clouds) > 1:
        print("streamfleet's is one run, JavaScript's a run of each cloud's app, one after the other")
    table(
        [["stacks", "validation", "streamfleet", "JavaScript", "ratio", "CPU", "CPU", "ratio", "memory", "memory"]]
        + [row(count, on, each[STREAMFLEET], each[JAVASCRIPT]) for (count, on), each in measured.items()]
    )
    print()
    for (count, on), each in measured.items():
        tell(sides, count, way(sides, on), each)
        if count == max(counts) and count > 1 and (1, on) in measured:
            one = median(measured[1, on][STREAMFLEET], "seconds")
            growth = median(each[STREAMFLEET], "seconds") / one
            goal(f"linear {way(sides, on)}: {count} stacks take {growth:.1f} times one", growth <= count)


def row(count, on, ours, theirs):
    cells = [str(count), "on" if on else "off"]
    for what in ("seconds", "cpu"):
        taken = median(ours, what), median(theirs, what)
        cells += [f"{taken[0]:.2f} s", f"{taken[1]:.2f} s", f"{taken[0] / taken[1]:.2f}"]
    return [*cells, *(f"{most_memory(runs):.0f} MiB" for runs in (ours, theirs))]


def way(sides, on):
    return f"{'with' if on else 'without'} validation" if sides.has_validation else "synthesised"


def tell(sides, count, how, measured):
    ours, theirs = measured[STREAMFLEET], measured[JAVASCRIPT]
    each = " of each cloud" if len(sides.clouds) > 1 else ""
    ratio = median(ours, "seconds") / median(theirs, "seconds")
    if count == 1:
        goal(f"one stack{each} {how}: {ratio:.2f} times JavaScript, at most {ONE}", ratio <= ONE)
    else:
        goal(f"{count} stacks{each} {how}: {ratio:.2f} times JavaScript, not slower", ratio <= MANY)
    memory = most_memory(ours) / most_memory(theirs)
    goal(f"memory for {count}{each} {how}: {memory:.2f} times JavaScript's, at most {MEMORY}", memory <= MEMORY)
    if APART in measured:
        apart = measured[APART]
        words = [f"{median(runs, 'seconds'):.2f} s (CPU {median(runs, 'cpu'):.2f} s)" for runs in (ours, apart)]
        change = median(ours, "seconds") / median(apart, "seconds") - 1
        share = f"{abs(change):.0%} {'less' if change <= 0 else 'more'}"
        goal(f"{count}{each} {how} in one run: {words[0]}, in a run for each cloud {words[1]}: {share}", change <= 0)


def light(runs, limit):
    """Times the commands that need no CDK."""
    return {
        arguments[0]: median([Run([["./streamfleet", *arguments]], limit) for _ in range(runs)], "seconds")
        for arguments in LIGHT
    }


def commands(runs, limit):
    seconds = light(max(runs, 5), limit)
    print()
    table([["command", "time"], *([name, f"{taken:.2f} s"] for name, taken in seconds.items())])
    print()
    for name, taken in seconds.items():
        goal(f"{name}: {taken:.2f} s, less than {LIGHT_SECONDS} s", taken < LIGHT_SECONDS)


def quick(sides):
    """Holds bounds that only something broken passes; a busy moment gets another try."""
    for number in range(SANE_TRIES):
        ours, theirs = sides.check(1, sides.has_validation)
        ratio = ours.seconds / theirs.seconds
        if ratio <= sides.sane_ratio:
            break
        say(f"{ratio:.2f} times JavaScript, try {number + 1} of {SANE_TRIES}")
    else:
        raise Failed(f"one stack takes {ratio:.2f} times as long as by JavaScript, and {sides.sane_ratio} is the bound")
    print(f"{sides.name}, one stack: {ours.seconds:.2f} s, {ratio:.2f} times JavaScript (bound {sides.sane_ratio}, load {load()})")


def quick_commands(limit):
    for number in range(SANE_TRIES):
        slow = {name: taken for name, taken in light(3, limit).items() if taken > SANE_LIGHT_SECONDS}
        if not slow:
            break
        say(f"{told(slow)}, try {number + 1} of {SANE_TRIES}")
    else:
        raise Failed(f"more than {SANE_LIGHT_SECONDS} s: {told(slow)}")
    print(f"each of {', '.join(each[0] for each in LIGHT)}: at most {SANE_LIGHT_SECONDS} s")


def told(seconds):
    return ", ".join(f"{name} {taken:.2f} s" for name, taken in seconds.items())
