# Edits a Java .properties file: values are set, everything else stays as it is, byte for byte.
import re

from common import Refused


def escape(value):
    # As java.util.Properties reads it back, in ASCII: Spring reads the file as ISO-8859-1.
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
    # A line with an odd number of backslashes at its end goes on in the next one.
    text = line.rstrip("\r\n")
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1


def entries(text):
    # Each entry with the physical lines it spans; comments and blank lines never continue.
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
    # An active entry is replaced where it last stands and its other active duplicates go, since the last one would
    # win; without one the last commented-out entry is put in force; without that it is added at the end.
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
