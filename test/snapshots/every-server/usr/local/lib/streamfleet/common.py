import json
import os
import random
import sys
import time
ROOT = os.environ.get("STREAMFLEET_ROOT", "")
class Refused(Exception):
 pass
class Transient(Exception):
 pass
def path(name):
 return ROOT + name
def settings(name):
 with open(path("/etc/streamfleet/values.json"), encoding="utf-8") as file:
  values = json.load(file)
 with open(path("/etc/streamfleet/" + name), encoding="utf-8") as file:
  text = file.read()
 for key, value in values.items():
  text = text.replace("<%s>" % key, value)
 return json.loads(text)
def say(text):
 print(one_line(text), flush=True)
def complain(text):
 print("<3>" + one_line(text), file=sys.stderr, flush=True)
def unforeseen(error):
 place = error.__traceback__
 while place.tb_next:
  place = place.tb_next
 name = os.path.basename(place.tb_frame.f_code.co_filename)
 return "%s in %s line %d" % (type(error).__name__, name, place.tb_lineno)
def one_line(text, most=500):
 flat = " ".join(str(text).split())
 return flat if len(flat) <= most else flat[: most - 3] + "..."
class Patience:
 def __init__(self, bound, sleep=time.sleep, clock=time.monotonic):
  self.end = clock() + bound
  self.bound = bound
  self.sleep = sleep
  self.clock = clock
 def until(self, what, step):
  pause, said = 1.0, None
  while True:
   try:
    return step()
   except Transient as reason:
    left = self.end - self.clock()
    if left <= 0:
     raise Transient("%s: gave up after %d s: %s" % (what, self.bound, reason))
    if str(reason) != said:
     said = str(reason)
     say("%s: waiting: %s" % (what, said))
    self.sleep(min(left, pause * random.uniform(0.7, 1.3)))
    pause = min(15.0, pause * 2)
def write_whole(name, data, mode):
 name = os.path.realpath(name)
 try:
  old = os.stat(name)
  with open(name, "rb") as file:
   if file.read() == data and old.st_mode & 0o7777 == mode:
    return False
 except FileNotFoundError:
  old = None
 folder = os.path.dirname(name)
 temporary = os.path.join(folder, "." + os.path.basename(name) + ".streamfleet")
 try:
  if os.path.lexists(temporary):
   os.unlink(temporary)
  handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
  with os.fdopen(handle, "wb") as file:
   if old is not None:
    os.fchown(file.fileno(), old.st_uid, old.st_gid)
   file.write(data)
   file.flush()
   os.fchmod(file.fileno(), mode)
   os.fsync(file.fileno())
  os.rename(temporary, name)
 except OSError as error:
  try:
   os.unlink(temporary)
  except OSError:
   pass
  raise Refused("cannot write %s: %s" % (name, error.strerror))
 folder = os.open(folder, os.O_RDONLY)
 try:
  os.fsync(folder)
 finally:
  os.close(folder)
 return True
