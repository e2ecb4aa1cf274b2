"""A school census becomes pupils without names, each counted once."""

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from django.conf import settings as django_settings

from goldenthread.foundation.intake import reads as intake
from goldenthread.foundation.intake import writes
from goldenthread.foundation.intake.models import State
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.record.establishments import reads
from goldenthread.record.establishments.models import Establishment, PupilExtract
from goldenthread.rules.pseudonym import pseudonyms
from tests.factories import people, pupils
from tests.factories.casework import upn
from tests.factories.pupils import ACADEMY, CENSUS, ON, PRIMARY, SPECIAL, a_census, bring, csv, pupil

DAY = date(2026, 1, 15)


def roll(area, as_at=ON):
    return reads.frozen_pupils(area, as_at)["pupils"].to_pylist()


def problems(batch):
    return [(each.code, each.severity, each.row, each.column) for each in intake.problems(batch)]


def test_a_pupil_becomes_a_row_without_a_name(area):
    a_census(pupil(1, SPECIAL, sen="E", need="ASD"))

    child = pseudonyms(django_settings.PSEUDONYM_KEY)(f"UPN:{upn(1)}")
    assert roll(area) == [
        {
            "child": child, "urn": SPECIAL, "born_month": date(2015, 3, 1), "send": "EHC plan", "need": "ASD",
            "main": True, "roll": None, "census_on": DAY, "placed": "special", "district": "Southmoor", "area": "999",
        }
    ]  # fmt: skip


def test_no_name_number_or_birth_date_is_in_the_file_kept(area, settings):
    a_census(pupil(1))

    (path,) = Path(settings.EXTRACTS).glob("??/*.parquet")
    content = path.read_bytes()
    assert [secret for secret in ("Vellacott", "Robin", upn(1), "02/03/2015") if secret.encode() in content] == []
    assert PRIMARY.encode() in content


def test_the_same_file_again_changes_nothing_and_another_replaces_its_own_schools_only(area):
    a_census(pupil(1), pupil(2, SPECIAL))

    same = a_census(pupil(2, SPECIAL), pupil(1))
    later = a_census(pupil(3), pupil(4))

    assert [(each.added, each.changed, each.unchanged) for each in intake.counts(same)] == [(0, 0, 2)]
    assert [(each.added, each.changed, each.unchanged) for each in intake.counts(later)] == [(0, 2, 0)]
    assert sorted(row["urn"] for row in roll(area)) == [PRIMARY, PRIMARY, SPECIAL]


def test_undone_the_extract_is_gone_and_the_earlier_one_stands(area, settings):
    a_census(pupil(1))
    later = a_census(pupil(2), pupil(3))

    writes.undo(batch=later, by=SYSTEM, on=ON, why="A test.")

    assert PupilExtract.objects.count() == 1
    assert len(roll(area)) == 1


def test_files_that_no_extract_names_are_swept_when_they_are_old(area, settings):
    from goldenthread.record.establishments.extracts import store

    batch = a_census(pupil(1))
    writes.undo(batch=batch, by=SYSTEM, on=ON, why="A test.")

    assert (store.sweep(set()), store.sweep(set(), 0), store.sweep(set(), 0)) == (0, 1, 0)


def test_days_to_come_are_not_known(area):
    a_census(pupil(1))

    assert (len(roll(area, date(2026, 1, 14))), len(roll(area, DAY))) == (0, 1)


def test_two_areas_hold_their_own_pupils(area):
    a_census(pupil(1))

    assert reads.frozen_pupils(people.area("885"), ON)["pupils"].num_rows == 0


@pytest.mark.parametrize(
    ("code", "status"), [("N", "no SEN"), ("K", "SEN support"), ("E", "EHC plan"), ("S", "EHC plan"),
                         ("A", "SEN support"), ("P", "SEN support"), ("", None), ("Q", None)],
)  # fmt: skip
def test_codes_of_support_become_words_and_what_is_not_said_stays_unsaid(area, code, status):
    a_census(pupil(1, sen=code))

    assert [row["send"] for row in roll(area)] == [status]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([pupil(1, sen="")], [("PUP9", "query", 2, "SEN provision")]),
        ([pupil(1, sen="Q")], [("PUP8", "query", 2, "SEN provision")]),
        ([pupil(1, sen="S")], [("PUP10", "query", 0, "SEN provision")]),
        ([pupil(1, sen="K", need="WISH")], [("PUP11", "query", 2, "Primary need")]),
        ([pupil(1, born="31/02/2015")], [("PUP12", "query", 2, "Date of birth")]),
        ([pupil(1), pupil(1)], [("PUP14", "query", 3, "UPN")]),
        ([pupil(1), pupil(1, SPECIAL)], [("PUP15", "query", 2, "UPN")]),
        ([pupil(1), pupil(1, SPECIAL, status="S")], []),
        ([pupil(1, "100009")], [("PUP5", "query", 2, "URN")]),
        ([pupil(1, "Orchard")], [("PUP4", "error", 2, "URN")]),
        ([",100001,Vellacott,Robin,02/03/2015,N,,C,"], [("PUP2", "query", 2, "UPN")]),
        ([",100001,,,,N,,C,"], [("PUP3", "error", 2, "UPN")]),
        ([pupil(1) + ",one cell too many"], [("PUP1", "error", 0, "")]),
    ],
)
def test_faults_are_said_by_cell_and_nothing_good_is_lost(area, rows, expected):
    batch = a_census(*rows, pupil(99, ACADEMY))

    assert problems(batch) == expected
    assert ACADEMY in [row["urn"] for row in roll(area)]


