# What the loader decides, without a server.
import unittest

import database
from common import Refused

SQL = """
/* CREATE TABLE no1 (id INT); */
-- CREATE TABLE no2 (id INT);
# CREATE TABLE no3 (id INT);
DROP TABLE IF EXISTS `NodeGroups`;
CREATE TABLE `NodeGroups` (id INT);
CREATE TABLE IF NOT EXISTS cluster.nodes (id INT);
/*!40101 CREATE TABLE `paths` (id INT) */;
INSERT INTO `paths` VALUES ('it\\'s; CREATE TABLE no4 (id INT) -- not', 1); -- don't
CREATE TEMPORARY TABLE no5 (id INT);
CREATE TABLE staging (id INT); DROP TABLE staging;
CREATE OR REPLACE VIEW healthy AS SELECT * FROM nodes;
INSERT IGNORE INTO `paths` VALUES (1);
"""
ALL = {"nodegroups", "nodes", "paths", "healthy"}


class File(unittest.TestCase):
    def test_created_tables(self):
        self.assertEqual(ALL, database.creates(SQL))

    def test_filled_tables(self):
        self.assertEqual({"paths"}, database.fills(SQL))


class Decision(unittest.TestCase):
    def decide(self, present, state=""):
        return database.decide(set(present), ALL, state, "cluster")

    def test_empty_loads(self):
        self.assertEqual("load", self.decide([]))

    def test_other_tables_do_not_matter(self):
        self.assertEqual("load", self.decide(["someone", "else"]))

    def test_loaded_is_done(self):
        self.assertEqual("done", self.decide(ALL, "loaded"))

    def test_all_tables_without_a_mark_are_done(self):
        self.assertEqual("done", self.decide(ALL))

    def test_loading_goes_again_however_much_is_there(self):
        for present in ([], ["nodes"], ALL):
            self.assertEqual("again", self.decide(present, "loading"))

    def test_some_tables_without_a_mark_are_refused(self):
        with self.assertRaisesRegex(Refused, "has nodes but lacks healthy, nodegroups, paths"):
            self.decide(["nodes"])

    def test_loaded_but_missing_tables_are_refused(self):
        with self.assertRaisesRegex(Refused, "lacks paths"):
            self.decide(ALL - {"paths"}, "loaded")


class Options(unittest.TestCase):
    def test_mysql_requires_or_verifies(self):
        self.assertEqual(["--ssl-mode=REQUIRED"], database.tls_options(True, False))
        self.assertEqual(["--ssl-mode=PREFERRED"], database.tls_options(False, False))

    def test_mariadb_words(self):
        self.assertEqual(["--ssl", "--skip-ssl-verify-server-cert"], database.tls_options(True, True))

    def test_password_is_quoted_for_the_option_file(self):
        settings = {"host": "h", "port": "3306", "user": "u", "pass": 'a\\b"c#d\n'}
        self.assertIn('password="a\\\\b\\"c#d\\n"\n', database.option_file(settings))
