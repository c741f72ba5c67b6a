"""What the deployment suite tells: a line a test, and what the emulator could and could not show."""

import pathlib

import yaml

NOT_PROVEN = pathlib.Path(__file__).with_name("not-proven.yaml")


class Report:
    def __init__(self, name):
        self.name = name
        self.lines = []
        self.passed = self.failed = 0

    def __call__(self, title, fault=None):
        """One test: a fault is text, or a list of it; none where it passed."""
        faults = [fault] if isinstance(fault, str) else list(fault or [])
        self.passed += not faults
        self.failed += bool(faults)
        self.lines.append(f"{'not ok' if faults else 'ok'} - {self.name}: {title}")
        self.lines += [f"    {line[:1500]}" for line in "\n".join(faults).splitlines()[-40:]]
        return not faults


def summary(descriptions, everything):
    """Holds what the emulator could not show against the reviewed list, and prints both lists."""
    report = Report("proof")
    reviewed = yaml.safe_load(NOT_PROVEN.read_text())
    kinds = set().union(*(one.kinds for one in descriptions))
    absent = set().union(*(one.absent for one in descriptions))
    different, agreed = {}, set().union(*(one.agreed for one in descriptions))
    for one in descriptions:
        for key, reasons in one.different.items():
            logical, reason = next(iter(reasons.items()))
            different.setdefault(key, f"{one.name}/{logical}: {reason}")
    types, properties = reviewed["types"], reviewed["properties"]
    of_absent = {key for key in different if key.split(".")[0] in absent}
    report(
        "every type that the emulator does not show is reviewed",
        [f"{kind}: not shown; add it to {NOT_PROVEN.name} with a reason" for kind in sorted(absent - set(types))],
    )
    report(
        "every property that it does not show is reviewed",
        [f"{key}: {different[key]}" for key in sorted(set(different) - set(properties) - of_absent)],
    )
    if everything:
        # One description alone may show what another does not.
        shown = sorted(set(types) & kinds - absent) + sorted(set(properties) & agreed - set(different))
        report(
            "nothing is on the list that the emulator shows by now",
            [f"{key}: shown and as the template says; take it off {NOT_PROVEN.name}" for key in shown],
        )
        idle = sorted(set(types) - kinds) + sorted(set(properties) - set(different) - agreed)
        report("nothing is on the list that no template has", [f"{key}: in no template" for key in idle])
    proven = sorted(kinds - absent)
    report.lines += [
        "",
        f"proven by the emulator, {len(proven)} types, each property as the template says but for those named:",
    ]
    for kind in proven:
        but = sorted(key.split(".", 1)[1] for key in different if key.split(".")[0] == kind)
        report.lines.append(f"  {kind}{' but ' + ', '.join(but) if but else ''}")
    report.lines.append(f"not proven, {len(absent)} types:")
    report.lines += [f"  {kind}: {types.get(kind, 'not reviewed')}" for kind in sorted(absent)]
    return report
