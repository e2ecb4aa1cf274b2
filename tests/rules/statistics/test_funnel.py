import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.funnel import Kind, Standing, funnel, sentence

MANY = [(f"S{i}", 50, 100) for i in range(18)]


def standings(drawn):
    return {point.key: point.standing for point in drawn.points}


def test_who_is_unusual_for_their_size():
    drawn = funnel([*MANY, ("small", 5, 6), ("large", 83, 100), ("low", 38, 100)])

    found = standings(drawn)
    assert drawn.mean == pytest.approx(100 * 1026 / 2006)
    assert (found["S0"], found["small"]) == (Standing.INSIDE, Standing.INSIDE)
    assert (found["large"], found["low"]) == (Standing.UNUSUALLY_HIGH, Standing.LOW)


def test_the_exact_tail_decides():
    """11 of 12 around a half: P(11 or more) is 13/4096 = 0.0032, between 0.001 and 0.025; 12 of 12 is 1/4096."""
    drawn = funnel([("A", 11, 12), ("B", 12, 12), ("C", 9, 12)], around=50)

    assert standings(drawn) == {"A": Standing.HIGH, "B": Standing.UNUSUALLY_HIGH, "C": Standing.INSIDE}


def test_rates_may_pass_their_base():
    drawn = funnel([("A", 30, 10), ("B", 10, 10), ("C", 8, 10)], Kind.RATE, multiplier=100, around=100)

    assert standings(drawn) == {"A": Standing.UNUSUALLY_HIGH, "B": Standing.INSIDE, "C": Standing.INSIDE}


def test_a_place_without_pupils_is_left_out_by_name():
    drawn = funnel([("A", 1, 10), ("closed", 0, 0), ("silent", None, 20)])

    assert ([point.key for point in drawn.points], drawn.left_out) == (["A"], ("closed", "silent"))


def test_where_no_count_is_unlikely_enough_the_limit_is_the_end():
    limits = funnel([("A", 1, 20)], around=5).limits(10)

    assert (limits.unusually_low, limits.low) == (0, 0)


@pytest.mark.parametrize("kind", list(Kind))
@given(n=st.integers(5, 400), mean=st.floats(2, 60), x=st.integers(0, 400))
def test_a_place_is_outside_just_where_it_is_drawn_outside(kind, n, mean, x):
    x = min(x, n)
    drawn = funnel([("A", x, n)], kind, around=mean)

    limits, point = drawn.limits(n), drawn.points[0]
    slack = 0.05 * 100 / n  # of one child: where a limit falls on a whole count to the last digit
    if point.standing is Standing.INSIDE:
        assert limits.low - slack <= point.value <= limits.high + slack
    else:
        assert point.value >= limits.high - slack or point.value <= limits.low + slack


def test_the_curve_goes_from_the_smallest_to_the_largest_and_narrows():
    curve = funnel([("A", 5, 10), ("B", 250, 500)]).curve()

    assert (curve[0].denominator, curve[-1].denominator) == pytest.approx((10, 500))
    widths = [limits.unusually_high - limits.unusually_low for limits in curve]
    assert widths == sorted(widths, reverse=True)


def test_the_sentence_says_what_chance_would_do():
    drawn = funnel([*MANY, ("large", 83, 100), ("low", 38, 100)])

    assert sentence(drawn) == (
        "Of 20 schools, 1 is unusual for its size, and 1 is worth a look. "
        "By chance alone about 1 would lie beyond the 95 % limits."
    )


@pytest.mark.parametrize("places", [[("A", 11, 10)], [("A", -1, 10)], [("A", None, 10)], []])
def test_places_that_cannot_be_right_are_refused(places):
    with pytest.raises(NotComputable):
        funnel(places)
