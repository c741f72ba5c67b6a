# Who may leave when, where a group stops nobody at its minimum: of servers that are idle together, each has a minute of
# its own, in which it sees those that went before it. Their clocks agree well enough: the cloud sets them.
import time

from common import Transient

TURN = 60


def await_turn(members, me):
    order = sorted(members)
    if int(time.time() // TURN) % len(order) != order.index(me):
        raise Transient("waits for its turn to leave")
