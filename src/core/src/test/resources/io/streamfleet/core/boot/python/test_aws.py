# The signature against the values AWS publishes (Signature Version 4 test suite and the IAM example), and the adapter.
import datetime
import json
import os
import unittest
from unittest import mock

import aws
import clouds
from common import Refused, Transient

EXAMPLE = {"AccessKeyId": "AKIDEXAMPLE", "SecretAccessKey": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"}
NOW = datetime.datetime(2015, 8, 30, 12, 36, 0)


class Signature(unittest.TestCase):
    def check(self, signature, method, url, headers, body=b"", service="service"):
        signed = aws.sign(method, url, headers, body, "us-east-1", service, EXAMPLE, NOW)
        self.assertEqual(signature, signed["authorization"].rpartition("=")[2])

    def test_iam_example(self):
        self.check("5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7", "GET",
                   "https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08",
                   {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}, service="iam")

    def test_get_vanilla(self):
        self.check("5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31", "GET",
                   "https://example.amazonaws.com/", {})

    def test_get_vanilla_query_order_key_case(self):
        self.check("b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500", "GET",
                   "https://example.amazonaws.com/?Param2=value2&Param1=value1", {})

    def test_post_vanilla(self):
        self.check("5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b", "POST",
                   "https://example.amazonaws.com/", {})

    def test_post_x_www_form_urlencoded(self):
        self.check("ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a", "POST",
                   "https://example.amazonaws.com/", {"Content-Type": "application/x-www-form-urlencoded"},
                   b"Param1=value1")


class Adapter(unittest.TestCase):
    def setUp(self):
        self.aws = clouds.Loopback()
        self.addCleanup(self.aws.server_close)
        self.addCleanup(self.aws.shutdown)
        environment = {"AWS_EC2_METADATA_SERVICE_ENDPOINT": self.aws.url,
                       "STREAMFLEET_SECRETSMANAGER_ENDPOINT": self.aws.url}
        patch = mock.patch.dict(os.environ, environment)
        patch.start()
        self.addCleanup(patch.stop)
        self.cloud = aws.Cloud({"region": "us-east-1"})

    def test_identity_is_the_instance_id(self):
        self.assertEqual("i-0123456789abcdef0", self.cloud.instance_id())

    def test_expired_session_token_is_renewed(self):
        self.cloud.instance_id()
        self.aws.tokens += 1
        self.assertEqual("i-0123456789abcdef0", self.cloud.instance_id())

    def test_secret_is_read_with_a_valid_signature(self):
        self.aws.secrets["live"] = "text"
        self.assertEqual("text", self.cloud.secret("live"))

    def test_renewed_credentials_are_used(self):
        self.aws.secrets["live"] = "text"
        self.cloud.secret("live")
        renewed = dict(clouds.KEYS, SecretAccessKey="canary-renewed", Token="canary-renewed-token")
        with mock.patch.dict(clouds.KEYS, renewed):
            self.aws.metadata["iam/security-credentials/the-role"] = json.dumps(renewed)
            self.assertEqual("text", self.cloud.secret("live"))

    def test_secret_that_is_not_there_is_refused(self):
        with self.assertRaisesRegex(Refused, "secret live does not exist in us-east-1"):
            self.cloud.secret("live")

    def test_right_not_granted_yet_is_transient(self):
        self.aws.problems.append("AccessDeniedException")
        with self.assertRaisesRegex(Transient, r"secret live: AccessDeniedException no"):
            self.cloud.secret("live")

    def test_no_role_yet_is_transient(self):
        del self.aws.metadata["iam/security-credentials/"]
        with self.assertRaisesRegex(Transient, "no role yet"):
            self.cloud.secret("live")

    def test_absent_tag_is_empty(self):
        self.assertEqual("", self.cloud.tag("streamfleet:intent"))

    def test_metadata_down_is_transient(self):
        with mock.patch.dict(os.environ, {"AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:1"}):
            with self.assertRaisesRegex(Transient, "does not answer"):
                aws.Cloud({"region": "us-east-1"}).instance_id()
