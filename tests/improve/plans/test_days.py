from datetime import date, datetime

import pytest

from goldenthread.improve.plans.reading.days import Day, read_day
from goldenthread.improve.plans.reading.grid import Cell

WORDS = {
    "30/09/2026": (date(2026, 9, 30), date(2026, 9, 30)),
    "8 February 2027": (date(2027, 2, 8), date(2027, 2, 8)),
    "Sept 18": (date(2018, 9, 30), date(2018, 9, 1)),
    "February 2028": (date(2028, 2, 29), date(2028, 2, 1)),
    "end of March 2027": (date(2027, 3, 31), date(2027, 3, 1)),
    "Autumn term 2026": (date(2026, 12, 31), date(2026, 9, 1)),
    "Summer 27": (date(2027, 7, 31), date(2027, 4, 1)),
}


@pytest.mark.parametrize(("words", "span"), WORDS.items())
def test_words_are_read_as_the_last_day_that_they_allow(words: str, span: tuple[date, date]) -> None:
    assert read_day(Cell(words)) == Day(*span, words)


@pytest.mark.parametrize(
    "words", ["ongoing", "TBC", "end of term", "31/02/2026", "Autumn term", "Mayhem 2026", "13 of 14"]
)
def test_a_hope_is_kept_as_its_words(words: str) -> None:
    day = read_day(Cell(words))

    assert day == Day(written=words)
    assert day.unread


@pytest.mark.parametrize("value", [date(2026, 9, 30), datetime(2026, 9, 30, 9), 46295.0])  # noqa: DTZ001  (a cell has no time zone)
def test_a_cell_that_is_a_date_is_that_date(value: object) -> None:
    assert read_day(Cell(value)) == Day(date(2026, 9, 30), date(2026, 9, 30), "")


def test_a_month_agrees_with_a_day_within_it() -> None:
    december = read_day(Cell("December 2026"))

    assert [december.agrees_with(day) for day in (date(2026, 12, 18), date(2027, 1, 1), None)] == [True, False, False]
