"""Holds templates against checkov: no finding without a reason, and no reason without a finding.

Usage: findings.py CHECKOV FOLDER. Reasons are where the resource is made (Acknowledged in src/aws), and come with the
template in the metadata that checkov reads. checkov would pass over whatever is named there, a finding or not; so it is
run on copies without them, and what it finds is compared with what is acknowledged. Reaches no network.
"""

import json
import pathlib
import subprocess
import sys
import tempfile


def acknowledged(template):
    """(check, logical id) to the reason."""
    return {
        (row["id"], logical): row.get("comment", "")
        for logical, resource in template["Resources"].items()
        for row in resource.get("Metadata", {}).get("checkov", {}).get("skip", [])
    }


def found(checkov, folder):
    """File name to (check, logical id) to what the check says."""
    done = subprocess.run(
        [checkov, "--framework", "cloudformation", "--directory", folder, "--output", "json", "--compact", "--quiet",
         "--skip-download"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    try:
        report = json.loads(done.stdout)
        failed = report["results"]["failed_checks"]
        summary = report["summary"]
    except (ValueError, KeyError, TypeError):
        sys.exit(f"not ok - checkov ran: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    assert summary["parsing_errors"] == 0 and summary["passed"] > 0, f"checkov read no template: {summary}"
    findings = {}
    for row in failed:
        key = (row["check_id"], row["resource"].rsplit(".", 1)[1])
        findings.setdefault(pathlib.Path(row["file_path"]).name, {})[key] = row["check_name"]
    return findings


def main(checkov, folder):
    templates = {
        path.name: json.loads(path.read_text()) for path in sorted(pathlib.Path(folder).glob("*.template.json"))
    }
    assert templates, f"no templates in {folder}"
    reasons = {name: acknowledged(template) for name, template in templates.items()}
    with tempfile.TemporaryDirectory() as bare:
        for name, template in templates.items():
            for resource in template["Resources"].values():
                resource.pop("Metadata", None)
            (pathlib.Path(bare) / name).write_text(json.dumps(template, indent=1))
        findings = found(checkov, bare)
    passed = failed = 0
    for name in templates:
        open_ones = {key: what for key, what in findings.get(name, {}).items() if key not in reasons[name]}
        idle = [key for key in reasons[name] if key not in findings.get(name, {})]
        bare_ones = [key for key, reason in reasons[name].items() if len(reason) < 20]
        for title, faults in (
            ("no finding of checkov without a reason", [f"{key}: {what}" for key, what in sorted(open_ones.items())]),
            ("no reason without a finding of checkov", [f"{key}: nothing found" for key in sorted(idle)]),
            ("each reason says something", [f"{key}" for key in sorted(bare_ones)]),
        ):
            print(f"{'not ok' if faults else 'ok'} - {name}: {title}", *(f"    {fault}" for fault in faults), sep="\n")
            failed += bool(faults)
            passed += not faults
    print(f"checkov: {passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
