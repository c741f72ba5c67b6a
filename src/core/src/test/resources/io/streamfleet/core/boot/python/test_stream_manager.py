# The whole boot program in a scratch root, as a process, against a metadata service and a Secrets Manager on loopback.
# The database is a stand-in on the PATH that answers as the mysql client does.
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

import clouds

LIBRARY = os.path.dirname(clouds.aws.__file__)
PROPERTIES = "/usr/local/red5pro/webapps/streammanager/WEB-INF/red5-web.properties"
CANARY = "canary \\ # ! = : \u00e9"
CLIENT = "#!" + sys.executable + """
import os, re, sys
here = os.path.dirname(os.path.abspath(__file__))
if "--version" in sys.argv: print("mysql  Ver 8.0.36 for Linux"); sys.exit()
log = open(here + "/argv", "a")
log.write(" ".join(sys.argv) + chr(10) + repr(dict(os.environ)) + chr(10)); log.close()
assert oct(os.stat(sys.argv[1].partition("=")[2]).st_mode)[-3:] == "600"
if os.path.exists(here + "/down"):
    print("ERROR 2003 (HY000): Can't connect to MySQL server"); sys.exit(1)
for line in sys.stdin:
    if "Ssl_cipher" in line: print("Ssl_cipher" + chr(9) + "TLS_AES_256_GCM_SHA384")
    elif "SELECT COUNT" in line: print("0")
    elif "table_type" in line: print("nodes" + chr(9) + "BASE TABLE")
    elif line.startswith("SELECT 'streamfleet"): print(re.search("'(.*)'", line).group(1))
    sys.stdout.flush()
"""


