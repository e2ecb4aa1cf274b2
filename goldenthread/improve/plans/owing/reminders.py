"""When each lead was last reminded: the ledger remembers."""

from datetime import date

from django.db.models import Max

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.partnership.models import LocalArea, Person

REMINDED = "reminded of what is owed"


def last_reminded(area: LocalArea, person: Person | None = None) -> dict[str, date]:
    """By handle; of everybody, or of one person."""
    lines = ledger.lines(what=REMINDED, area=area.code, subject=person.handle if person else "")
    return dict(lines.order_by().values_list("subject").annotate(Max("on")))
