import time
from common import Transient
TURN = 60
def await_turn(members, me):
 order = sorted(members)
 if int(time.time() // TURN) % len(order) != order.index(me):
  raise Transient("waits for its turn to leave")
