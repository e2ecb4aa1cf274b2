"""Delivery and impact together: the four talks that a board needs to have."""

from enum import Enum

from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.honesty.dials import Dial


class Talk(Enum):
    DELIVERED_IMPROVING = "delivered and improving"
    DELIVERED_NOT_IMPROVING = "delivered, not improving: wrong action?"
    LATE_IMPROVING = "late but improving"
    LATE_NOT_IMPROVING = "late and not improving"


DELIVERED = (Colour.GREEN, Colour.BLUE)
IMPROVING = (Dial.IMPROVING, Dial.TARGET_HOLDING)
NOT_IMPROVING = (Dial.NO_CHANGE, Dial.WORSENING)


def talk(delivery: Colour, impact: Dial) -> Talk | None:
    """None while there is nothing to talk about yet: not started, too early, or not looked at.

    Give the supported colour: green and blue count as delivered so far, amber and red as late.
    """
    if delivery is Colour.WHITE or impact not in (*IMPROVING, *NOT_IMPROVING):
        return None
    if delivery in DELIVERED:
        return Talk.DELIVERED_IMPROVING if impact in IMPROVING else Talk.DELIVERED_NOT_IMPROVING
    return Talk.LATE_IMPROVING if impact in IMPROVING else Talk.LATE_NOT_IMPROVING
