from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules import calendar
from goldenthread.rules.provision import Days, Months, NthWeekday, Weeks, WorkingDays

DAY = timedelta(days=1)
days = st.dates(date(2015, 1, 1), date(2045, 12, 31))

# GOV.UK's list for England (Open Government Licence v3.0), with years that had a moved or an extra day
BANK_HOLIDAYS = {
    2026: "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28",
    2027: "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28",
    2020: "2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28",
    2022: "2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19"
    " 2022-12-26 2022-12-27",
    2023: "2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26",
}


@pytest.mark.parametrize("year", BANK_HOLIDAYS)
def test_bank_holidays_are_englands_and_only_the_days_really_given(year: int) -> None:
    listed = {date.fromisoformat(day) for day in BANK_HOLIDAYS[year].split()}

    assert calendar.bank_holidays(year) == listed


def test_the_event_is_day_nought_of_a_limit_within_so_many_weeks_or_days() -> None:
    assert calendar.add(date(2026, 1, 5), Weeks(20)) == date(2026, 5, 25)
    assert calendar.add(date(2026, 12, 1), Days(30)) == date(2026, 12, 31)


def test_the_event_is_day_one_of_a_period_that_begins_with_it() -> None:
    assert calendar.last_day_beginning_with(date(2026, 11, 27), Days(15)) == date(2026, 12, 11)
    assert calendar.last_day_beginning_with(date(2026, 12, 22), WorkingDays(15)) == date(2027, 1, 14)


@given(days, st.integers(1, 30))
def test_working_days_agree_with_counting_on_the_fingers(start: date, count: int) -> None:
    end = calendar.add(start, WorkingDays(count))

    between = [start + n * DAY for n in range(1, (end - start).days + 1)]
    assert sum(calendar.is_working_day(day) for day in between) == count
    assert calendar.is_working_day(end)


@given(days, days, st.integers(1, 30))
def test_a_later_event_never_has_an_earlier_limit(one: date, other: date, count: int) -> None:
    earlier, later = sorted([one, other])

    for span in (Days(count), Weeks(count), Months(count), WorkingDays(count)):
        assert calendar.add(earlier, span) <= calendar.add(later, span)


@given(days)
def test_a_corresponding_date_is_the_same_day_of_the_month_or_its_last(start: date) -> None:
    found = calendar.corresponding_date(start, 1)

    assert (found.year * 12 + found.month) - (start.year * 12 + start.month) == 1
    assert found.day == start.day or (found.day < start.day and (found + DAY).day == 1)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2024-02-29", "2025-02-28"),
        ("2023-03-01", "2024-02-29"),
        ("2026-01-01", "2026-12-31"),
        ("2025-02-28", "2026-02-27"),
    ],
)
def test_twelve_months_starting_with_a_day_end_the_day_before_it_comes_round(start: str, end: str) -> None:
    assert calendar.last_day_beginning_with(date.fromisoformat(start), Months(12)) == date.fromisoformat(end)


@given(days)
def test_the_time_to_appeal_ends_on_a_working_day_on_or_after_the_limit(limit: date) -> None:
    ends = calendar.appeal_limit(limit)

    assert ends >= limit
    assert calendar.is_working_day(ends)


@given(st.integers(2015, 2045), st.integers(0, 30), st.integers(0, 7))
def test_a_limit_in_august_or_at_christmas_moves_to_the_first_working_day_after(
    year: int, august: int, eve: int
) -> None:
    assert calendar.appeal_limit(date(year, 8, 1) + august * DAY) == calendar.next_working_day(date(year, 9, 1))
    assert calendar.appeal_limit(date(year, 12, 25) + eve * DAY) == calendar.next_working_day(date(year + 1, 1, 2))


@pytest.mark.parametrize(
    ("limit", "ends"),
    [
        ("2026-12-24", "2026-12-24"),  # a Thursday
        ("2026-12-25", "2027-01-04"),
        ("2027-01-01", "2027-01-04"),
        ("2026-08-01", "2026-09-01"),
        ("2026-07-31", "2026-07-31"),
        ("2027-02-28", "2027-03-01"),
        ("2027-07-31", "2027-08-02"),  # a Saturday, not in August: the next working day, the safe reading for a family
    ],
)
def test_the_time_to_appeal_leaves_out_christmas_august_and_sundays(limit: str, ends: str) -> None:
    assert calendar.appeal_limit(date.fromisoformat(limit)) == date.fromisoformat(ends)


def test_other_acts_in_an_appeal_do_not_count_christmas_or_august() -> None:
    assert calendar.tribunal_working_days(date(2026, 7, 30), 2) == date(2026, 9, 1)
    assert calendar.tribunal_working_days(date(2026, 12, 23), 2) == date(2027, 1, 4)


def test_the_academic_year_begins_on_the_first_of_september() -> None:
    assert calendar.academic_year(date(2026, 8, 31)) == 2025
    assert calendar.academic_year(date(2026, 9, 1)) == 2026


def test_weekdays_of_a_month_count_from_either_end() -> None:
    assert calendar.nth_weekday(2026, NthWeekday(3, 3, 1)) == date(2026, 1, 15)
    assert calendar.nth_weekday(2027, NthWeekday(-1, 4, 6)) == date(2027, 6, 25)


@given(days)
def test_dates_read_as_they_are_written(day: date) -> None:
    assert calendar.read_date(day.isoformat()) == day


@pytest.mark.parametrize(
    "value", ["2026-02-31", "31/01/2026", "20260131", "2026-W05-6", "", None, 20260131, "0001-01-01"]
)
def test_what_is_not_a_date_is_refused_with_a_sentence(value: object) -> None:
    with pytest.raises(ValueError, match=r"is not a date[.] Write it as year-month-day"):
        calendar.read_date(value)


def test_dates_are_written_as_people_say_them() -> None:
    assert calendar.format_date(date(2027, 2, 8)) == "8 February 2027"
    assert calendar.format_day(date(2027, 2, 8)) == "Monday 8 February 2027"
