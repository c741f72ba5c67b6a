def decide(now, sessions, me, group, settings, state):
 state = dict(state)
 if sessions != 0:
  state["idle"] = None
 elif state.get("idle") is None:
  state["idle"] = now
 idle = -1 if state["idle"] is None else now - state["idle"]
 members = group["members"] if group else {}
 mine = members.get(me)
 if mine is None:
  return "wait", "busy" if sessions != 0 else "the group is not known", state
 if mine["state"] == "Terminating:Wait":
  since = state.setdefault("leaving", now)
  if sessions == 0 or now - since >= settings["bound"]:
   return "complete", "no session is left" if sessions == 0 else "the longest wait is over", state
  if now - state.get("beat", float("-inf")) >= settings["heartbeat"] / 3:
   state["beat"] = now
   return "heartbeat", "sessions are left", state
  return "wait", "sessions are left", state
 state.pop("leaving", None)
 state.pop("beat", None)
 if mine["state"] != "InService":
  return "wait", mine["state"], state
 retiring = group["intent"] == "retire"
 outdated = [name for name, member in members.items() if retiring or old(member, group, settings)]
 whole = all(member["state"] == "InService" for member in members.values()) and len(members) >= group["desired"]
 if me in outdated:
  if idle < settings["idle"]:
   return "keep", "outdated, with sessions" if idle < 0 else "outdated, not idle for long enough", state
  if not whole:
   return "keep", "outdated, waits for the group to be whole", state
  if me != min(outdated):
   return "keep", "outdated, waits for %s" % min(outdated), state
  if retiring and group["desired"] <= group["min"]:
   return "keep", "retiring, but the group's min is %d" % group["min"], state
  return "leave", "retiring" if retiring else "outdated", state
 after = settings.get("retireAfter")
 if after is not None and idle >= after and whole and group["desired"] > group["min"]:
  return "leave", "idle", state
 return "keep", "busy" if idle < 0 else "idle", state
def old(member, group, settings):
 known = member["version"].isdigit() and group["version"].isdigit()
 return settings["rollout"] == "idle" and known and member["version"] != group["version"]
