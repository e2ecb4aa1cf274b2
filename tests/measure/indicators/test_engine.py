"""What the engine makes of few rows, by hand: areas, periods, residents, shares, and what cannot be counted."""

from datetime import date

import pytest

from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import (
    Count,
    Every,
    Happened,
    Joined,
    Level,
    Rated,
    Standing,
    Unit,
    Waited,
)
from goldenthread.measure.indicators.embedded import embedded
from goldenthread.measure.indicators.engine import Asked, CannotCount, measure, together
from goldenthread.measure.snapshots import parquet
from tests.factories.counted import SINCE, case, told

AS_AT = date(2026, 10, 17)


@pytest.fixture
def frozen(tmp_path):
    def made(**rows):
        folder = tmp_path / "frozen"
        parquet.write(parquet.complete(rows), folder)
        return embedded(folder, AS_AT)

    return made


# ---------------------------------------------------------------- areas


def test_every_area_of_the_tables_is_counted_and_those_of_a_region_are_summed(frozen):
    rows = [case(n, date(2026, 1, 5), area, decision=decision) for n, (area, decision) in enumerate(
        [("885", "N"), ("885", "Y"), ("884", "N"), ("302", "Y")]
    )]  # fmt: skip
    tables = frozen(cases=rows)

    figures = measure(["refused_to_assess"], tables, SINCE, wider={"885": "E12000005", "884": "E12000005"})

    year = {one.area: one for one in figures if one.period.every is Every.YEAR and one.level is Level.AREA}
    assert {area: (one.numerator, one.denominator) for area, one in year.items()} == {
        "302": (0, 1), "884": (1, 1), "885": (1, 2), "E12000005": (2, 3),
    }  # fmt: skip
    assert year["E12000005"].value == pytest.approx(200 / 3)
    assert year["E12000005"].detail == {"areas": 2}


def test_a_middle_wait_is_of_one_area_and_never_summed(frozen):
    tables = frozen(cases=[case(1, date(2026, 1, 5), "885"), case(2, date(2026, 3, 5), "884")])

    figures = list(measure(["oldest_open_case"], tables, SINCE, wider={"885": "E92000001", "884": "E92000001"}))

    assert {one.area for one in figures} == {"884", "885"}


# ---------------------------------------------------------------- periods


def test_a_period_that_the_first_day_cuts_into_is_counted_whole(frozen):
    tables = frozen(cases=[case(1, date(2025, 9, 1)), case(2, date(2025, 8, 31)), case(3, date(2026, 3, 31))])
    kinds = (Every.TERM, Every.ACADEMIC, Every.FINANCIAL)

    found = told(tables, Happened(tables.cases, on="received_on"), unit=Unit.COUNT, periods=kinds)

    assert [(label, n) for _area, _place, label, n, *_ in found] == [
        ("school year 2025/26", 2),
        ("September to October 2026", 0),
        ("financial year 2025/26", 3),
        ("April to October 2026", 0),
        ("spring term 2026", 1),
        ("summer term 2026", 0),
        ("September to October 2026", 0),
    ]


def test_nothing_is_counted_as_none_before_the_first_row_of_an_area(frozen):
    tables = frozen(cases=[case(1, date(2026, 8, 3))])

    counted = told(tables, Happened(tables.cases, on="received_on"), unit=Unit.COUNT, periods=(Every.MONTH,))
    share = told(tables, Happened(tables.cases, on="received_on", met=tables.cases.exceptions), periods=(Every.MONTH,))

    assert [label for _, _, label, *_ in counted] == ["August 2026", "September 2026", "1 to 17 October 2026"]
    assert [n for *_, n, _, _ in counted] == [1, 0, 0]
    assert len(share) == 10
    assert share[0][3:] == (0, 0, None)


def test_an_area_that_sent_no_row_has_no_figure(frozen):
    tables = frozen(cases=[case(1, date(2026, 8, 3))])

    assert told(tables, Happened(tables.complaints, on="received_on"), unit=Unit.COUNT) == []


def test_what_stood_is_counted_at_the_end_of_each_kind_of_period(frozen):
    rows = [case(1, date(2026, 1, 5), closed_on=date(2026, 4, 1)), case(2, date(2026, 3, 31))]
    tables = frozen(cases=rows)
    standing = Standing(tables.cases, since="received_on", until="closed_on")

    found = told(tables, standing, unit=Unit.COUNT, periods=(Every.QUARTER, Every.DAY))

    assert [(label, n) for _, _, label, n, *_ in found][:4] == [
        ("17 October 2026", 1), ("January to March 2026", 2), ("April to June 2026", 1), ("July to September 2026", 1),
    ]  # fmt: skip


