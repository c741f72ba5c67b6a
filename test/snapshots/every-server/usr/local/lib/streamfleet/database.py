import hashlib
import os
import queue
import re
import shutil
import subprocess
import tempfile
import threading
from common import Refused, Transient, one_line, path, say
LOCK = "streamfleet-schema"
MARKER = "streamfleet_schema"
AUTHORITY = "/etc/streamfleet/database-ca.pem"
FINAL_ERRORS = ("1044", "1045", "1049", "1142", "1227", "1698")
def plain(sql):
 skipped = r"('(?:[^'\\]|\\.)*')|/\*(?!!).*?\*/|--(?=\s|\Z)[^\n]*|#[^\n]*"
 return re.sub(skipped, lambda found: "''" if found.group(1) else " ", sql, flags=re.S)
NAME = r"(?:[`\"]?[\w$-]+[`\"]?\s*\.\s*)?[`\"]?([\w$-]+)[`\"]?"
def creates(sql):
 made = set()
 for verb, middle, rest in re.findall(
  r"\b(CREATE|DROP)\b([^;()]*?)\b(?:TABLE|VIEW)\b\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?([^;(]*)", plain(sql), re.I
 ):
  if "TEMPORARY" in middle.upper():
   continue
  if verb.upper() == "CREATE":
   made.update(re.findall("^" + NAME, rest)[:1])
  else:
   made.difference_update(re.findall(NAME, rest))
 return {name.lower() for name in made}
def fills(sql):
 text = r"\b(?:INSERT|REPLACE)\s+(?:IGNORE\s+)?INTO\s+" + NAME
 return {name.lower() for name in re.findall(text, plain(sql), re.I)}
def decide(present, wanted, state, schema):
 missing = ", ".join(sorted(wanted - present))
 if state == "loading":
  return "again"
 if not missing:
  return "done"
 if state == "loaded":
  raise Refused("database %s lacks %s, which this image's cluster.sql creates; apply the vendor's upgrade script"
     % (schema, missing))
 if wanted & present:
  raise Refused("database %s has %s but lacks %s of cluster.sql, and streamfleet did not make them; complete or "
     "empty it" % (schema, ", ".join(sorted(wanted & present)), missing))
 return "load"
def quoted(name):
 return "`%s`" % name.replace("`", "``")
def option_file(settings):
 safe = settings["pass"].replace("\\", "\\\\").replace('"', '\\"')
 for char, code in (("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"), ("\b", "\\b")):
  safe = safe.replace(char, code)
 return '[client]\nuser="%s"\npassword="%s"\nhost="%s"\nport=%d\nprotocol=tcp\n' % (
  settings["user"], safe, settings["host"], int(settings["port"]),
 )
def client():
 for name in ("mysql", "mariadb"):
  program = shutil.which(name)
  if program:
   version = subprocess.run([program, "--no-defaults", "--version"], stdout=subprocess.PIPE, timeout=30)
   return program, b"MariaDB" in version.stdout
 raise Refused("this image has no mysql client; install mysql-client (or mariadb-client) in it")
def tls_options(required, mariadb):
 authority = path(AUTHORITY)
 verify = os.path.exists(authority)
 ca = ["--ssl-ca=" + authority] if verify else []
 if mariadb:
  return ["--ssl"] + ca + ["--ssl-verify-server-cert" if verify else "--skip-ssl-verify-server-cert"]
 if verify:
  return ca + ["--ssl-mode=VERIFY_IDENTITY"]
 return ["--ssl-mode=REQUIRED" if required else "--ssl-mode=PREFERRED"]
class Session:
 def __init__(self, settings, tls):
  program, mariadb = client()
  options = ["--skip-ssl" if mariadb else "--ssl-mode=DISABLED"]
  if tls:
   options = tls_options(settings["tls"] != "optional", mariadb)
  folder = path("/run/streamfleet")
  os.makedirs(folder, mode=0o700, exist_ok=True)
  handle, self.options = tempfile.mkstemp(prefix="mysql-", suffix=".cnf", dir=folder)
  self.process = None
  try:
   with os.fdopen(handle, "w", encoding="utf-8") as file:
    file.write(option_file(settings))
   self.process = subprocess.Popen(
    [program, "--defaults-file=" + self.options, "--batch", "--skip-column-names", "--unbuffered",
    "--skip-reconnect", "--local-infile=0", "--connect-timeout=10", "--default-character-set=utf8mb4"]
    + options,
    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    env={"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C", "HOME": "/nonexistent"},
   )
   self.lines = queue.Queue()
   self.reader = threading.Thread(target=self.read, daemon=True)
   self.reader.start()
   self.count = 0
   self.run("SET SESSION wait_timeout = 60, net_read_timeout = 60")
  except BaseException:
   self.close()
   raise
  finally:
   if os.path.exists(self.options):
    os.unlink(self.options)
 def read(self):
  for line in self.process.stdout:
   self.lines.put(line.decode("utf-8", "replace").rstrip("\n"))
  self.lines.put(None)
 def run(self, sql, most=60):
  self.count += 1
  end = "streamfleet-end-%d" % self.count
  try:
   self.process.stdin.write((sql if isinstance(sql, bytes) else sql.encode()) + b"\n;\nSELECT '%s';\n" % end.encode())
   self.process.stdin.flush()
  except OSError:
   pass
  out = []
  while True:
   try:
    line = self.lines.get(timeout=most)
   except queue.Empty:
    raise Transient("the database did not answer within %d s" % most)
   if line == end:
    return out
   if line is None:
    said = [text for text in out if text.startswith("ERROR ")] or out[-1:] or ["the mysql client ended"]
    text = one_line(said[0], 300)
    final = re.match(r"ERROR (\d+)", text)
    raise (Refused if final and final.group(1) in FINAL_ERRORS else Transient)("database: " + text)
   out.append(line)
 def value(self, sql):
  out = [line for line in self.run(sql) if not line.lower().startswith("warning")]
  return out[-1] if out else ""
 def close(self):
  if self.process is not None:
   self.process.kill()
   self.process.wait()
   self.reader.join(10)
   for pipe in (self.process.stdin, self.process.stdout):
    try:
     pipe.close()
    except OSError:
     pass
