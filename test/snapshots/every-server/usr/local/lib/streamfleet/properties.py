import re
from common import Refused
def escape(value):
 out = []
 for place, char in enumerate(value):
  if char == "\\":
   out.append("\\\\")
  elif char in "\n\r\t\f":
   out.append({"\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f"}[char])
  elif char == " " and place == 0:
   out.append("\\ ")
  elif " " <= char <= "~":
   out.append(char)
  else:
   units = char.encode("utf-16-be", "surrogatepass")
   out.extend("\\u%02x%02x" % (units[i], units[i + 1]) for i in range(0, len(units), 2))
 return "".join(out)
def continues(line):
 text = line.rstrip("\r\n")
 return (len(text) - len(text.rstrip("\\"))) % 2 == 1
def entries(text):
 lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text)
 found, at = [], 0
 while at < len(lines):
  end = at + 1
  if not re.match(r"[ \t\f]*([#!]|[\r\n]|\Z)", lines[at]):
   while end < len(lines) and continues(lines[end - 1]):
    end += 1
  found.append("".join(lines[at:end]))
  at = end
 return found
def edit(data, values):
 parts = entries(data.decode("latin-1"))
 ending = re.search(r"\r\n|\n|\r", parts[0]) if parts else None
 ending = ending.group() if ending else "\n"
 for key, value in values.items():
  if "${" in value or "#{" in value:
   raise Refused("the value of %s holds ${ or #{, which the server would expand; choose another" % key)
  name = re.escape(key)
  active = [i for i, part in enumerate(parts) if re.match(r"[ \t\f]*%s(?=[ \t\f=:\r\n]|\Z)" % name, part)]
  quiet = [i for i, part in enumerate(parts) if re.match(r"[ \t\f]*[#!][#! \t\f]*%s[ \t\f]*[=:]" % name, part)]
  line = "%s=%s" % (key, escape(value))
  if active or quiet:
   at = (active or quiet)[-1]
   parts[at] = line + (re.search(r"[\r\n]*\Z", parts[at]).group() or ending)
   for i in reversed(active[:-1]):
    del parts[i]
  else:
   if parts and not parts[-1].endswith(("\n", "\r")):
    parts[-1] += ending
   parts.append(line + ending)
 return "".join(parts).encode("latin-1")
