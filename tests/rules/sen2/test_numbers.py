import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.sen2.numbers import is_postcode, is_ukprn, is_uln, is_upn, is_urn

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
DIGITS = "0123456789"


def upn_letter(rest: str) -> str:
    """The slow twin: spelt out as in the DfE's guide, where a letter stands for its place in the row of letters."""
    values = [LETTERS.index(each) if each in LETTERS else int(each) for each in rest]
    return LETTERS[sum(value * (place + 2) for place, value in enumerate(values)) % 23]


@given(st.text(DIGITS, min_size=11, max_size=11), st.sampled_from(DIGITS + LETTERS))
def test_one_letter_fits_a_upn_permanent_or_temporary(digits: str, last: str) -> None:
    rest = digits + last

    assert [letter for letter in LETTERS if is_upn(letter + rest)] == [upn_letter(rest)]


@pytest.mark.parametrize(
    "text", ["", "A12345678901", "I850000000001", "Y85000000000S", "y850000000001", "Y85000000000１"]
)
def test_what_is_not_shaped_like_a_upn_is_none(text: str) -> None:
    assert not is_upn(text)


@given(st.integers(100_000_000, 999_999_999))
def test_at_most_one_digit_fits_a_uln(first: int) -> None:
    remainder = sum(int(digit) * weight for digit, weight in zip(str(first), range(10, 1, -1), strict=True)) % 11
    expected = [] if remainder == 0 else [str(10 - remainder)]

    assert [digit for digit in DIGITS if is_uln(f"{first}{digit}")] == expected


@pytest.mark.parametrize("text", ["", "0123456789", "123456789", "１234567890"])
def test_what_is_not_shaped_like_a_uln_is_none(text: str) -> None:
    assert not is_uln(text)


@pytest.mark.parametrize(
    ("text", "good"),
    [("WR1 2AB", True), ("wr12ab", True), ("SW1A 1AA", True), ("WR1", False), ("W 2AB", False), ("WR1 2CI", False)],
)
def test_postcodes(text: str, good: bool) -> None:
    assert is_postcode(text) == good


@pytest.mark.parametrize(
    ("text", "urn", "ukprn"),
    [("123456", True, False), ("12345678", False, True), ("012345", False, False), ("22345678", False, False)],
)
def test_numbers_of_establishments(text: str, urn: bool, ukprn: bool) -> None:
    assert (is_urn(text), is_ukprn(text)) == (urn, ukprn)
