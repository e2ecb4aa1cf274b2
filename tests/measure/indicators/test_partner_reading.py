"""Rows of a partner's file, read without a database."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import Every, Supply
from goldenthread.measure.indicators.partner_cells import Unreadable
from goldenthread.measure.indicators.partner_period import is_whole, kind_of
from goldenthread.measure.indicators.partner_place import Former, Known, School
from goldenthread.measure.indicators.partner_row import read_row
from goldenthread.measure.indicators.partner_rows import overlapping, refused_among
from goldenthread.measure.indicators.periods import last_day

DEFINITIONS = {one.code: one for one in catalogue.all_definitions() if one.supply is Supply.PARTNER}
KNOWN = Known(
    area=frozenset({"999", "e10000999", "marlshire"}),
    schools={
        "100001": School("Marl Primary"),
        "100002": School("Old Hall", closed_on=date(2025, 9, 1), followed_by="100003"),
    },
    districts={"north marl": "North Marl"},
    former={"998": Former("Marl County", whole=True), "997": Former("Marl Borough", whole=False)},
)
SHARE = {
    "indicator": "advice_in_6_weeks", "period_start": "01/03/2026", "period_end": "31/03/2026", "numerator": "49",
    "denominator": "100",
}  # fmt: skip
SCHOOL = {**SHARE, "indicator": "part_time_timetables_send"}
SENSITIVE = {**SHARE, "indicator": "therapy_waits_over_18_weeks"}
QUARTER = {**SHARE, "indicator": "short_break_hours", "period_start": "2026-01-01"}
POUNDS = {**SHARE, "indicator": "send_transport_cost", "period_start": "2025-04-01"}
MIDDLE = {**SHARE, "indicator": "neurodevelopmental_median_wait", "numerator": ""}
COUNT = {**SHARE, "indicator": "children_missing_education_send", "denominator": ""}


def read(row=SHARE, **cells):
    return read_row({**row, **cells}, DEFINITIONS, KNOWN)


def refused(row=SHARE, **cells):
    with pytest.raises(Unreadable) as fault:
        read(row, **cells)
    assert fault.value.what_to_do.endswith(".")
    return f"{fault.value.column}: {fault.value}"


def doubts(row=SHARE, **cells):
    return [f"{one.column}: {one.why}" for one in read(row, **cells).doubts]


@pytest.mark.parametrize(
    ("code", "start", "end", "every"),
    [
        ("advice_in_6_weeks", date(2026, 2, 1), date(2026, 2, 28), "month"),
        ("short_break_hours", date(2026, 1, 1), date(2026, 3, 31), "quarter"),
        ("audits_good_or_better", date(2026, 1, 1), date(2026, 3, 31), "term"),  # the same days, and another measure
        ("audits_good_or_better", date(2025, 9, 1), date(2025, 12, 31), "term"),
        ("ombudsman_send_upheld", date(2025, 1, 1), date(2025, 12, 31), "year"),
        ("ombudsman_send_upheld", date(2025, 4, 1), date(2026, 3, 31), "financial"),
        ("mainstream_with_qualified_senco", date(2025, 9, 1), date(2026, 8, 31), "academic"),
        ("suspensions_send", date(2025, 9, 1), date(2026, 8, 31), "year"),  # a year that begins on another day
    ],
)
def test_the_period_is_known_by_its_two_days(code, start, end, every):
    assert kind_of(start, end, DEFINITIONS[code]) == (Every(every), [])


@given(st.sampled_from(sorted(DEFINITIONS)), st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(0, 400))
def test_a_period_is_of_a_kind_that_the_measure_has_or_is_refused(code, start, days):
    definition, end = DEFINITIONS[code], start.fromordinal(start.toordinal() + days)

    try:
        every, doubted = kind_of(start, end, definition)
    except Unreadable:
        assert not any(is_whole(start, end, kind) for kind in definition.periods)
    else:
        assert every in definition.periods
        assert bool(doubted) == (end != last_day(start, every))


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"period_start": "202425"}, "period_start: 202425 is an academic year."),
        ({"period_start": "2024/25"}, "period_start: 2024/25 is a school or financial year."),
        ({"period_start": "2024"}, "period_start: 2024 is a year."),
        ({"period_end": "March 2026"}, "period_end: March 2026 is a month."),
        ({"period_end": "2026-03"}, "period_end: 2026-03 is a month."),
        ({"period_end": "Q4 2025"}, "period_end: Q4 2025 is a quarter."),
        ({"period_end": "Autumn term 2025"}, "period_end: Autumn term 2025 is a term."),
        ({"period_end": "46112"}, "period_end: 46112 is the number by which Excel holds a day, not a day."),
        ({"period_end": "31/02/2026"}, "period_end: 31/02/2026 is not a date."),
        ({"period_end": ""}, "period_end: The day is missing."),
        (
            {"period_start": "01/01/2026"},
            "period_end: 1 January 2026 to 31 March 2026 is a quarter, and this measure is not given for one.",
        ),
        ({"period_start": "02/02/2026"}, "period_end: 2 February 2026 to 31 March 2026 is no whole period."),
    ],
)
def test_the_label_of_a_year_and_the_wrong_period_are_said(cells, sentence):
    assert refused(**cells) == sentence


def test_a_period_cut_short_is_taken_with_a_doubt():
    assert doubts(period_end="20/03/2026") == ["period_end: 1 March 2026 to 20 March 2026 is taken as a month so far."]
    assert doubts(POUNDS, period_end="2025-10-31") == [
        "period_end: 1 April 2025 to 31 October 2025 is taken as a financial year so far."
    ]


@pytest.mark.parametrize(
    ("row", "cells", "kept"),
    [
        (SHARE, {}, ("area", "")),
        (SHARE, {"place": "999"}, ("area", "")),
        (SHARE, {"place": "Marlshire"}, ("area", "")),
        (SHARE, {"place": "E10000999", "level": "Local authority"}, ("area", "")),
        (SHARE, {"place": "Educational psychology"}, ("service", "Educational psychology")),
        (SCHOOL, {"place": "100001"}, ("establishment", "100001")),
        (SCHOOL, {"place": "100001", "level": "URN"}, ("establishment", "100001")),
    ],
)
def test_a_place_is_the_area_or_one_of_its_parts(row, cells, kept):
    found = read(row, **cells)

    assert ((found.level, found.place), found.doubts) == (kept, ())


@pytest.mark.parametrize(
    ("row", "cells", "sentence"),
    [
        (SCHOOL, {"place": "885"}, "place: 885 is the number of another area."),
        (SCHOOL, {"place": "Marl Primary"}, "place: We cannot tell what “Marl Primary” is."),
        (SCHOOL, {"place": "1001", "level": "school"}, "place: “1001” is not a school’s number."),
        (SCHOOL, {"place": "", "level": "school"}, "place: The place is missing."),
        (SHARE, {"place": "x", "level": "planet"}, "level: “planet” is no level that we know."),
        (
            SHARE,
            {"place": "100001"},
            "level: “Advice for assessments received within 6 weeks” is not given by school.",
        ),
        (
            SENSITIVE,
            {"place": "100001"},
            "place: “Children waiting over 18 weeks for a therapy” tells of so few children that only the whole "
            "area’s figure is taken (rule D5).",
        ),
        (
            SHARE,
            {"place": "997"},
            "place: 997 is the old number of Marl Borough, which is not the same as this area: it was joined or "
            "divided.",
        ),
    ],
)
def test_a_place_that_cannot_be_is_said(row, cells, sentence):
    assert refused(row, **cells) == sentence


@pytest.mark.parametrize(
    ("row", "cells", "sentence"),
    [
        (SHARE, {"place": "998"}, "place: 998 is the old number of Marl County: the figure is taken as this area’s."),
        (SCHOOL, {"place": "100009"}, "place: 100009 is not among the area’s schools."),
        (
            SCHOOL,
            {"place": "100002"},
            "place: Old Hall (100002) had closed before this period; 100003 followed it.",
        ),
        (SHARE, {"status": "draft"}, "status: “draft” is no status that we know: the figure is taken as final."),
        (
            SHARE,
            {"status": "c"},
            "numerator: A number stands beside a symbol that says there is none: it was left out.",
        ),
        (SHARE, {"value": "0.49"}, "value: The file says 0.49; 49 and 100 make 49.0, which is taken."),
        (COUNT, {"denominator": "12"}, "denominator: A count is out of nothing: the denominator was left out."),
    ],
)
def test_what_is_doubtful_is_taken_and_said(row, cells, sentence):
    assert doubts(row, **cells) == [sentence]


@pytest.mark.parametrize(
    ("row", "cells", "figures"),
    [
        (SHARE, {}, (49, 100, 49)),
        (SHARE, {"value": "49%"}, (49, 100, 49)),
        (SHARE, {"unit": "%"}, (49, 100, 49)),
        ({**SHARE, "indicator": "mental_health_contacts"}, {"denominator": "1,000"}, (49, 1000, 49)),
        ({**SHARE, "indicator": "inpatients_learning_disability_autism"}, {"denominator": "100000"}, (49, 1e5, 490)),
        (COUNT, {}, (49, None, 49)),
        (MIDDLE, {"value": "31.5"}, (None, 100, 31.5)),
        (QUARTER, {"numerator": "4,200"}, (4200, 100, 42)),
        (QUARTER, {"numerator": "", "value": "42"}, (None, 100, 42)),
        (POUNDS, {"numerator": "£650,000", "period_end": "2026-03-31"}, (650_000, 100, 6500)),
        ({**SHARE, "indicator": "psychologist_posts_filled"}, {"period_start": "01/01/2026", "numerator": "12.6"},
         (12.6, 100, 12.6)),
    ],
)  # fmt: skip
def test_each_unit_has_its_own_arithmetic(row, cells, figures):
    found = read(row, **cells)

    assert (found.numerator, found.denominator, found.value) == pytest.approx(figures)
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("row", "cells", "sentence"),
    [
        (SHARE, {"numerator": "101"}, "numerator: 101 of 100 is more than all of them."),
        (SHARE, {"numerator": "-1"}, "numerator: -1 cannot be a count."),
        (SHARE, {"numerator": "49%"}, "numerator: 49% is a percentage, and a number is asked for."),
        (SHARE, {"numerator": "many"}, "numerator: “many” is not a number."),
        (SHARE, {"numerator": ""}, "numerator: There is no figure and no symbol that says why."),
        (
            SHARE,
            {"numerator": "", "value": "49"},
            "numerator: A percentage or rate alone cannot be checked, nor added to another.",
        ),
        (SHARE, {"denominator": ""}, "denominator: It is not said what the figure is out of."),
        (SHARE, {"denominator": "0"}, "denominator: Nothing can be divided by 0."),
        (SHARE, {"unit": "weeks"}, "unit: The file says “weeks”, and this measure is in percent."),
        (MIDDLE, {"numerator": "3150"}, "value: A middle wait cannot be worked out of a sum."),
        (MIDDLE, {"value": "31", "denominator": ""}, "denominator: It is not said of how many this is the mean."),
        (QUARTER, {"numerator": "4200", "value": "24"}, "value: 4,200 ÷ 100 is 42.0, not 24."),
        (COUNT, {"numerator": "4.5"}, "numerator: 4.5 is no whole number, and this measure counts."),
        (SCHOOL, {"asked": "120", "answered": "121"}, "answered: 121 cannot have sent it of 120 asked."),
        (SCHOOL, {"answered": "121"}, "answered: 121 cannot have sent it of nobody asked."),
    ],
)
def test_numbers_that_cannot_be_are_said(row, cells, sentence):
    assert refused(row, **cells) == sentence


@pytest.mark.parametrize(("symbol", "status"), [("c", "suppressed"), ("x", "missing"), ("Not supplied", "missing")])
def test_suppressed_and_missing_hold_no_number(symbol, status):
    found = read(numerator="", denominator="", status=symbol)

    assert (found.status, found.numerator, found.value, found.doubts) == (status, None, None, ())


def test_what_is_provisional_and_who_sent_it_are_kept_beside_the_figure():
    assert read(status="provisional", asked="120", answered="96").detail == {
        "release": "provisional", "asked": 120, "answered": 96,
    }  # fmt: skip
    assert read(status="final").detail is None


def test_a_file_says_nothing_twice_and_nothing_of_days_to_come():
    first, again, later = read(), read(numerator="50"), read(period_start="01/11/2026", period_end="30/11/2026")

    found = refused_among({2: first, 3: again, 4: later}, date(2026, 10, 31))

    assert {number: str(fault) for number, fault in found.items()} == {
        3: "Row 2 gives this measure for the same place and period already: that row is taken.",
        4: "30 November 2026 is still to come.",
    }


def test_years_that_overlap_are_doubted():
    first = read({**SHARE, "indicator": "suspensions_send"}, period_start="01/09/2024", period_end="31/08/2025")
    second = read({**SHARE, "indicator": "suspensions_send"}, period_start="01/01/2025", period_end="31/12/2025")

    found = overlapping({7: first, 8: second})

    assert [[one.why for one in row.doubts] for row in found.values()] == [
        [],
        ["This period overlaps with that of row 7 (1 September 2024 to 31 August 2025)."],
    ]
