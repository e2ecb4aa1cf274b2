"""How single cells of a workbook of meetings are read; no database."""

from datetime import date, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goldenthread.improve.governance.models import Body, Rhythm
from goldenthread.improve.governance.reading.book import said
from goldenthread.improve.governance.reading.cells import (
    Reader,
    Unread,
    day,
    day_or_words,
    hour,
    number,
    one_of,
    tick,
    words,
)
from goldenthread.improve.governance.reading.meeting_sheets import KINDS_OF_BODY, RHYTHMS
from tests.factories.meeting_files import moment


@pytest.mark.parametrize(
    ("cell", "meant"),
    [("14:00", time(14)), ("2pm", time(14)), ("9.30 am", time(9, 30)), ("12 noon", time(12)), ("12am", time(0)),
     ("10:00 – 12:30", time(10)), (time(18, 30), time(18, 30))],
)  # fmt: skip
def test_an_hour(cell: object, meant: time) -> None:
    assert hour(cell) == meant


@pytest.mark.parametrize("cell", ["after lunch", "25:00", "10:75"])
def test_no_hour(cell: str) -> None:
    with pytest.raises(Unread, match="is not a time of day"):
        hour(cell)


@pytest.mark.parametrize(
    ("cell", "meant"), [("Yes", True), ("x", True), ("✓", True), (True, True), ("no", False), ("–", False)]
)
def test_a_tick(cell: object, meant: bool) -> None:
    assert tick(cell) is meant


def test_neither_yes_nor_no() -> None:
    with pytest.raises(Unread, match="says neither yes nor no"):
        tick("perhaps")


@pytest.mark.parametrize(
    ("cell", "meant"),
    [("Cabinet", "executive"), ("Scrutiny Panel", "scrutiny"), ("Parent carer forum", "forum"), ("hwb", "hwb"),
     ("Health and wellbeing bord", "hwb")],
)  # fmt: skip
def test_a_choice_by_its_words_by_others_or_misspelt(cell: str, meant: str) -> None:
    assert one_of(Body.Kind, KINDS_OF_BODY)(cell) == meant


def test_a_choice_that_is_none_lists_them_all() -> None:
    with pytest.raises(Unread, match="“now and then” is none of: Every week; Every two weeks;"):
        one_of(Rhythm, RHYTHMS)("now and then")


def test_a_day_and_words_for_one() -> None:
    assert (day(moment(date(2026, 3, 9))), day("9 March 2026"), day_or_words("09/03/2026")) == (date(2026, 3, 9),) * 3
    with pytest.raises(Unread) as words_only:
        day_or_words("by the autumn")
    assert words_only.value.instead == "by the autumn"


def test_words_beyond_the_room_are_cut_and_said_so() -> None:
    with pytest.raises(Unread, match="There is room for 40 letters, and this has 50") as cut:
        words(40)("x" * 50)
    assert cut.value.instead == "x" * 40


@given(st.integers(min_value=0, max_value=9_999))
def test_a_whole_number_is_read_back(whole: int) -> None:
    assert (number(whole), number(float(whole)), number(f"{whole}."), said(float(whole))) == (
        whole, whole, whole, str(whole),
    )  # fmt: skip


def read(reads: Reader, cell: str) -> str:
    """The sentence with which a cell is not read; empty for one that is."""
    try:
        reads(cell)
    except Unread as why:
        return str(why)
    return ""


@given(st.text(max_size=40))
@example("²")
def test_any_cell_is_read_or_said_in_a_sentence(cell: str) -> None:
    sentences = [read(reads, cell) for reads in (day, day_or_words, hour, tick, number, one_of(Body.Kind), words(10))]

    assert [one for one in sentences if one and not one.endswith((".", "”."))] == []
