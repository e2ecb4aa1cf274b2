"""What the engine makes of few pupils, by hand: on roll, over places, half-days and exclusions."""

from datetime import date

import pytest

from goldenthread.measure.indicators.definition import Count, Every, Joined, Level, Rated, Reached, Summed, Unit
from goldenthread.measure.indicators.embedded import embedded
from goldenthread.measure.indicators.engine import CannotCount
from goldenthread.measure.snapshots import parquet
from tests.factories.counted import attended, on_roll, suspended, told

AS_AT = date(2026, 10, 17)


@pytest.fixture
def frozen(tmp_path):
    def made(**rows):
        folder = tmp_path / "frozen"
        parquet.write(parquet.complete(rows), folder)
        return embedded(folder, AS_AT)

    return made


# ---------------------------------------------------------------- the census


def test_events_are_divided_by_those_on_roll_in_january_of_their_school_year(frozen):
    january = date(2026, 1, 15)
    tables = frozen(
        pupils=[
            on_roll(1, january), on_roll(2, january), on_roll(3, january, urn="100002"), on_roll(4, date(2025, 10, 2)),
            on_roll(1, january, urn="100002", main=False),
        ],
        exclusions=[
            suspended(1, date(2025, 10, 1)), suspended(1, date(2026, 2, 2)), suspended(2, date(2026, 9, 8)),
            suspended(9, date(2026, 2, 2), urn="100009"),
        ],
    )  # fmt: skip
    counts = {
        "rows": tables.exclusions, "on": "starts_on", "people": tables.pupils, "census_on": "census_on",
        "people_among": tables.pupils.main,
    }  # fmt: skip
    more = {"unit": Unit.RATE, "levels": (Level.AREA, Level.ESTABLISHMENT), "periods": (Every.ACADEMIC,)}

    events = told(tables, Rated(**counts), **more)
    pupils = told(tables, Rated(**counts, distinct="child"), **more)

    assert [row[1:] for row in events] == [
        ("", "school year 2025/26", 3, 3, 100.0),
        ("100001", "school year 2025/26", 2, 2, 100.0),
        ("100002", "school year 2025/26", 0, 1, 0.0),
        ("100009", "school year 2025/26", 1, 0, None),
    ]
    assert [row[3] for row in pupils] == [2, 1, 0, 1]


def test_of_two_january_days_of_one_year_the_later_is_the_census(frozen):
    early, late = date(2026, 1, 8), date(2026, 1, 15)
    tables = frozen(
        pupils=[on_roll(1, early), on_roll(1, late), on_roll(2, late)], exclusions=[suspended(1, date(2026, 2, 2))]
    )
    counts = Rated(tables.exclusions, on="starts_on", people=tables.pupils, census_on="census_on")

    found = told(tables, counts, unit=Unit.RATE, periods=(Every.ACADEMIC,))

    assert [row[3:] for row in found] == [(1, 2, 50.0)]


def test_a_census_day_that_is_not_held_has_no_figure(frozen):
    tables = frozen(pupils=[on_roll(1, date(2026, 1, 15), send="EHC plan"), on_roll(2, date(2026, 1, 15))])
    counts = Count(tables.pupils, on="census_on", met=tables.pupils.send == "EHC plan")

    found = told(tables, counts, periods=(Every.DAY,), levels=(Level.AREA, Level.SEND))

    assert found == [
        ("999", "", "15 January 2026", 1, 2, 50.0),
        ("999", "EHC plan", "15 January 2026", 1, 1, 100.0),
        ("999", "all SEND", "15 January 2026", 1, 1, 100.0),
        ("999", "no SEN", "15 January 2026", 0, 1, 0.0),
    ]


