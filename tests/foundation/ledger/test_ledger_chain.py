"""The chain holds, and says where it was broken."""

import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.foundation.ledger import reads, writes
from goldenthread.foundation.ledger.models import AppendOnly, Entry, Head
from tests.factories.people import TODAY

pytestmark = pytest.mark.django_db


def three_lines() -> list[Entry]:
    return [
        writes.record(what=what, by=reads.SYSTEM, on=TODAY, area="999", subject="plan:1", detail={"n": 1})
        for what in ("opened", "changed", "closed")
    ]


@pytest.fixture
def unguarded() -> None:
    """A thief with the keys of the database has taken the triggers off."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER ledger_entry_no_update")
        cursor.execute("DROP TRIGGER ledger_entry_no_delete")


def run(statement: str, *values: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_a_chain_that_nobody_touched_is_whole() -> None:
    three_lines()

    verdict = reads.verify()

    assert verdict == reads.Verdict(3, None, "The ledger is whole: 3 lines, each as it was written.")


def test_an_empty_ledger_is_whole() -> None:
    assert reads.verify().whole


def test_each_line_holds_the_digest_of_the_line_before() -> None:
    first, second, third = three_lines()

    assert [second.previous, third.previous] == [first.digest, second.digest]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE ledger_entry SET what = 'nothing' WHERE position = 2", "DELETE FROM ledger_entry WHERE position = 2"],
)
def test_the_database_refuses_to_change_or_remove_a_line(statement: str) -> None:
    three_lines()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        run(statement)

    assert reads.verify().whole


def test_saving_a_line_again_is_refused_by_the_database() -> None:
    entry = three_lines()[1]
    entry.what = "nothing"

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        entry.save()


def test_deleting_and_updating_through_the_models_is_refused() -> None:
    entry = three_lines()[1]

    for forbidden in (entry.delete, Entry.objects.all().delete, lambda: Entry.objects.update(what="nothing")):
        with pytest.raises(AppendOnly):
            forbidden()


@pytest.mark.usefixtures("unguarded")
@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        (
            "UPDATE ledger_entry SET why = 'another' WHERE position = 2",
            "Line 2 is not as it was written (2026-10-31, changed).",
        ),
        ("DELETE FROM ledger_entry WHERE position = 2", "Line 2 is missing: line 3 follows 1."),
        ("DELETE FROM ledger_entry WHERE position = 3", "Line 3 is missing: the chain ends before its recorded end."),
    ],
)
def test_a_tampered_line_is_named(statement: str, sentence: str) -> None:
    three_lines()
    run(statement)

    verdict = reads.verify()

    assert (verdict.whole, verdict.sentence) == (False, sentence)


@pytest.mark.usefixtures("unguarded")
def test_a_changed_line_with_a_new_digest_breaks_at_the_next() -> None:
    three_lines()
    forged = Entry.objects.get(position=2)
    forged.why = "another"
    run("UPDATE ledger_entry SET why = 'another', digest = %s WHERE position = 2", forged.computed_digest())

    assert reads.verify().broken_at == 3


def test_a_line_disappears_with_the_change_it_tells_of() -> None:
    three_lines()

    with transaction.atomic():
        writes.record(what="changed", by=reads.SYSTEM, on=TODAY)
        transaction.set_rollback(True)

    assert (reads.verify().lines, Head.objects.get().position) == (3, 3)


def test_who_looked_at_a_record_is_found_newest_first() -> None:
    three_lines()
    for page in ("timeline", "advice"):
        writes.record_look(by=reads.SYSTEM, on=TODAY, area="999", subject="child:7", why="preparing a panel", page=page)

    looks = reads.looks_at("child:7")

    assert [(look.detail, look.why) for look in looks] == [
        ({"page": "advice"}, "preparing a panel"),
        ({"page": "timeline"}, "preparing a panel"),
    ]
