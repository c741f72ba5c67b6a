import unittest

import properties
from common import Refused

FILE = b"""webapp.contextPath=/streammanager
 ## DATABASE
config.dbHost = old
config.dbPass=a\\
   b
#aws.defaultzone={default-region}
#aws.defaultzone={other}
! aws.vpcName : {vpc}
# config.dbHost is the database's host
streammanager.ip=captured
streammanager.ip=again
streammanager.ipmode=x
proxy.enabled=true"""


class Edit(unittest.TestCase):
    def edit(self, **values):
        return properties.edit(FILE, {key.replace("_", "."): value for key, value in values.items()})

    def test_active_entry_is_replaced(self):
        self.assertEqual(FILE.replace(b"config.dbHost = old", b"config.dbHost=new"), self.edit(config_dbHost="new"))

    def test_entry_over_two_lines_goes_whole(self):
        self.assertEqual(FILE.replace(b"config.dbPass=a\\\n   b", b"config.dbPass=c"), self.edit(config_dbPass="c"))

    def test_last_commented_entry_is_put_in_force(self):
        self.assertEqual(FILE.replace(b"#aws.defaultzone={other}", b"aws.defaultzone=us-east-1a"),
                         self.edit(aws_defaultzone="us-east-1a"))

    def test_spaced_comment_is_put_in_force(self):
        self.assertEqual(FILE.replace(b"! aws.vpcName : {vpc}", b"aws.vpcName=live"), self.edit(aws_vpcName="live"))

    def test_duplicates_go(self):
        self.assertEqual(FILE.replace(b"streammanager.ip=captured\nstreammanager.ip=again", b"streammanager.ip=i-1"),
                         self.edit(streammanager_ip="i-1"))

    def test_absent_entry_is_added(self):
        self.assertEqual(FILE + b"\ncluster.password=x\n", self.edit(cluster_password="x"))

    def test_last_line_without_ending(self):
        self.assertEqual(FILE.replace(b"proxy.enabled=true", b"proxy.enabled=false\n"), self.edit(proxy_enabled="false"))

    def test_twice_gives_the_same_bytes(self):
        values = {"aws.defaultzone": "a", "streammanager.ip": "b", "cluster.password": " #!=:\\\u00e9\U0001f600\n", "x": ""}
        once = properties.edit(FILE, values)
        self.assertEqual(once, properties.edit(once, values))

    def test_carriage_returns_stay(self):
        self.assertEqual(b"a=1\r\nb=2\r\n", properties.edit(b"a=0\r\n", {"a": "1", "b": "2"}))

    def test_bytes_that_are_no_utf8_stay(self):
        self.assertEqual(b"# \xff\na=1\n", properties.edit(b"# \xff\na=0\n", {"a": "1"}))

    def test_value_that_spring_would_expand_is_refused_without_it(self):
        for value in ("canary${b}", "canary#{1}"):
            with self.assertRaisesRegex(Refused, r"the value of a holds \$\{ or #\{") as caught:
                properties.edit(b"", {"a": value})
            self.assertNotIn("canary", str(caught.exception))
