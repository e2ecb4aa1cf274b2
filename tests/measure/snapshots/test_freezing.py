from datetime import date

import pytest
from django_scopes import scope

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.measure.snapshots import parquet, reads
from goldenthread.measure.snapshots.models import Snapshot
from goldenthread.measure.snapshots.writes import freeze_records
from tests.factories import casework, people

ON = date(2026, 10, 31)
pytestmark = pytest.mark.django_db


@pytest.fixture
def area(settings, tmp_path):
    settings.SNAPSHOTS = tmp_path
    home = people.area()
    with scope(area=home):
        yield home


def freeze(area, as_at=ON):
    return freeze_records(area=area, as_at=as_at, by=SYSTEM, on=ON, sources=["b", "a"])


def test_the_same_facts_frozen_twice_are_one_snapshot_and_one_line(area):
    casework.a_plan()

    first, again = freeze(area), freeze(area)

    assert first == again
    assert Snapshot.objects.count() == 1
    assert ledger.lines(what="snapshots.frozen").count() == 1
    assert first.sources == ["a", "b"]


def test_another_fact_makes_another_snapshot(area):
    before = freeze(area)
    casework.a_request()

    after = freeze(area)

    assert after.content_hash != before.content_hash
    assert reads.latest(area, ON) == after


def test_a_snapshot_knows_nothing_later_than_its_day(area):
    casework.a_plan(received_on=date(2025, 1, 6), issued_on=date(2025, 5, 20))

    snapshot = freeze(area, date(2025, 5, 19))

    assert {name: told["rows"] for name, told in snapshot.tables.items() if told["rows"]} == {"cases": 1}


def test_nothing_frozen_names_a_child(area):
    child = casework.a_child(surname="Vellacott", forename="Robin")
    casework.a_plan(child)

    tables = parquet.read(reads.folder(freeze(area)))

    told = str({name: table.to_pylist() for name, table in tables.items()})
    assert [secret for secret in ("Vellacott", "Robin", child.upn, "2015, 6, 2") if secret in told] == []
    assert tables["cases"].num_rows == 1


def test_lost_tables_are_said_to_be_lost(area):
    snapshot = Snapshot(area=area, as_at=ON, content_hash="f" * 64)

    with pytest.raises(FileNotFoundError, match=r"Restore them from a backup"):
        reads.folder(snapshot)
