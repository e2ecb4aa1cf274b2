"""Changes to how many people live in an area."""

from datetime import date

from django.db import transaction

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.ledger.writes import record
from goldenthread.foundation.partnership.models import LocalArea, Residents


@transaction.atomic
def set_residents(
    *, area: LocalArea, year: int, ages: str, people: int, source: str, by: Actor, on: date
) -> tuple[Residents, bool]:
    """One year's estimate of one age band (Residents.Ages), and whether that changed anything."""
    told = {"people": people, "source": source}
    known = Residents.objects.select_for_update().filter(area=area, year=year, ages=ages).first()
    if known is not None and (known.people, known.source) == (people, source):
        return known, False
    residents, _ = Residents.objects.update_or_create(area=area, year=year, ages=ages, defaults=told)
    before = {"before": known.people} if known else {}
    record(
        what="set how many people live in the area",
        by=by,
        on=on,
        area=area.code,
        subject=f"residents:{residents.pk}",
        detail={"year": year, "ages": ages, "people": people, **before},
    )
    return residents, True