def test_a_pupil_with_two_main_schools_is_counted_once_at_the_later(area):
    a_census(pupil(1, PRIMARY, entry="01/09/2025"), pupil(1, SPECIAL, entry="01/09/2019"))

    assert {row["urn"]: row["main"] for row in roll(area)} == {PRIMARY: True, SPECIAL: False}


def test_a_subsidiary_registration_is_held_but_not_the_main_one(area):
    a_census(pupil(1, PRIMARY, status="M"), pupil(1, SPECIAL, status="S"))

    assert {row["urn"]: row["main"] for row in roll(area)} == {PRIMARY: True, SPECIAL: False}


def test_a_school_that_became_an_academy_is_asked_about_by_its_successors_name(area):
    Establishment.objects.filter(urn=PRIMARY).update(closed_on=date(2025, 8, 31), successor_urn=ACADEMY)

    batch = a_census(pupil(1), pupil(2))

    (told,) = intake.problems(batch)
    assert told.message == "100001, Orchard Primary School, closed on 31 August 2025. 2 rows are of it."
    assert told.what_to_do == "It was followed by 100003, Hillcrest Academy: give that number."
    assert len(roll(area)) == 2


def test_where_nothing_says_the_census_day_a_person_does(area):
    content = csv(CENSUS, pupil(1))

    batch, _ = pupils.understood(content, "everyone.csv")
    told = bring(content, "everyone.csv", census_on="15 January 2026")

    assert problems(batch) == [("PUP13", "error", 2, "census_on")]
    assert [each["name"] for each in batch.choices] == ["census_on"]
    assert told.state == State.COMMITTED
    assert [row["census_on"] for row in roll(area)] == [DAY]


def test_rows_that_say_another_year_than_the_name_are_asked_about(area):
    batch = bring(csv(f"{CENSUS},Census date", f"{pupil(1)},16/01/2025"), "pupils_2026-01-15.csv")

    assert problems(batch) == [("PUP16", "query", 0, "Census date")]
    assert [row["census_on"] for row in roll(area)] == [date(2025, 1, 16)]


def test_a_school_by_the_authoritys_number_or_by_a_name_of_its_own(area):
    columns = CENSUS.replace("URN", "LAESTAB")
    bring(csv(columns, pupil(1, "999/0002")))
    bring(csv(CENSUS.replace("URN", "NativeId"), pupil(2, "SCH1")), **{"school:SCH1": PRIMARY})

    assert sorted(row["urn"] for row in roll(area)) == [PRIMARY, SPECIAL]


def test_a_file_of_one_school_is_of_the_school_that_is_said(area):
    content = csv("UPN,SEN provision", f"{upn(1)},K")

    batch, understanding = pupils.understood(content)
    bring(content, urn=PRIMARY)

    assert [choice.name for choice in understanding.choices] == ["census_on", "urn"]
    assert batch.facts["ready"] == 0
    assert [(row["urn"], row["send"]) for row in roll(area)] == [(PRIMARY, "SEN support")]


def test_the_primary_need_is_the_first_in_rank_of_the_censuss_own_table(area):
    content = pupils.zipped(
        pupilonroll=csv("pupilonrolltableid,NativeId,upn,senprovision", f"r1,100001,{upn(1)},E"),
        senneeds=csv("pupilonrolltableid,NativeId,sentyperank,sentype", "r1,100001,2.0,MLD", "r1,100001,1.0,SLCN"),
    )

    batch = bring(content, "census_2026_spring.zip")

    assert batch.source == "pupil_census"
    assert [(row["need"], row["census_on"]) for row in roll(area)] == [("SLCN", DAY)]


def test_excels_code_page_and_semicolons_are_read(area):
    bring(csv(CENSUS, pupil(1).replace("Robin", "Zoë")).decode().replace(",", ";").encode("cp1252"))

    assert len(roll(area)) == 1


def test_many_of_one_fault_are_listed_in_part_and_counted_in_whole(area):
    batch = a_census(*(pupil(number, sen="") for number in range(1, 251)))

    told = list(intake.problems(batch))
    assert len(told) == 101
    assert told[-1].message == "The same was found in 150 more rows, which are not listed one by one."
    assert batch.facts["to_check"] == 250


def test_a_workbook_is_read_as_a_table_is(area, tmp_path):
    with xlsxwriter.Workbook(tmp_path / "pupils.xlsx") as book:
        page = book.add_worksheet()
        for number, row in enumerate((CENSUS, pupil(1, sen="K"), pupil(2, sen=""))):
            page.write_row(number, 0, row.split(","))

    batch = bring((tmp_path / "pupils.xlsx").read_bytes(), "pupils_2026-01-15.xlsx")

    assert problems(batch) == [("PUP9", "query", 3, "SEN provision")]
    assert sorted(str(row["send"]) for row in roll(area)) == ["None", "SEN support"]
