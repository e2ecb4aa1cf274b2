"""Roles are given from a day until a day, and ended. Nobody gives one to themselves, and an administrator remains."""

from datetime import date, timedelta

from django.db import transaction

from goldenthread.foundation.ledger.reads import JSON, Actor
from goldenthread.foundation.ledger.writes import record
from goldenthread.foundation.partnership import reads
from goldenthread.foundation.partnership.models import Person, Role, RoleHeld
from goldenthread.rules.calendar import format_date

from .areas import one_at_a_time
from .faults import CannotSave

A_DAY = timedelta(days=1)


@transaction.atomic
def appoint(
    *, person: Person, role: Role, by: Actor, on: date, from_on: date | None = None, until: date | None = None
) -> RoleHeld:
    """Give a role from a day (`on` where none is given), and where known until a day, its last. Raises CannotSave for
    a role to oneself, for days that have passed, and where it is held on any of these days already.
    """
    one_at_a_time(person.area_id)
    begins = from_on or on
    _refuse_appointment(person, role, by, on, begins, until)
    held = RoleHeld.objects.create(person=person, role=role, from_on=begins, until_on=until)
    detail: dict[str, JSON] = {
        "role": role.value,
        "from": begins.isoformat(),
        "until": until.isoformat() if until else None,
    }
    record(what="appointed", by=by, on=on, area=person.area_id, subject=person.handle, detail=detail)
    return held


def end_role(*, person: Person, role: Role, by: Actor, on: date, why: str = "") -> None:
    """End a role at once: `on` is the first day without it. Raises CannotSave if it is not held without an end."""
    held = person.roles.filter(role=role, until_on__isnull=True).first()
    if held is None:
        raise CannotSave(f"{person.name} is not {role.label}, so there is no role to end.")
    end_appointment(held=held, by=by, on=on, why=why)


@transaction.atomic
def end_appointment(*, held: RoleHeld, by: Actor, on: date, last_on: date | None = None, why: str = "") -> None:
    """End it after `last_on`; at once without one, so that `on` is the first day without it. What has not begun by
    then is taken back. Raises CannotSave for what has ended, for a later end, and for the last administrator's.
    """
    person, role = held.person, Role(held.role)
    one_at_a_time(person.area_id)
    current = RoleHeld.objects.filter(pk=held.pk).first()
    ends = last_on if last_on is not None else on - A_DAY
    if current is None or (current.until_on is not None and current.until_on < on):
        raise CannotSave(f"This role of {person.name} has ended already.")
    _refuse_end(current, on, last_on, ends)
    if role == Role.ADMINISTRATOR:
        keep_an_administrator(person, ends + A_DAY)
    if ends < current.from_on:
        current.delete()
    else:
        current.until_on = ends
        current.save(update_fields=["until_on"])
    detail: dict[str, JSON] = {"role": role.value, "until": ends.isoformat()}
    record(what="ended a role", by=by, on=on, area=person.area_id, subject=person.handle, why=why, detail=detail)


def keep_an_administrator(leaving: Person, on: date) -> None:
    """Raises CannotSave unless, on a day, somebody else can sign in who is administrator without an end."""
    if not reads.lasting_administrators(leaving.area, on).exclude(pk=leaving.pk).exists():
        raise CannotSave(
            f"{leaving.area.name} would be left without an administrator. First appoint another, without a last day, "
            "who has signed in or chosen a password."
        )


def _refuse_appointment(person: Person, role: Role, by: Actor, on: date, begins: date, until: date | None) -> None:
    if by.handle == person.handle:
        raise CannotSave(
            "Nobody gives a role to themselves. Ask another administrator; if there is none, appoint one first."
        )
    if begins < on:
        raise CannotSave(
            "A role begins today or later: it says what somebody could see on a day, and that is not rewritten."
        )
    if until is not None and until < begins:
        raise CannotSave("The last day is before the first. Give a later one, or none.")
    for held in person.roles.filter(role=role):
        if (until is None or held.from_on <= until) and (held.until_on is None or begins <= held.until_on):
            raise CannotSave(
                f"{person.name} is already {role.label} {_days(held)}. End that role first if its dates are to change."
            )


def _refuse_end(held: RoleHeld, on: date, last_on: date | None, ends: date) -> None:
    if last_on is not None and last_on < on:
        raise CannotSave("The last day has passed. Choose today or later, or none to end the role at once.")
    if held.until_on is not None and ends >= held.until_on:
        raise CannotSave(
            f"The role ends on {format_date(held.until_on)} as it is. To let it be held for longer, appoint them again "
            "from the day after."
        )


def _days(held: RoleHeld) -> str:
    return f"from {format_date(held.from_on)}" + (f" until {format_date(held.until_on)}" if held.until_on else "")
