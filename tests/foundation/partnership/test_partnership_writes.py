from datetime import date

import pytest

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership import reads, writes
from goldenthread.foundation.partnership.models import LocalArea, Role
from goldenthread.foundation.partnership.permissions import roles_of
from tests.factories import people
from tests.factories.people import TODAY

pytestmark = pytest.mark.django_db


def test_every_area_of_england_is_there_after_migrating() -> None:
    regions = LocalArea.objects.exclude(code="999").values_list("region", flat=True)

    assert (len(regions), len(set(regions)), reads.area("885").name) == (153, 9, "Worcestershire")


def test_loading_the_areas_again_changes_nothing_and_says_nothing() -> None:
    before = ledger.verify().lines

    changed = writes.load_areas(by=SYSTEM, on=TODAY)

    assert (changed, ledger.verify().lines) == (0, before)


def test_an_area_that_was_renamed_is_put_right() -> None:
    LocalArea.objects.filter(code="885").update(name="Worcs")

    changed = writes.load_areas(by=SYSTEM, on=TODAY)

    assert (changed, reads.area("885").name) == (1, "Worcestershire")


def test_an_appointment_is_one_line_in_the_ledger_without_a_name() -> None:
    person = people.person(name="Priya Nair")

    writes.appoint(person=person, role=Role.ANALYST, by=SYSTEM, on=TODAY)

    line = ledger.lines(subject=person.handle).get()
    detail = {"role": "analyst", "from": TODAY.isoformat(), "until": None}
    assert (line.what, line.area, line.detail) == ("appointed", "999", detail)


def test_a_role_is_not_given_twice() -> None:
    person = people.person(Role.ANALYST, name="Priya Nair")

    with pytest.raises(ValueError, match="Priya Nair is already Data analyst"):
        writes.appoint(person=person, role=Role.ANALYST, by=SYSTEM, on=TODAY)


def test_a_role_ends_the_day_before() -> None:
    person = people.person(Role.ANALYST)

    writes.end_role(person=person, role=Role.ANALYST, by=SYSTEM, on=date(2026, 10, 1), why="moved on")

    held = [roles_of(person, day) for day in (date(2026, 9, 30), date(2026, 10, 1))]
    assert held == [{Role.ANALYST}, frozenset()]


def test_a_role_given_today_can_be_taken_back_today() -> None:
    person = people.person()
    writes.appoint(person=person, role=Role.ANALYST, by=SYSTEM, on=TODAY)

    writes.end_role(person=person, role=Role.ANALYST, by=SYSTEM, on=TODAY)

    assert roles_of(person, TODAY) == frozenset()


def test_people_with_a_role_are_those_of_the_area_who_hold_it_that_day() -> None:
    here = people.person(Role.ANALYST)
    people.person(Role.ANALYST, in_area=people.area("885"))
    people.person(Role.CASEWORKER)

    found = reads.people_with(people.area(), Role.ANALYST, TODAY)

    assert list(found) == [here]
