"""Pupils who came in a census and children who came in a return are the same children once frozen."""

from datetime import date

import pytest
from django_scopes import scope

from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.measure.snapshots import parquet, reads
from goldenthread.measure.snapshots.writes import freeze_records
from tests.factories import casework, people, pupils
from tests.factories.casework import upn
from tests.factories.pupils import ON, SPECIAL, a_census, bring, csv, exclusion, half_days, pupil


@pytest.fixture
def area(db, settings, tmp_path):
    settings.SNAPSHOTS, settings.EXTRACTS = tmp_path / "snapshots", tmp_path / "extracts"
    home = people.area()
    with scope(area=home):
        pupils.schools(home)
        yield home


def frozen(area):
    return parquet.read(reads.folder(freeze_records(area=area, as_at=ON, by=SYSTEM, on=ON)))


def test_a_plan_and_a_pupil_of_one_number_are_one_child(area):
    casework.a_plan(casework.a_child(number=71))
    a_census(pupil(71, SPECIAL, sen="E"), pupil(72))
    bring(csv(pupils.SESSIONS, half_days(71, SPECIAL)), "sessions.csv")
    bring(csv(pupils.EXCLUSIONS, exclusion(71, SPECIAL)), "exclusions.csv")

    tables = {name: table.to_pylist() for name, table in frozen(area).items()}

    (plan,) = tables["plans"]
    told = {name: [row["child"] for row in tables[name]] for name in ("sessions", "exclusions")}
    assert {row["urn"]: row["child"] == plan["child"] for row in tables["pupils"]} == {SPECIAL: True, "100001": False}
    assert told == {"sessions": [plan["child"]], "exclusions": [plan["child"]]}


def test_nothing_frozen_names_a_pupil(area):
    a_census(pupil(71))

    tables = frozen(area)

    told = str(tables["pupils"].to_pylist())
    assert [secret for secret in ("Vellacott", "Robin", upn(71), "2015, 3, 2") if secret in told] == []
    assert tables["pupils"]["born_month"].to_pylist() == [date(2015, 3, 1)]


def test_the_same_pupils_in_another_order_are_the_same_snapshot(area):
    a_census(pupil(71), pupil(72, SPECIAL))
    first = freeze_records(area=area, as_at=ON, by=SYSTEM, on=ON)
    a_census(pupil(72, SPECIAL), pupil(71))

    assert freeze_records(area=area, as_at=ON, by=SYSTEM, on=ON) == first
