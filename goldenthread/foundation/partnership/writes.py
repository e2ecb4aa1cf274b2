"""Changes to areas, people and the roles they hold."""

import csv
from datetime import date, timedelta
from pathlib import Path

from django.contrib.auth.models import User
from django.db import transaction

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.ledger.writes import record

from .models import LocalArea, Organisation, Person, Role, RoleHeld

AREAS = Path(__file__).parent / "data" / "areas.csv"  # where it comes from: docs/data-sources.md


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


@transaction.atomic
def register_person(
    *,
    area: LocalArea,
    name: str,
    by: Actor,
    on: date,
    post: str = "",
    organisation: Organisation | None = None,
    user: User | None = None,
) -> Person:
    """Somebody who works for or with the area; with a `user` they can sign in. Roles are given by `appoint`."""
    person = Person.objects.create(area=area, name=name, post=post, organisation=organisation, user=user)
    record(what="registered a person", by=by, on=on, area=area.code, subject=person.handle)
    return person


@transaction.atomic
def appoint(*, person: Person, role: Role, by: Actor, on: date, until: date | None = None) -> RoleHeld:
    """Give a role from a day, and where known until a day. Raises ValueError if it is already held with no end."""
    if person.roles.filter(role=role, until_on__isnull=True).exists():
        raise ValueError(f"{person.name} is already {role.label}. End that role first if its dates are to change.")
    held = RoleHeld.objects.create(person=person, role=role, from_on=on, until_on=until)
    detail = {"role": role.value, "until": until.isoformat() if until else None}
    record(what="appointed", by=by, on=on, area=person.area_id, subject=person.handle, detail=detail)
    return held


@transaction.atomic
def end_role(*, person: Person, role: Role, by: Actor, on: date, why: str = "") -> None:
    """End a role; `on` is the first day without it. One given that day is taken back. Raises ValueError if not held."""
    held = person.roles.filter(role=role, until_on__isnull=True).first()
    if held is None:
        raise ValueError(f"{person.name} is not {role.label}, so there is no role to end.")
    if held.from_on >= on:
        held.delete()
    else:
        held.until_on = on - timedelta(days=1)
        held.save(update_fields=["until_on"])
    detail = {"role": role.value}
    record(what="ended a role", by=by, on=on, area=person.area_id, subject=person.handle, why=why, detail=detail)