def connect(settings):
 required = settings["tls"] != "optional"
 try:
  session = Session(settings, True)
 except Transient as error:
  if required or "ERROR 2026" not in str(error):
   raise
  session = Session(settings, False)
 if not session.value("SHOW SESSION STATUS LIKE 'Ssl_cipher'").partition("\t")[2]:
  if required:
   session.close()
   raise Refused("database %s: the connection is not encrypted, and the description requires TLS"
      % settings["host"])
  say("database: the server takes no TLS, and the description says tls: optional")
 return session
def tables(session, schema):
 rows = session.run("SELECT table_name, table_type FROM information_schema.tables WHERE table_schema = '%s'" % schema)
 return dict(row.split("\t") for row in rows if "\t" in row)
def look(session, schema):
 found = tables(session, schema)
 marked = session.value("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = '%s' AND table_name = '%s'"
      % (schema, MARKER))
 state = session.value("SELECT state FROM %s.%s WHERE id = 1" % (quoted(schema), MARKER)) if marked == "1" else ""
 return found, state
def take_back(session, schema, found, wanted, filled):
 ours = sorted(name for name in found if name.lower() in wanted)
 for name in ours:
  if found[name] == "BASE TABLE" and name.lower() not in filled:
   if session.value("SELECT EXISTS (SELECT 1 FROM %s.%s)" % (quoted(schema), quoted(name))) != "0":
    raise Refused("database %s: the load of cluster.sql was interrupted, yet table %s holds rows; if it is "
       "complete, run UPDATE %s SET state = 'loaded'" % (schema, name, MARKER))
 session.run("SET FOREIGN_KEY_CHECKS = 0")
 for name in ours:
  kind = "VIEW" if found[name] == "VIEW" else "TABLE"
  session.run("DROP %s IF EXISTS %s.%s" % (kind, quoted(schema), quoted(name)))
 session.run("SET FOREIGN_KEY_CHECKS = 1")
 say("schema: took back %d tables of an interrupted load" % len(ours))
def load(session, schema, data):
 if session.value("SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = '%s'" % schema) == "0":
  session.run("CREATE DATABASE %s" % quoted(schema))
 marker = "%s.%s" % (quoted(schema), MARKER)
 session.run("CREATE TABLE IF NOT EXISTS %s (id TINYINT NOT NULL PRIMARY KEY, state VARCHAR(16) NOT NULL, "
    "sha256 CHAR(64) NOT NULL)" % marker)
 session.run("REPLACE INTO %s VALUES (1, 'loading', '%s')" % (marker, hashlib.sha256(data).hexdigest()))
 session.run("USE %s" % quoted(schema))
 session.run(data, most=600)
 session.run("COMMIT")
 session.run("SET autocommit = 1")
 return marker
def ensure(settings, name):
 schema = settings["schema"]
 try:
  with open(path(name), "rb") as file:
   data = file.read()
 except OSError as error:
  raise Refused("cannot read %s: %s; the image must hold it" % (name, error.strerror))
 sql = data.decode("utf-8", "replace")
 wanted = creates(sql)
 if not wanted:
  raise Refused("%s creates no table" % name)
 used = {other.lower() for other in re.findall(r"(?mi)^\s*USE\s+`?([\w$-]+)", plain(sql))} - {schema.lower()}
 if used:
  raise Refused("%s loads into %s, the description says %s" % (name, ", ".join(sorted(used)), schema))
 session = connect(settings)
 try:
  found, state = look(session, schema)
  if decide({table.lower() for table in found}, wanted, state, schema) == "done":
   say("schema: %s is loaded" % schema)
   return
  if session.value("SELECT GET_LOCK('%s', 30)" % LOCK) != "1":
   raise Transient("another server is loading the schema")
  found, state = look(session, schema)
  todo = decide({table.lower() for table in found}, wanted, state, schema)
  if todo == "again":
   take_back(session, schema, found, wanted, fills(sql))
  if todo != "done":
   marker = load(session, schema, data)
   missing = wanted - {table.lower() for table in tables(session, schema)}
   if missing:
    raise Refused("%s ran, but %s lacks %s" % (name, schema, ", ".join(sorted(missing))))
   session.run("UPDATE %s SET state = 'loaded' WHERE id = 1" % marker)
   say("schema: loaded %d tables into %s" % (len(wanted), schema))
 finally:
  session.close()
