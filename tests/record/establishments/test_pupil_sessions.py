"""Half-days possible and missed, by term; as totals, or code by code."""

from datetime import date

import pytest

from goldenthread.foundation.intake import reads as intake
from goldenthread.record.establishments import reads
from tests.factories import pupils
from tests.factories.casework import upn
from tests.factories.pupils import ON, PRIMARY, SESSIONS, SPECIAL, a_census, bring, csv, half_days, pupil

AUTUMN = date(2025, 9, 1)


def attended(area, as_at=ON):
    columns = ("urn", "term_on", "possible", "authorised", "unauthorised", "send")
    rows = reads.frozen_pupils(area, as_at)["sessions"].to_pylist()
    return [tuple(row[name] for name in columns) for row in rows]


def sessions(*rows, name="sessions.csv", on=ON, **chosen):
    return bring(csv(SESSIONS, *rows), name, on=on, **chosen)


def problems(batch):
    return [(each.code, each.severity, each.row, each.column) for each in intake.problems(batch)]


def test_half_days_carry_the_support_that_the_years_census_tells(area):
    a_census(pupil(1, sen="K", need="SLCN"))

    batch = sessions(half_days(1), half_days(2, SPECIAL))

    assert batch.source == "pupil_sessions"
    assert sorted(attended(area)) == [
        (PRIMARY, AUTUMN, 140, 7, 0, "SEN support"),
        (SPECIAL, AUTUMN, 140, 7, 0, None),
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (half_days(1, possible=100, authorised=90, unauthorised=11), ("PUP20", "error", 2, "Sessions possible")),
        (half_days(1, possible=380), ("PUP22", "error", 2, "Sessions possible")),
        (half_days(1, possible=0, authorised=0), ("PUP21", "query", 2, "Sessions possible")),
        (half_days(1, authorised=""), ("PUP19", "error", 2, "Sessions authorised")),
        (half_days(1, authorised="a few"), ("PUP19", "error", 2, "Sessions authorised")),
        (half_days(1, authorised="-3"), ("PUP19", "error", 2, "Sessions authorised")),
        (half_days(1, term="Autumn 2025/27"), ("PUP17", "error", 2, "Term")),
        (half_days(1, term="2025"), ("PUP17", "error", 2, "Term")),
        (half_days(1, term=""), ("PUP18", "error", 2, "Term")),
    ],
)
def test_what_cannot_be_is_kept_aside_and_said(area, row, expected):
    batch = sessions(row, half_days(9, SPECIAL))

    assert problems(batch) == [expected]
    assert [one[0] for one in attended(area)] == [SPECIAL]


def test_a_pupil_told_twice_counts_once(area):
    batch = sessions(half_days(1), half_days(1, authorised=9))

    assert problems(batch) == [("PUP14", "query", 3, "UPN")]
    assert attended(area) == [(PRIMARY, AUTUMN, 140, 7, 0, None)]


def test_the_term_is_the_files_own_its_names_or_what_a_person_says(area):
    rows = half_days(1, term="")
    sessions(rows, name="sessions spring 2026.csv")
    sessions(rows, name="sessions.csv", term="Summer 2026")
    sessions(rows, name="census 2026 spring sessions.csv")

    assert sorted(one[1] for one in attended(area)) == [AUTUMN, date(2026, 1, 1), date(2026, 4, 1)]


def test_a_term_in_hand_is_known_only_from_a_file_that_had_come(area):
    sessions(half_days(1, term="Autumn 2026"), on=date(2026, 10, 20))

    days = (date(2026, 10, 19), date(2026, 10, 20), ON)
    assert [len(attended(area, day)) for day in days] == [0, 1, 1]


def test_a_term_that_is_over_is_known_whenever_its_file_came(area):
    sessions(half_days(1))

    assert (len(attended(area, date(2025, 12, 31))), len(attended(area, date(2026, 1, 1)))) == (0, 1)


def test_codes_add_up_and_those_that_were_not_possible_do_not_count(area):
    rows = ("/,60", "\\,58", "I,7", "O,3", "D,10", "#,2", "L,1")
    content = csv("UPN,URN,Term,Attendance code,Sessions", *(f"{upn(1)},{PRIMARY},Autumn 2025,{row}" for row in rows))

    batch = bring(content, "codes.csv")

    assert problems(batch) == []
    assert attended(area) == [(PRIMARY, AUTUMN, 129, 7, 3, None)]


def test_absences_alone_take_what_was_possible_from_the_census_beside_them(area):
    content = pupils.zipped(
        pupilonroll=csv(
            "pupilonrolltableid,NativeId,upn,senprovision,termlysessionspossible", f"r1,100001,{upn(1)},K,135.0"
        ),
        termlysessiondetailsonroll=csv(
            "pupilonrolltableid,NativeId,sessions,attendancereason", "r1,100001,7.0,I", "r1,100001,3.0,O"
        ),
    )

    bring(content, "census_2026_spring.zip")

    assert attended(area) == [(PRIMARY, AUTUMN, 135, 7, 3, "SEN support")]


def test_absences_without_what_was_possible_are_not_turned_into_a_share(area):
    batch = bring(csv("UPN,URN,Term,Attendance code,Sessions", f"{upn(1)},{PRIMARY},Autumn 2025,I,7"), "codes.csv")

    assert [each[0] for each in problems(batch)] == ["PUP24", "PUP19"]
    assert attended(area) == []


def test_a_code_that_there_is_not_is_said(area):
    rows = (f"{upn(1)},{PRIMARY},Autumn 2025,/,60", f"{upn(1)},{PRIMARY},Autumn 2025,9,7")

    batch = bring(csv("UPN,URN,Term,Attendance code,Sessions", *rows), "codes.csv")

    assert problems(batch) == [("PUP23", "error", 3, "Attendance code")]
    assert attended(area) == [(PRIMARY, AUTUMN, 60, 0, 0, None)]


def test_a_table_that_came_after_its_census_finds_its_pupils(area):
    bring(csv("pupilonrolltableid,NativeId,upn,senprovision", f"r1,100001,{upn(1)},E"), "census_2026_spring.csv")

    bring(
        csv("pupilonrolltableid,NativeId,term,sessions,attendancereason", "r1,100001,Spring 2026,60,/"),
        "termlysessiondetailsonroll.csv",
    )

    assert attended(area) == [(PRIMARY, date(2026, 1, 1), 60, 0, 0, "EHC plan")]
