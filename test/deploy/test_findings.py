"""Tests of what findings.py tells, with a program in checkov's place that says what it is told to.

python3 test/deploy/test_findings.py
"""

import contextlib
import io
import json
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True

import findings  # noqa: E402 - leaves no cache beside the sources

REASON = "A reason that says why it stands."


class Findings(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def told(self, found, acknowledged, reason=REASON, summary=None):
        """The exit status and the lines for one template with a bucket; both lists are of checks."""
        skip = [{"id": check, "comment": reason} for check in acknowledged]
        template = {"Resources": {"Bucket": {"Type": "AWS::S3::Bucket", "Metadata": {"checkov": {"skip": skip}}}}}
        (self.folder / "live.template.json").write_text(json.dumps(template))
        rows = [
            {"check_id": check, "check_name": f"about {check}", "resource": "AWS::S3::Bucket.Bucket",
             "file_path": "/live.template.json"}
            for check in found
        ]  # fmt: skip
        report = {"results": {"failed_checks": rows}, "summary": summary or {"passed": 1, "parsing_errors": 0}}
        (self.folder / "report").write_text(json.dumps(report))
        program = self.folder / "checkov"
        # Metadata would have checkov pass over what it names.
        program.write_text(
            '#!/bin/sh\nwhile [ "$1" != --directory ]; do shift; done\n'
            f"if grep -q Metadata \"$2\"/*; then exit 3; fi\ncat '{self.folder}/report'\nexit 1\n"
        )
        program.chmod(0o755)
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            status = findings.main(str(program), str(self.folder))
        return status, out.getvalue()

    def test_acknowledged_finding_passes(self):
        status, said = self.told(["CKV_AWS_18"], ["CKV_AWS_18"])
        self.assertEqual(0, status)
        self.assertTrue(said.endswith("checkov: 3 passed, 0 failed\n"), said)

    def test_finding_without_a_reason_is_told(self):
        status, said = self.told(["CKV_AWS_18", "CKV_AWS_21"], ["CKV_AWS_18"])
        self.assertEqual(1, status)
        self.assertIn("not ok - live.template.json: no finding of checkov without a reason\n", said)
        self.assertIn("('CKV_AWS_21', 'Bucket'): about CKV_AWS_21\n", said)

    def test_reason_without_a_finding_is_told(self):
        status, said = self.told([], ["CKV_AWS_18"])
        self.assertEqual(1, status)
        self.assertIn("not ok - live.template.json: no reason without a finding of checkov\n", said)
        self.assertIn("('CKV_AWS_18', 'Bucket'): nothing found\n", said)

    def test_reason_that_says_nothing_is_told(self):
        status, said = self.told(["CKV_AWS_18"], ["CKV_AWS_18"], reason="known")
        self.assertEqual(1, status)
        self.assertIn("not ok - live.template.json: each reason says something\n", said)

    def test_nothing_read_is_no_success(self):
        with self.assertRaisesRegex(AssertionError, "checkov read no template"):
            self.told([], [], summary={"passed": 0, "parsing_errors": 0})


if __name__ == "__main__":
    unittest.main()
