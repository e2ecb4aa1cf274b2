"""Terms, census days and attendance codes, by their words alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.record.establishments.extracts import when
from goldenthread.record.establishments.extracts.attendance import CODES, Session, meaning
from goldenthread.record.establishments.extracts.cells import day, whole
from goldenthread.record.establishments.extracts.frozen import census_of


@pytest.mark.parametrize(
    ("words", "term_on"),
    [
        ("Autumn 2025", date(2025, 9, 1)),
        ("2025/26 spring term", date(2026, 1, 1)),
        ("202526 Summer", date(2026, 4, 1)),
        ("autumn 2025/2026", date(2025, 9, 1)),
        ("sessions_2026-01-15.csv", date(2026, 1, 1)),
        ("Autumn 2025/27", None),
        ("spring", None),
        ("2025", None),
    ],
)
def test_a_term_in_words(words, term_on):
    assert when.named_term(words) == term_on


@pytest.mark.parametrize(
    ("words", "census_on"),
    [
        ("synthetic_census_2025_spring_pupilonroll.csv", date(2025, 1, 16)),
        ("census 2026", date(2026, 1, 15)),
        ("summer 2025", date(2025, 5, 15)),
        ("autumn 2024", date(2024, 10, 3)),
        ("16 January 2025", date(2025, 1, 16)),
        ("pupils.csv", None),
    ],
)
def test_a_census_day_in_words(words, census_on):
    assert when.named_census(words) == census_on


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_every_day_lies_in_one_term(on):
    term_on = when.term_of(on)

    assert term_on <= on < when.next_term(term_on)
    assert when.term_before(when.next_term(term_on)) == term_on
    assert when.term_of(when.census_day(term_on)) == term_on


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_a_whole_term_of_school_fits_and_a_whole_year_does_not(on):
    assert 148 <= when.most_sessions(when.term_of(on)) < 300


def test_a_code_means_one_thing_in_either_case():
    assert {meaning(code.lower()) for code in ("i", "m")} == {Session.AUTHORISED}
    assert (meaning("/"), meaning("O"), meaning("#"), meaning("?")) == (
        Session.PRESENT, Session.UNAUTHORISED, Session.NOT_POSSIBLE, None,
    )  # fmt: skip
    assert len(CODES) == 38


@pytest.mark.parametrize(
    ("cell", "on"),
    [
        ("2024-Dec-01 00:00:00", date(2024, 12, 1)), ("2024-12-01T00:00:00", date(2024, 12, 1)),
        ("01/12/2024", date(2024, 12, 1)), ("2024-Dec-41 00:00:00", None), ("", None), ("soon", None),
    ],
)  # fmt: skip
def test_a_day_in_a_cell(cell, on):
    assert day(cell) == on


@given(st.integers(0, 999_999))
def test_a_whole_number_is_read_however_it_is_written(number):
    assert {whole(f"{number}"), whole(f"{number}.0"), whole(f" {number:,} ")} == {number}


@pytest.mark.parametrize("cell", ["", "-1", "1.5", "many", "9999999999"])
def test_what_is_no_whole_number_is_none(cell):
    assert whole(cell) is None


def test_the_census_of_a_term_is_its_own_else_januarys_else_one_of_the_year():
    january, may, autumn = date(2026, 1, 15), date(2026, 5, 21), date(2025, 10, 2)

    assert census_of(date(2025, 9, 1), [january, may, autumn]) == autumn
    assert census_of(date(2025, 9, 1), [january, may]) == january
    assert census_of(date(2025, 9, 1), [may]) == may
    assert census_of(date(2026, 9, 1), [january, may]) is None
