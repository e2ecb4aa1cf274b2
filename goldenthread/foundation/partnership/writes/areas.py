"""Changes to areas and their organisations."""

import csv
from datetime import date
from pathlib import Path

from django.db import transaction

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.ledger.writes import record
from goldenthread.foundation.partnership.models import LocalArea, Organisation

AREAS = Path(__file__).parents[1] / "data" / "areas.csv"  # where it comes from: docs/data-sources.md


def bring_areas_into_line() -> int:
    """Make the areas in the database those of the list in this package; answers how many were added or changed."""
    with AREAS.open(encoding="utf-8") as file:
        listed = [LocalArea(**row) for row in csv.DictReader(file)]
    facts = ("ons_code", "name", "region", "kind")
    known = {area.code: tuple(getattr(area, fact) for fact in facts) for area in LocalArea.objects.all()}
    changed = [area for area in listed if known.get(area.code) != tuple(getattr(area, fact) for fact in facts)]
    LocalArea.objects.bulk_create(changed, update_conflicts=True, unique_fields=["code"], update_fields=facts)
    return len(changed)


@transaction.atomic
def load_areas(*, by: Actor, on: date) -> int:
    """Bring England's 153 areas into line with the list in this package; answers how many were added or changed."""
    changed = bring_areas_into_line()
    if changed:
        record(what="loaded the list of local areas", by=by, on=on, detail={"added or changed": changed})
    return changed


@transaction.atomic
def register_area(
    *, code: str, ons_code: str, name: str, region: str, demonstration: bool, by: Actor, on: date
) -> LocalArea:
    """Add an area that is not in England's list, such as the demonstration's. Answers the one there is already."""
    area, added = LocalArea.objects.get_or_create(
        code=code, defaults={"ons_code": ons_code, "name": name, "region": region, "demonstration": demonstration}
    )
    if added:
        record(what="registered an area", by=by, on=on, area=code)
    return area


@transaction.atomic
def register_organisation(*, area: LocalArea, name: str, kind: str, by: Actor, on: date) -> Organisation:
    """Answers the organisation of that name if the area has it already."""
    organisation, added = Organisation.objects.get_or_create(area=area, name=name, defaults={"kind": kind})
    if added:
        record(
            what="registered an organisation", by=by, on=on, area=area.code, subject=f"organisation:{organisation.pk}"
        )
    return organisation


def one_at_a_time(area: str) -> None:
    """Hold an area, by its code, until the transaction ends: so that two administrators do not end one another."""
    LocalArea.objects.select_for_update().get(pk=area)
