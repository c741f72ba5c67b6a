# The schema loader against a real MariaDB server on loopback that requires TLS. Skipped without mariadbd.
import contextlib
import io
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

import database
from common import Refused, Transient

PASSWORD = "pass \"w#o'rd\\ ;$`t"
SQL = """-- a dump
/* CREATE TABLE hidden (id INT); */
DROP TABLE IF EXISTS `nodegroups`;
CREATE TABLE `nodegroups` (`id` INT NOT NULL PRIMARY KEY, `name` VARCHAR(64));
%s
CREATE TABLE IF NOT EXISTS nodes (
  id INT PRIMARY KEY, grp INT, CONSTRAINT fk_group FOREIGN KEY (grp) REFERENCES nodegroups (id)
);
INSERT INTO `roles` VALUES (1, 'origin');
"""
ROLES = "CREATE TABLE roles (id INT PRIMARY KEY, name TEXT);\n"
LOADER = """
import json, sys
sys.path.insert(0, sys.argv[1])
import database
database.ensure(json.loads(sys.argv[2]), "/cluster.sql")
"""


def server():
    return shutil.which("mariadbd") or shutil.which("mariadbd", path="/usr/sbin") or shutil.which("mysqld", path="/usr/sbin")


# Below the ports that the kernel gives out by itself: nobody is given it before the server has it.
def free_port():
    while True:
        port = random.randrange(20000, 30000)
        with socket.socket() as tried, contextlib.suppress(OSError):
            tried.bind(("127.0.0.1", port))
            return port


