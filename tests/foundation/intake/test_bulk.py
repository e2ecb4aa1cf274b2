"""Rows by the thousand, past the ORM, are as the ORM would have written them."""

from datetime import date
from uuid import UUID

import pytest
from django_scopes import scopes_disabled

from goldenthread.foundation.intake import bulk, writes
from goldenthread.foundation.intake.journal import BatchJournal, image
from goldenthread.foundation.intake.models import Batch, JournalPage, State
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.record.casework.models import AssessmentRequest, Child
from tests.factories import people
from tests.factories.casework import ON, a_child, assessed, sen2_person, waiting, xml_upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("all_areas")]
DAY = date(2026, 1, 15)


@pytest.fixture
def all_areas():
    with scopes_disabled():
        yield


def test_rows_are_added_in_order_with_the_defaults_of_their_fields():
    area = people.area()

    keys = bulk.insert(Child, [{"area_id": area.pk, "key": f"UPN:{n}", "known_on": DAY} for n in range(300)])

    held = list(Child.objects.filter(pk__in=keys).order_by("pk"))
    assert [(child.pk, child.key) for child in held] == [(key, f"UPN:{n}") for n, key in enumerate(keys)]
    assert {(child.surname, child.born_on, child.known_on) for child in held} == {("", None, DAY)}
    assert len({child.public_id for child in held if isinstance(child.public_id, UUID)}) == 300


def test_what_json_a_row_holds_is_kept_as_it_is():
    batch = Batch.objects.create(area=people.area(), file_name="a", sha256="b", size=1, received_by="x", received_on=ON)

    (key,) = bulk.insert(JournalPage, [{"batch_id": batch.pk, "model": "word", "rows": [[1, {"day": DAY}, "after"]]}])

    assert JournalPage.objects.get(pk=key).rows == [[1, {"day": "2026-01-15"}, "after"]]


def test_each_row_changes_in_its_own_columns_alone():
    first, second = a_child(forename="Robin"), a_child(forename="Robin")

    bulk.update(Child, {first.pk: {"forename": "Wren"}, second.pk: {"born_on": DAY}})

    assert list(Child.objects.order_by("pk").values_list("forename", "born_on")) == [
        ("Wren", first.born_on), ("Robin", DAY),
    ]  # fmt: skip


def test_a_row_written_twice_by_one_batch_is_put_back_as_it_was_at_first():
    child = a_child(forename="Robin")
    batch = Batch.objects.create(
        area=child.area, file_name="a", sha256="b", size=1, received_by="x", received_on=ON, state=State.COMMITTED,
        committed_on=ON,
    )  # fmt: skip
    journal, before = BatchJournal(batch), image(child)
    for name in ("Wren", "Jay"):
        was = image(child)
        child.forename = name
        child.save()
        journal.changed(child, was)
    journal.close()

    writes.undo(batch=batch, by=SYSTEM, on=ON, why="A test.")

    assert image(Child.objects.get()) == before


def test_what_was_previewed_is_compared_again_when_something_changed_in_between():
    def understood(file):
        batch = writes.receive(area=people.area(), upload=file, by=SYSTEM, on=ON)
        return batch, writes.understand(batch=batch, by=SYSTEM, on=ON)

    first, second = (understood(xml_upload(sen2_person(1, case))) for case in (waiting("2025-03-03"), assessed()))
    for batch, understanding in (first, second):
        writes.commit(batch=batch, by=SYSTEM, on=ON, understanding=understanding)

    assert [(one.outcome, one.child.pk) for one in AssessmentRequest.objects.all()] == [("Y", Child.objects.get().pk)]
    assert second[0].facts["written"]["casework.AssessmentRequest"] == [0, 1]
