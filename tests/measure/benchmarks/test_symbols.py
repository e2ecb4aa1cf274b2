import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.measure.benchmarks.symbols import SYMBOLS, Status, UnknownSymbol, read_cell


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("x", Status.UNAVAILABLE),
        ("z", Status.NOT_APPLICABLE),
        ("c", Status.SUPPRESSED),
        ("low", Status.LOW),
        ("u", Status.UNRELIABLE),
        ("~", Status.SUPPRESSED),
        (" .. ", Status.UNAVAILABLE),
        (":", Status.UNAVAILABLE),
        ("-", Status.MISSING),
        ("", Status.MISSING),
        (None, Status.MISSING),
    ],
)
def test_a_symbol_is_no_number_and_says_why(cell: str | None, status: Status) -> None:
    assert read_cell(cell) == (None, status)


@pytest.mark.parametrize(
    ("cell", "value"), [("2,479", 2479), ("1.90%", 1.9), (" 31.569", 31.569), ("0", 0), ("-0.07", -0.07)]
)
def test_numbers_are_read_as_printed(cell: str, value: float) -> None:
    assert read_cell(cell) == (value, Status.PUBLISHED)


def test_zero_is_published_and_missing_is_not_zero() -> None:
    assert [read_cell(cell)[0] for cell in ("0", "", "c", "low")] == [0, None, None, None]


def test_an_unknown_symbol_is_refused_in_words() -> None:
    with pytest.raises(UnknownSymbol, match="“q” is neither a number nor a symbol"):
        read_cell("q")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_comes_back(number: float) -> None:
    assert read_cell(repr(number)) == (number, Status.PUBLISHED)


def test_every_status_has_words() -> None:
    assert {status.words for status in SYMBOLS.values()}.isdisjoint({""})
    assert len({status.words for status in Status}) == len(Status)