# Returns the server's process and its port. A server that starts removes temporary tables of every other from the folder
# that they share, so each has one of its own.
def launch(folder, *options):
    own = ["--no-defaults", "--datadir=" + folder + "/data", "--user=root", "--tmpdir=" + folder + "/tmp"]
    os.mkdir(folder + "/tmp")
    subprocess.run(["mysql_install_db", *own, "--auth-root-authentication-method=normal", "--skip-test-db"],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    port = free_port()
    return subprocess.Popen(
        [server(), *own, "--bind-address=127.0.0.1", "--port=%d" % port, "--socket=" + folder + "/s",
         "--pid-file=" + folder + "/pid", *options],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL), port


@unittest.skipUnless(server() and shutil.which("mysql") and shutil.which("openssl"),
                     "needs a database server: apt-get install mariadb-server openssl")
class Schema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="streamfleet-db-")
        cls.run_tool("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                     "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
                     "-keyout", cls.folder + "/key.pem", "-out", cls.folder + "/cert.pem")
        cls.server, cls.port = launch(
            cls.folder, "--ssl-cert=" + cls.folder + "/cert.pem", "--ssl-key=" + cls.folder + "/key.pem",
            "--require-secure-transport=ON", "--innodb-flush-log-at-trx-commit=0")
        for _ in range(100):
            if subprocess.run(["mysqladmin", "--no-defaults", "--socket=" + cls.folder + "/s", "ping"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0:
                break
            time.sleep(0.2)
        quoted = PASSWORD.replace("\\", "\\\\").replace("'", "\\'")
        cls.admin("CREATE USER 'sm'@'%%' IDENTIFIED BY '%s'; GRANT ALL ON *.* TO 'sm'@'%%'" % quoted)

    @classmethod
    def tearDownClass(cls):
        cls.server.terminate()
        cls.server.wait()
        shutil.rmtree(cls.folder)

    @staticmethod
    def run_tool(*words):
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    @classmethod
    def admin(cls, sql):
        done = subprocess.run(["mysql", "--no-defaults", "--socket=" + cls.folder + "/s", "-N", "-B"],
                              input=sql.encode(), stdout=subprocess.PIPE, check=True)
        return done.stdout.decode().split()

    def setUp(self):
        self.root = tempfile.mkdtemp(prefix="streamfleet-root-")
        self.addCleanup(shutil.rmtree, self.root)
        database.path.__globals__["ROOT"] = self.root
        self.settings = {"host": "127.0.0.1", "port": self.port, "user": "sm", "pass": PASSWORD, "schema": "cluster",
                         "tls": "required"}
        self.admin("DROP DATABASE IF EXISTS cluster")
        self.file(SQL % ROLES)

    def file(self, text):
        with open(self.root + "/cluster.sql", "w") as file:
            file.write(text)

    def ensure(self, **change):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            database.ensure(dict(self.settings, **change), "/cluster.sql")
        self.assertNotIn(PASSWORD, out.getvalue())
        return out.getvalue()

    def start(self):
        return subprocess.Popen([sys.executable, "-B", "-c", LOADER, os.path.dirname(database.__file__),
                                 json.dumps(self.settings)],
                                env=dict(os.environ, STREAMFLEET_ROOT=self.root), stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, start_new_session=True)

    def test_empty_server_loads_once(self):
        self.assertIn("loaded 3 tables", self.ensure())
        self.assertEqual(["1"], self.admin("SELECT COUNT(*) FROM cluster.roles"))
        self.admin("INSERT INTO cluster.nodegroups VALUES (7, 'live')")
        self.assertIn("is loaded", self.ensure())
        self.assertEqual(["7"], self.admin("SELECT id FROM cluster.nodegroups"))
        self.assertEqual([], os.listdir(self.root + "/run/streamfleet"))

    def test_ten_servers_at_once_load_once(self):
        self.file(SQL % (ROLES + "DO SLEEP(1);\n"))
        runs = [self.start() for _ in range(10)]
        said = [run.communicate(timeout=120) for run in runs]
        self.assertEqual([0] * 10, [run.returncode for run in runs], said)
        self.assertEqual(1, sum(b"loaded 3 tables" in out for out, _ in said))
        self.assertEqual(["1"], self.admin("SELECT COUNT(*) FROM cluster.roles"))

    def test_killed_midway_the_next_recovers(self):
        self.file(SQL % (ROLES + "DO SLEEP(5);\n"))
        run = self.start()
        for _ in range(100):
            if self.admin("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'roles'") == ["1"]:
                break
            time.sleep(0.1)
        os.killpg(run.pid, signal.SIGKILL)
        run.communicate()
        self.assertEqual(["loading"], self.admin("SELECT state FROM cluster.streamfleet_schema"))
        self.file(SQL % ROLES)
        out = self.ensure()
        self.assertIn("took back 2 tables", out)
        self.assertIn("loaded 3 tables", out)
        self.assertEqual(["loaded"], self.admin("SELECT state FROM cluster.streamfleet_schema"))

    def test_killed_after_the_last_table_the_next_recovers(self):
        self.ensure()
        self.admin("UPDATE cluster.streamfleet_schema SET state = 'loading'; DELETE FROM cluster.roles")
        self.assertIn("took back 3 tables", self.ensure())
        self.assertEqual(["1"], self.admin("SELECT COUNT(*) FROM cluster.roles"))

    def test_statement_that_fails_leaves_no_loaded_mark(self):
        self.file(SQL % "")
        with self.assertRaisesRegex(Transient, "ERROR 1146.*roles"):
            self.ensure()
        self.file(SQL % ROLES)
        self.assertIn("loaded 3 tables", self.ensure())

    def test_rows_under_an_unfinished_mark_are_kept(self):
        self.ensure()
        self.admin("UPDATE cluster.streamfleet_schema SET state = 'loading'; INSERT INTO cluster.nodegroups VALUES (7, 'x')")
        with self.assertRaisesRegex(Refused, "table nodegroups holds rows"):
            self.ensure()
        self.assertEqual(["7"], self.admin("SELECT id FROM cluster.nodegroups"))

    def test_database_of_before_is_recognised_and_untouched(self):
        self.admin("CREATE DATABASE cluster; USE cluster; " + SQL % ROLES + "INSERT INTO nodegroups VALUES (7, 'live')")
        self.assertIn("is loaded", self.ensure())
        self.assertEqual(["nodegroups", "nodes", "roles"], sorted(self.admin("SHOW TABLES FROM cluster")))

    def test_some_tables_of_someone_else_are_refused(self):
        self.admin("CREATE DATABASE cluster; CREATE TABLE cluster.roles (id INT)")
        with self.assertRaisesRegex(Refused, "has roles but lacks nodegroups, nodes"):
            self.ensure()
        self.assertEqual(["roles"], self.admin("SHOW TABLES FROM cluster"))

    def test_newer_file_than_the_loaded_one_is_refused(self):
        self.ensure()
        self.file(SQL % ROLES + "CREATE TABLE more (id INT);")
        with self.assertRaisesRegex(Refused, "lacks more"):
            self.ensure()

    def test_wrong_password_is_refused_without_it(self):
        with self.assertRaisesRegex(Refused, "ERROR 1045") as caught:
            self.ensure(**{"pass": "wr0ng-canary"})
        self.assertNotIn("wr0ng-canary", str(caught.exception))
        self.assertEqual([], os.listdir(self.root + "/run/streamfleet"))

    def test_server_down_is_transient(self):
        with self.assertRaisesRegex(Transient, "ERROR 2"):
            self.ensure(port=1)

    def test_authority_on_the_image_verifies_the_server(self):
        os.makedirs(self.root + "/etc/streamfleet")
        shutil.copy(self.folder + "/cert.pem", self.root + database.AUTHORITY)
        self.assertIn("loaded 3 tables", self.ensure())
        self.run_tool("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=other",
                      "-keyout", self.root + "/k", "-out", self.root + database.AUTHORITY)
        with self.assertRaisesRegex(Transient, "ERROR 2026"):
            self.ensure()

    def test_plain_server_is_refused_where_tls_is_required(self):
        with self.assertRaisesRegex((Refused, Transient), "not encrypted|ERROR 2026"):
            self.plain_server(lambda: self.ensure())

    def test_plain_server_is_accepted_where_tls_is_optional(self):
        out = self.plain_server(lambda: self.ensure(tls="optional"))
        self.assertIn("takes no TLS", out)
        self.assertIn("loaded 3 tables", out)

    def plain_server(self, action):
        # A second server without certificate on a copy of nothing: its own data, no TLS at all.
        quoted = PASSWORD.replace("\\", "\\\\").replace("'", "\\'")
        with open(self.root + "/init.sql", "w") as file:
            file.write("CREATE USER 'sm'@'%%' IDENTIFIED BY '%s';\nGRANT ALL ON *.* TO 'sm'@'%%';\n" % quoted)
        run, port = launch(self.root, "--skip-ssl", "--init-file=" + self.root + "/init.sql")
        try:
            for _ in range(100):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.2)
            self.settings["port"] = port
            return action()
        finally:
            run.terminate()
            run.wait()