# ---------------------------------------------------------------- residents


def test_a_rate_is_of_the_residents_of_its_year_or_the_newest_before(frozen):
    people = [
        {"area": "999", "year": year, "ages": "0 to 25", "people": number}
        for year, number in ((2023, 1000), (2024, 2000), (2027, 9))
    ]
    tables = frozen(cases=[case(1, date(2023, 5, 1)), case(2, date(2026, 5, 1))], residents=people)
    counts = Happened(tables.cases, on="received_on", per="0 to 25")

    found = told(tables, counts, unit=Unit.PER_1000, since=date(2022, 1, 1))

    assert [row[2:] for row in found] == [
        ("2023", 1, 1000, 1.0), ("2024", 0, 2000, 0.0), ("2025", 0, 2000, 0.0),
        ("January to October 2026", 1, 2000, 0.5),
    ]  # fmt: skip


def test_without_residents_there_is_no_rate(frozen):
    tables = frozen(cases=[case(1, date(2026, 5, 1))])

    found = told(tables, Happened(tables.cases, on="received_on", per="0 to 25"), unit=Unit.PER_1000)

    assert found == [("999", "", "January to October 2026", 1, None, None)]


# ---------------------------------------------------------------- shares, and what cannot be


def test_a_share_is_of_all_places_together(frozen):
    rows = [case(n, date(2026, 2, 2), need=need) for n, need in enumerate(["ASD", "ASD", "MLD", None])]
    tables = frozen(cases=rows)
    counts = Happened(tables.cases, on="received_on", share=True, among=tables.cases.need.notnull())

    found = told(tables, counts, levels=(Level.AREA, Level.NEED))

    assert [(place, n, of) for _, place, _, n, of, _ in found] == [("ASD", 2, 3), ("MLD", 1, 3)]


@pytest.mark.parametrize("level", [Level.SEND, Level.SERVICE, Level.WAIT])
def test_a_level_that_the_rows_do_not_say_is_a_fault(frozen, level):
    tables = frozen()

    with pytest.raises(CannotCount, match=f"made_up is to be counted by {level}, which its rows do not say"):
        told(tables, Happened(tables.cases, on="received_on"), levels=(level,))


def test_a_wait_can_be_by_need(frozen):
    rows = [case(n, date(2026, 10, 10 - days), need=need) for n, (days, need) in enumerate([(0, "ASD"), (7, "MLD")])]
    tables = frozen(cases=rows)
    counts = Waited(tables.cases, since="received_on", until="closed_on", take="median")

    found = told(tables, counts, unit=Unit.WEEKS, levels=(Level.AREA, Level.NEED), periods=(Every.DAY,))

    assert [(place, of, value) for _, place, _, _, of, value in found] == [
        ("", 2, 1.5), ("ASD", 1, 1.0), ("MLD", 1, 2.0),
    ]  # fmt: skip


def test_a_rate_declared_a_percentage_is_a_fault(frozen):
    tables = frozen()
    rated = Rated(tables.exclusions, on="starts_on", people=tables.pupils, census_on="census_on")
    joined = Joined(tables.pupils, on="census_on", schools=tables.establishments, places="places")

    with pytest.raises(CannotCount, match="made_up divides one thing by another"):
        told(tables, rated, periods=(Every.ACADEMIC,))
    with pytest.raises(CannotCount, match="made_up divides one thing by another"):
        told(tables, joined, periods=(Every.DAY,))


def test_a_census_is_counted_by_the_day(frozen):
    tables = frozen()

    with pytest.raises(CannotCount, match="its periods must be"):
        told(tables, Count(tables.pupils, on="census_on"), unit=Unit.COUNT, periods=(Every.YEAR,))


def test_places_of_schools_are_not_divided_by_need(frozen):
    tables = frozen()
    counts = Joined(tables.pupils, on="census_on", schools=tables.establishments, places="places")

    with pytest.raises(CannotCount, match="which nobody divides by need"):
        told(tables, counts, unit=Unit.RATE, levels=(Level.NEED,), periods=(Every.DAY,))


# ---------------------------------------------------------------- one scan


def test_what_counts_the_same_rows_by_the_same_day_shares_a_scan(frozen):
    tables = frozen()
    absence = [code for code in catalogue.codes() if code.startswith("absence_")]
    asked = [Asked(catalogue.definition(code), catalogue.counts_of(code)(tables)) for code in absence]

    assert len(absence) >= 4
    assert len(together(asked)) == 1
