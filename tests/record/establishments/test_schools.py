"""The national register's download becomes schools and settings."""

import csv
from datetime import date
from pathlib import Path

import pytest

from goldenthread.foundation.intake import reads as intake
from goldenthread.foundation.intake import writes
from goldenthread.foundation.intake.models import State
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.record.establishments import reads
from goldenthread.record.establishments.intake.schools import source
from goldenthread.record.establishments.kinds import kind_of
from tests.factories import people
from tests.factories.casework import ON, upload

SHARED = Path(__file__).parents[3].parent / "shared" / "data" / "schools"
HEAD = "URN,EstablishmentName,TypeOfEstablishment (name),PhaseOfEducation (name),OpenDate,CloseDate,Postcode"
FIRST = "100001,Orchard Primary School,Community school,Primary,01/09/1993,,MR1 1AA"


def bring(*lines):
    batch = writes.receive(
        area=people.area(), upload=upload("\n".join((HEAD, *lines)).encode(), "edubase.csv"), by=SYSTEM, on=ON
    )
    understanding = writes.understand(batch=batch, by=SYSTEM, on=ON)
    writes.commit(batch=batch, by=SYSTEM, on=ON, understanding=understanding)
    return batch


@pytest.mark.django_db
def test_schools_are_added_then_changed_then_left_alone_then_undone():
    bring(FIRST)
    renamed = bring(FIRST.replace("Orchard", "Quarry Bank"))
    same = bring(FIRST.replace("Orchard", "Quarry Bank"))

    counted = [(each.added, each.changed, each.unchanged) for each in (*intake.counts(renamed), *intake.counts(same))]
    assert counted == [(0, 1, 0), (0, 0, 1)]
    assert reads.names(people.area(), ["100001"]) == {"100001": "Quarry Bank Primary School"}
    writes.undo(batch=renamed, by=SYSTEM, on=ON, why="A test.")
    assert reads.names(people.area(), ["100001"]) == {"100001": "Orchard Primary School"}


@pytest.mark.django_db
def test_problems_are_said_by_cell_and_the_good_rows_are_kept():
    batch = bring(
        FIRST, "nonsense,No Number School,Community school,,,,", "100002,Hill,Free schools special,,31/02/1993,,"
    )

    found = [(each.severity, each.row, each.column, each.value) for each in intake.problems(batch)]
    assert found == [("error", 3, "URN", "nonsense"), ("query", 4, "OpenDate", "31/02/1993")]
    assert reads.kinds(people.area()) == {"100001": "mainstream", "100002": "special"}


@pytest.mark.django_db
def test_a_table_without_its_columns_is_refused():
    batch = writes.receive(area=people.area(), upload=upload(b"URN,Head\n1,2\n"), by=SYSTEM, on=ON, source="schools")

    writes.understand(batch=batch, by=SYSTEM, on=ON)

    assert batch.state == State.REFUSED
    assert "no column EstablishmentName, TypeOfEstablishment (name)" in batch.refusal


@pytest.mark.django_db
def test_where_a_school_stands_its_number_and_its_places_are_kept():
    head = "LA (code),EstablishmentNumber,DistrictAdministrative (name),SchoolCapacity"
    batch = writes.receive(
        area=people.area(),
        upload=upload(f"{HEAD},{head}\n{FIRST},999,2001,Northvale,210\n".encode(), "edubase.csv"),
        by=SYSTEM,
        on=ON,
    )
    writes.commit(batch=batch, by=SYSTEM, on=ON, understanding=writes.understand(batch=batch, by=SYSTEM, on=ON))

    school = reads.by_urn(people.area())["100001"]
    assert (school.laestab, school.district, school.places) == ("9992001", "Northvale", 210)


@pytest.mark.django_db
def test_two_areas_hold_their_own_schools():
    bring(FIRST)

    assert (reads.kinds(people.area()), reads.kinds(people.area("885"))) == ({"100001": "mainstream"}, {})


@pytest.mark.django_db
def test_a_school_is_open_from_its_first_day_until_the_day_before_it_closed():
    bring("100001,Orchard,Community school,Primary,01/09/1993,31/08/2026,")

    days = (date(1993, 8, 31), date(1993, 9, 1), date(2026, 8, 30), date(2026, 8, 31))
    assert [reads.open_on(people.area(), day).count() for day in days] == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("type_name", "kind"),
    [
        ("Special post 16 institution", "special_post16"),
        ("Non-maintained special school", "independent_special"),
        ("Academy 16-19 converter", "post16"),
        ("A new kind of special academy", "special"),
        ("Offshore schools", "other"),
    ],
)
def test_the_registers_types_have_a_kind(type_name, kind):
    assert kind_of(type_name) == kind


@pytest.mark.shared
def test_every_type_of_the_register_that_a_child_may_attend_has_a_kind():
    path = SHARED / "gias_establishment_types_20250422.csv"
    if not path.exists():
        pytest.skip(f"{path.name} is not beside this project")

    with path.open(newline="") as stream:
        other = {
            row["type-of-establishment-name"]
            for row in csv.DictReader(stream)
            if kind_of(row["type-of-establishment-name"]) == "other"
        }

    assert other == {
        "Welsh establishment", "Secure units", "Offshore schools", "Miscellaneous", "British schools overseas",
        "Institution funded by other government department", "Online provider",
    }  # fmt: skip


@pytest.mark.shared
def test_the_official_columns_are_recognised():
    path = SHARED / "gias_sample_60_schools_fbit.csv"
    if not path.exists():
        pytest.skip(f"{path.name} is not beside this project")
    sample = upload(path.read_bytes(), path.name)

    understanding = source.understand(sample, None)

    assert source.recognises(sample)
    assert (understanding.ready, understanding.refused) == (60, 0)
