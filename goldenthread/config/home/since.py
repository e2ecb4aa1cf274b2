"""Since you were last here."""

from django.urls import reverse

from goldenthread.config.home.shapes import MOST, Line, Need
from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.notices import reads as notices
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.rules.calendar import format_date


def since_last_here(request: SignedInRequest) -> Need:
    """What somebody was told from the day on which they were last here: that day may have had news after they left."""
    last = ledger.last_here(request.person.handle, request.today)
    told = list(notices.told(request.person, last))
    lines = tuple(Line(one.what, one.href, one.why) for one in told[:MOST])
    title = f"Since you were last here, on {format_date(last)}" if last else "What changed"
    more = Line("See everything you were told", reverse("notices:mine"))
    empty = "Nothing that you lead, look at or answer for has changed."
    return Need(title, len(told), lines, empty, more if len(told) > MOST else None)
