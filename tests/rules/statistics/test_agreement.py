import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.statistics.agreement import Weights, kappa, sentence
from goldenthread.rules.statistics.faults import NotComputable

GRADES = [[11, 3, 1, 0], [2, 14, 4, 1], [0, 5, 17, 3], [1, 0, 2, 9]]  # 73 plans, four grades


def test_a_worked_example():
    """Cohen: 20 + 15 of 50 agree; by chance 0.5 would; (0.7 − 0.5) ÷ (1 − 0.5)."""
    found = kappa([[20, 5], [10, 15]])

    assert (found.observed, found.expected, found.kappa) == pytest.approx((0.7, 0.5, 0.4))
    assert sentence(found) == "The two agreed on 70 % of 50 cases; kappa 0.40, between 0.15 and 0.65."


def test_a_near_miss_counts_with_weights():
    plain, linear, quadratic = (kappa(GRADES, weights).kappa for weights in Weights)

    assert plain < linear < quadratic


def test_agreement_that_chance_may_give_is_said():
    assert sentence(kappa([[6, 5], [5, 6]])).endswith("That is no more than chance may give.")


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ([[1, 2]], "a square table"),
        ([[1]], "a square table"),
        ([[1, -2], [0, 1]], "a square table"),
        ([[0, 0], [0, 0]], "No case has two marks"),
        ([[9, 0], [0, 0]], "one grade"),
    ],
)
def test_tables_that_tell_nothing_are_refused(table, says):
    with pytest.raises(NotComputable, match=says):
        kappa(table)


@given(st.lists(st.integers(1, 30), min_size=4, max_size=4))
def test_who_marked_first_makes_no_difference(cells):
    a, b, c, d = cells

    there, back = kappa([[a, b], [c, d]]), kappa([[a, c], [b, d]])

    assert (there.kappa, there.lower, there.upper) == pytest.approx((back.kappa, back.lower, back.upper))
    assert there.lower <= there.kappa <= there.upper
