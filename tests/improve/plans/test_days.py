from datetime import date, datetime

import pytest

from goldenthread.improve.plans.reading.days import Around, Day, around, read_day
from goldenthread.improve.plans.reading.grid import Cell

WORDS = {
    "30/09/2026": (date(2026, 9, 30), date(2026, 9, 30)),
    "8 February 2027": (date(2027, 2, 8), date(2027, 2, 8)),
    "Sept 2018": (date(2018, 9, 30), date(2018, 9, 1)),
    "Sept '18": (date(2018, 9, 30), date(2018, 9, 1)),
    "Autumn 2025/26": (date(2025, 12, 31), date(2025, 9, 1)),
    "Spring term 2025-26": (date(2026, 3, 31), date(2026, 1, 1)),
    "Q3 2025/26": (date(2025, 12, 31), date(2025, 10, 1)),
    "Q4 2025/26": (date(2026, 3, 31), date(2026, 1, 1)),
    "Jan–Mar 2026": (date(2026, 3, 31), date(2026, 1, 1)),
    "Nov–Feb 2026": (date(2026, 2, 28), date(2025, 11, 1)),
    "from September 2025 to July 2026": (date(2026, 7, 31), date(2025, 9, 1)),
    "01/09/2025 – 31/12/2025": (date(2025, 12, 31), date(2025, 9, 1)),
    "Friday 18th December 2026": (date(2026, 12, 18), date(2026, 12, 18)),
    "31 December 2026 00:00": (date(2026, 12, 31), date(2026, 12, 31)),
    "December 18, 2026": (date(2026, 12, 18), date(2026, 12, 18)),
    "12/2026": (date(2026, 12, 31), date(2026, 12, 1)),
    "February 2028": (date(2028, 2, 29), date(2028, 2, 1)),
    "end of March 2027": (date(2027, 3, 31), date(2027, 3, 1)),
    "Autumn term 2026": (date(2026, 12, 31), date(2026, 9, 1)),
    "Summer 27": (date(2027, 7, 31), date(2027, 4, 1)),
}


@pytest.mark.parametrize(("words", "span"), WORDS.items())
def test_words_are_read_as_the_last_day_that_they_allow(words: str, span: tuple[date, date]) -> None:
    assert read_day(Cell(words)) == Day(*span, words)


@pytest.mark.parametrize(
    "words", ["ongoing", "TBC", "end of term", "Mayhem 2026", "13 of 14", "31/12/2025 revised to 31/03/2026"]
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


DOUBTS = {
    "Autumn term": "does not say of which year.",
    "Easter": "does not say of which year.",
    "September": "does not say of which year.",
    "18 Sept": "does not say of which year.",
    "Q3 2025": "does not say whether the quarter is of the calendar year or of the financial year.",
    "31/09/2025": "is no day: there is no 31 September 2025.",
    "31 February 2026": "is no day: there is no 31 February 2026.",
    "Sept 18": "may be September 2018 or 18 September, and the plan’s other dates do not tell which.",
}


@pytest.mark.parametrize(("words", "doubt"), DOUBTS.items())
def test_what_is_doubtful_keeps_its_words_and_says_why(words: str, doubt: str) -> None:
    assert read_day(Cell(words)) == Day(written=words, doubt=doubt)


OF_2018 = Around(date(2018, 1, 8), date(2019, 6, 30))
OF_2025 = Around(date(2025, 1, 6), date(2026, 6, 30))
OF_2026 = Around(date(2025, 12, 19), date(2027, 2, 12))


@pytest.mark.parametrize(
    ("words", "about", "on"),
    [
        ("Sept 18", OF_2018, date(2018, 9, 30)),
        ("Sept 18", OF_2025, date(2025, 9, 18)),
        ("Sept 25", OF_2026, None),  # September 2025 and 25 September 2026 both fit
        ("18 Sept", OF_2025, date(2025, 9, 18)),
        ("by Easter 2026", OF_2025, date(2026, 4, 5)),
        ("09/30/2026", OF_2026, date(2026, 9, 30)),
        ("09/10/2026", Around(month_first=True), date(2026, 9, 10)),
    ],
)
def test_the_plans_other_dates_decide_and_the_doubt_is_said(words: str, about: Around, on: date | None) -> None:
    day = read_day(Cell(words), about)

    assert (day.on, bool(day.doubt)) == (on, True)


def test_what_the_other_cells_tell() -> None:
    cells = [Cell(date(2026, 3, 1)), Cell("05/13/2026"), Cell("December 2026"), Cell("ongoing"), Cell("31/01/2025")]

    assert around(cells) == Around(date(2025, 1, 31), date(2026, 3, 1), month_first=False)
    assert around(cells[:2]).month_first