class Boot(unittest.TestCase):
    def setUp(self):
        self.aws = clouds.Loopback()
        self.addCleanup(self.aws.server_close)
        self.addCleanup(self.aws.shutdown)
        self.root = tempfile.mkdtemp(prefix="streamfleet-root-")
        self.addCleanup(shutil.rmtree, self.root)
        self.file = self.root + PROPERTIES
        web = os.path.dirname(PROPERTIES)
        self.put(web + "/sql/cluster.sql", "CREATE TABLE nodes (id INT);")
        self.put(PROPERTIES, "streammanager.ip=captured\nconfig.dbPass=old\n#aws.defaultzone={zone}\nother=stays\n")
        self.put("/bin/mysql", CLIENT)
        os.chmod(self.root + "/bin/mysql", 0o755)
        self.settings = {
            "cloud": "aws", "region": "us-east-1", "file": PROPERTIES, "schemaFile": web + "/sql/cluster.sql",
            "database": {"schema": "cluster", "tls": "required"},
            "properties": {"config.dbHost": "<databaseHost>", "config.dbPort": "3306", "config.dbUser": "sm",
                           "aws.defaultzone": "us-east-1a"},
            "secrets": [
                {"name": "live", "required": {"cluster.password": "clusterPassword"},
                 "optional": {"aws.accessKey": "accessKey", "aws.accessSecret": "accessSecret"}},
                {"name": "<databaseSecret>", "required": {"config.dbPass": "password"}, "optional": {}},
            ],
        }
        self.aws.secrets = {"live": json.dumps({"clusterPassword": CANARY + "1"}),
                            "rds": json.dumps({"username": "sm", "password": CANARY + "2"})}

    def put(self, name, text):
        os.makedirs(os.path.dirname(self.root + name), exist_ok=True)
        with open(self.root + name, "w", encoding="utf-8") as file:
            file.write(text)

    def boot(self, patience="0"):
        self.put("/etc/streamfleet/values.json", json.dumps({"databaseHost": "db", "databaseSecret": "rds"}))
        self.put("/etc/streamfleet/stream-manager.json", json.dumps(self.settings))
        done = subprocess.run(
            [sys.executable, "-B", LIBRARY + "/stream_manager.py"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120,
            env={"PATH": self.root + "/bin:" + os.environ["PATH"], "STREAMFLEET_ROOT": self.root,
                 "STREAMFLEET_PATIENCE_SECONDS": patience, "AWS_EC2_METADATA_SERVICE_ENDPOINT": self.aws.url,
                 "STREAMFLEET_SECRETSMANAGER_ENDPOINT": self.aws.url})
        self.out = (done.stdout + done.stderr).decode()
        self.assertNotIn("canary", self.out)
        return done.returncode

    def read(self):
        with open(self.file, encoding="utf-8") as file:
            return file.read()

    def configured(self):
        return os.path.exists(self.root + "/run/streamfleet/configured")

    def refused(self, text):
        before = self.read()
        self.assertEqual(1, self.boot(), self.out)
        self.assertIn(text, self.out)
        self.assertEqual(1, self.out.count("the server stays stopped"))
        self.assertFalse(self.configured())
        self.assertEqual(before, self.read())

    def test_settings_are_exact_and_private(self):
        self.assertEqual(0, self.boot(), self.out)
        self.assertEqual(
            "streammanager.ip=i-0123456789abcdef0\nconfig.dbPass=canary \\\\ # ! = : \\u00e92\n"
            "aws.defaultzone=us-east-1a\nother=stays\nconfig.dbHost=db\nconfig.dbPort=3306\nconfig.dbUser=sm\n"
            "cluster.password=canary \\\\ # ! = : \\u00e91\n", self.read())
        self.assertEqual(0o600, stat.S_IMODE(os.stat(self.file).st_mode))
        self.assertTrue(self.configured())

    def test_again_gives_the_same_bytes(self):
        self.boot()
        once, told = self.read(), os.stat(self.file).st_mtime_ns
        self.assertEqual(0, self.boot())
        self.assertEqual((once, told), (self.read(), os.stat(self.file).st_mtime_ns))

    def test_no_secret_in_arguments_or_environment_and_none_left_behind(self):
        self.boot()
        with open(self.root + "/bin/argv") as file:
            said = file.read()
        self.assertIn("--ssl-mode=REQUIRED", said)
        self.assertNotIn("canary", said)
        self.assertEqual(["configured"], os.listdir(self.root + "/run/streamfleet"))

    def test_controller_keys_are_written_where_present(self):
        self.aws.secrets["live"] = json.dumps({"clusterPassword": "p", "accessKey": "AK", "accessSecret": "canary"})
        self.assertEqual(0, self.boot(), self.out)
        self.assertIn("aws.accessKey=AK\naws.accessSecret=canary\n", self.read())

    def test_half_of_the_controller_keys_is_refused(self):
        self.aws.secrets["live"] = json.dumps({"clusterPassword": "p", "accessKey": "canary"})
        self.refused("secret live: accessSecret missing or empty; put it in it")

    def test_missing_secret_is_refused(self):
        self.aws.secrets.pop("live")
        self.refused("secret live does not exist in us-east-1")

    def test_half_filled_secret_is_refused_by_key(self):
        self.aws.secrets["rds"] = json.dumps({"username": "canary", "password": " "})
        self.refused("secret rds: password missing or empty")

    def test_secret_that_is_no_object_is_refused(self):
        self.aws.secrets["live"] = '"canary"'
        self.refused("secret live must be one JSON object of texts")

    def test_secret_that_is_no_json_is_refused(self):
        self.aws.secrets["live"] = "canary"
        self.refused("secret live is no JSON")

    def test_right_that_comes_late_is_waited_for(self):
        self.aws.problems = ["AccessDeniedException", "AccessDeniedException"]
        self.assertEqual(0, self.boot("30"), self.out)
        self.assertEqual(1, self.out.count("secrets: waiting: secret live: AccessDeniedException"))

    def test_right_that_never_comes_ends_with_one_line(self):
        self.aws.problems = ["AccessDeniedException"] * 9
        self.refused("secrets: gave up after 0 s: secret live: AccessDeniedException no")

    def test_database_down_stops_before_the_settings(self):
        self.put("/bin/down", "")
        self.refused("schema: gave up after 0 s: database: ERROR 2003")

    def test_image_without_the_server_is_refused(self):
        os.unlink(self.file)
        self.assertEqual(1, self.boot())
        self.assertIn("is this a Stream Manager image?", self.out)

    def test_earlier_success_does_not_open_the_gate_after_a_failure(self):
        self.boot()
        self.aws.secrets.pop("live")
        self.assertEqual(1, self.boot())
        self.assertFalse(self.configured())

    def test_disk_full_leaves_the_old_file(self):
        # A directory in the temporary file's place stands for a disk that takes no new file.
        name = os.path.dirname(self.file) + "/.red5-web.properties.streamfleet"
        os.mkdir(name)
        before = self.read()
        self.assertEqual(1, self.boot())
        self.assertIn("cannot write", self.out)
        self.assertEqual(before, self.read())