def test_pupils_over_places_leaves_out_schools_whose_places_nobody_knows(frozen):
    day = date(2026, 1, 15)
    tables = frozen(
        pupils=[on_roll(1, day), on_roll(2, day), on_roll(3, day, urn="100002"), on_roll(4, day, urn="100003")],
        establishments=[
            {"urn": "100001", "name": "A", "kind": "special", "places": 1},
            {"urn": "100002", "name": "B", "kind": "special", "places": 4},
            {"urn": "100003", "name": "C", "kind": "special"},
            {"urn": "100004", "name": "D", "kind": "special", "places": 50},
        ],
    )
    counts = Joined(tables.pupils, on="census_on", schools=tables.establishments, places="places")

    found = told(tables, counts, unit=Unit.RATE, periods=(Every.DAY,), levels=(Level.AREA, Level.ESTABLISHMENT))

    assert [(place, *numbers) for _, place, _, *numbers in found] == [
        ("", 3, 5, 60.0), ("100001", 2, 1, 200.0), ("100002", 1, 4, 25.0),
    ]  # fmt: skip


# ---------------------------------------------------------------- half-days


def test_one_who_changed_support_is_one_in_the_area_and_among_all_send(frozen):
    autumn, spring = date(2025, 9, 1), date(2026, 1, 1)
    tables = frozen(
        sessions=[
            attended(1, autumn, 10, 70, send="SEN support"), attended(1, spring, 0, 30, send="EHC plan"),
            attended(2, autumn, 0, 0, send="EHC plan"), attended(3, autumn, 7, 70), attended(3, spring, 0, 1),
        ]
    )  # fmt: skip
    sessions = tables.sessions
    counts = Reached(
        sessions, on="term_on", who=("child", "urn"), top=sessions.authorised, under=sessions.possible, at_least=0.1
    )

    found = told(tables, counts, levels=(Level.AREA, Level.SEND), periods=(Every.TERM, Every.ACADEMIC))

    year = [(place, n, of) for _, place, label, n, of, _ in found if label == "school year 2025/26"]
    assert year == [("", 1, 2), ("EHC plan", 0, 1), ("SEN support", 1, 1), ("all SEND", 1, 1), ("no SEN", 0, 1)]
    assert ("spring term 2026", 0, 2) in [(label, n, of) for _, place, label, n, of, _ in found if not place]


def test_exactly_a_tenth_is_a_tenth(frozen):
    tables = frozen(sessions=[attended(n, date(2026, 1, 1), n, 10 * n) for n in range(1, 200)])
    sessions = tables.sessions
    counts = Reached(
        sessions, on="term_on", who=("child",), top=sessions.authorised, under=sessions.possible, at_least=0.1
    )

    assert [row[3:5] for row in told(tables, counts, periods=(Every.TERM,))] == [(199, 199)]


def test_more_half_days_missed_than_were_possible_is_a_fault_that_names_the_definition(frozen):
    tables = frozen(sessions=[attended(1, date(2026, 1, 1), 71, 70)])
    counts = Summed(tables.sessions, on="term_on", top=tables.sessions.authorised, under=tables.sessions.possible)

    with pytest.raises(CannotCount, match=r"made_up: 71 out of 70 \(the area, spring term 2026\) is more than all"):
        told(tables, counts, periods=(Every.TERM,))


def test_the_sum_of_what_was_missed_over_what_was_possible(frozen):
    tables = frozen(
        sessions=[
            attended(1, date(2026, 1, 1), 7, 70), attended(2, date(2026, 4, 1), 1, 30),
            attended(3, date(2026, 4, 1), 0, 0),
        ]
    )  # fmt: skip
    counts = Summed(tables.sessions, on="term_on", top=tables.sessions.authorised, under=tables.sessions.possible)

    found = told(tables, counts, periods=(Every.TERM, Every.ACADEMIC))

    assert [row[2:] for row in found] == [
        ("school year 2025/26", 8, 100, 8.0), ("spring term 2026", 7, 70, 10.0), ("summer term 2026", 1, 30, 100 / 30),
    ]  # fmt: skip
