import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.statistics.excess import excess, sentence
from goldenthread.rules.statistics.faults import NotComputable


def test_the_figure_of_the_first_paper_as_a_range():
    """1.9 % against 1.4 % is 386 children of an implied 77,200; both rates were printed with one decimal."""
    found = excess(77_200, 1.4, printed=1.9)

    assert (found.value, found.least, found.most) == pytest.approx((386, 308.8, 463.2))
    assert sentence(found) == (
        "1.9 % against 1.4 % nationally is 386 children, between 309 and 463 allowing for rounding."
    )


def test_counted_children_leave_only_the_comparators_rounding():
    found = excess(77_200, 1.4, numerator=1467)

    assert (found.least, found.most) == pytest.approx((1467 - 77_200 * 0.0145, 1467 - 77_200 * 0.0135))


def test_rates_per_thousand_and_fewer():
    found = excess(10_000, 12.5, numerator=100, multiplier=1000)

    assert sentence(found, "per 1,000", "in the region") == (
        "10.0 per 1,000 against 12.5 per 1,000 in the region is 25 fewer children, between 25 and 26 "
        "allowing for rounding."
    )


def test_what_may_be_rounding_alone():
    assert sentence(excess(2_000, 1.4, printed=1.4)) == (
        "1.4 % against 1.4 % nationally may be rounding alone: between 2 fewer and 2 more children."
    )


@pytest.mark.parametrize(
    "asked",
    [{"denominator": 0, "numerator": 1}, {"denominator": 10}, {"denominator": 10, "numerator": 1, "printed": 2.0}],
)
def test_what_cannot_be_reckoned_is_refused(asked):
    with pytest.raises(NotComputable):
        excess(comparator=1.4, **asked)


@given(st.integers(1, 100_000), st.floats(0, 100), st.floats(0, 100))
def test_the_truth_lies_between_the_ends(base, own, other):
    found = excess(base, round(other, 1), printed=round(own, 1))

    assert found.least - 1e-6 <= base * (own - other) / 100 <= found.most + 1e-6
