"""Rows are added or changed one way: every one is counted, told, and in the journal."""

from typing import Any

import pytest
from django.db.models import Model

from goldenthread.foundation.intake.keeper import Keeper, Unwritten
from goldenthread.foundation.intake.source import Change, Counted
from goldenthread.foundation.partnership.models import Organisation
from tests.factories import people

pytestmark = pytest.mark.django_db


class Noted(Unwritten):
    """What it was handed."""

    def __init__(self) -> None:
        self.handed: list[tuple[str, int]] = []
        self.before: list[Any] = []

    def added(self, row: Model) -> None:
        self.handed.append(("added", row.pk))

    def changed(self, row: Model, before: Any) -> None:
        self.handed.append(("changed", row.pk))
        self.before.append(before["kind"])


class Plain(Keeper):
    called = {"organisations": "partners"}  # noqa: RUF012  (as a room would say it)
    untold = {"name"}  # noqa: RUF012


def test_what_is_new_changed_as_it_was_and_kept_aside_is_counted_apart():
    journal, area = Noted(), people.area()
    keeper = Keeper(journal)

    made = keeper.keep(Organisation, None, {"area": area, "name": "Trust"}, {"kind": "health"})
    keeper.keep(Organisation, made, {}, {"kind": "health"})
    keeper.keep(Organisation, made, {}, {"kind": "other"})
    keeper.leave(Organisation, 2)

    assert keeper.counts() == (Counted("Organisations", added=1, changed=1, unchanged=1, refused=2),)
    assert (journal.handed, journal.before) == ([("added", made.pk), ("changed", made.pk)], ["health"])
    assert Organisation.objects.get(pk=made.pk).kind == "other"


def test_a_change_is_told_by_its_label_before_and_after():
    keeper = Keeper(Unwritten())
    held = Organisation.objects.create(area=people.area(), name="Trust", kind="health")

    keeper.keep(Organisation, held, {}, {"kind": "education", "name": ""})

    assert keeper.changes == [
        Change("Organisation: Trust", "kind", "Health", "School, college or setting"),
        Change("Organisation: Trust", "name", "Trust", "nothing"),
    ]


def test_a_room_calls_its_kinds_and_leaves_fields_untold():
    keeper = Plain(Unwritten())
    held = Organisation.objects.create(area=people.area(), name="Trust", kind="health")

    keeper.keep(Organisation, held, {}, {"name": "The Trust"})

    assert (keeper.counts(), keeper.changes) == ((Counted("Partners", changed=1),), [])


def test_a_kind_of_which_nothing_came_is_not_counted():
    keeper = Keeper(Unwritten())

    keeper.leave(Organisation, 0)

    assert keeper.counts() == ()
