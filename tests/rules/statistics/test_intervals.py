import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.statistics import intervals
from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.intervals import Interval, Stratum


@pytest.mark.parametrize(
    ("x", "n", "lower", "upper"),
    [
        (0, 10, 0.000000, 0.277533),
        (5, 10, 0.236593, 0.763407),
        (10, 10, 0.722467, 1.000000),
        (3, 25, 0.041668, 0.299558),
        (49, 107, 0.366638, 0.552165),
        (39407, 84866, 0.460990, 0.467701),
        (65, 100, 0.5525444, 0.7363576),
    ],
)
def test_wilson_worked_examples(x, n, lower, upper):
    interval = intervals.wilson(x, n)

    assert (interval.lower, interval.upper) == pytest.approx((lower, upper), abs=6e-7)


@pytest.mark.parametrize("confidence", [0.998, 99.8])
def test_confidence_is_a_fraction_or_per_cent(confidence):
    interval = intervals.wilson(65, 100, confidence)

    assert (interval.lower, interval.upper) == pytest.approx((0.4954947, 0.7783541), abs=6e-8)


@pytest.mark.parametrize(
    ("count", "lower", "upper"),
    [
        (10, 4.787450, 18.391459),
        (25, 16.174266, 36.906451),
        (65, 50.163188, 82.849139),
        (123, 102.223356, 146.757486),
    ],
)
def test_byar_worked_examples(count, lower, upper):
    assert intervals.byar_limits(count) == pytest.approx((lower, upper), abs=6e-7)


def test_rate_worked_example():
    interval = intervals.byar(65, 8640, 1000)

    assert interval.value == pytest.approx(7.523148, abs=6e-7)
    assert (interval.lower, interval.upper) == pytest.approx((5.805925, 9.589021), abs=6e-7)


def test_below_ten_byar_is_exact():
    assert intervals.byar(9) == intervals.exact(9)
    assert intervals.byar(10) != intervals.exact(10)


def test_exact_limits_of_nothing_are_the_rule_of_three():
    interval = intervals.exact(0)

    assert interval.lower == 0
    assert interval.upper == pytest.approx(3.688879454, abs=1e-8)  # -log(0.025)


def test_one_age_band_standardised_is_its_own_rate():
    interval = intervals.dsr([Stratum(65, 8640, 5000)], multiplier=1000)

    expected = intervals.byar(65, 8640, 1000)
    assert (interval.value, interval.lower, interval.upper) == pytest.approx(
        (expected.value, expected.lower, expected.upper)
    )


def test_mean_of_values_and_of_their_summary_agree():
    from_values = intervals.mean([1, 2, 3, 4])
    from_summary = intervals.mean_of(2.5, (5 / 3) ** 0.5, 4)

    assert from_values == from_summary
    assert from_values.lower == pytest.approx(0.44573974, abs=1e-7)


def test_newcombe_worked_example():
    interval = intervals.difference((56, 70), (48, 80))  # Newcombe 1998, table II, (a), method 10

    assert interval.value == pytest.approx(0.2)
    assert (round(interval.lower, 4), round(interval.upper, 4)) == (0.0524, 0.3339)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (lambda: intervals.wilson(-1, 10), "The numerator is -1. A numerator is 0 or more."),
        (
            lambda: intervals.wilson(0, 0),
            "The denominator is 0. It must be more than 0: with no cohort there is no figure.",
        ),
        (lambda: intervals.byar(-3), "The count is -3. A count is 0 or more."),
        (
            lambda: intervals.byar(3, 0),
            "The population is 0. It must be more than 0: with no cohort there is no figure.",
        ),
        (lambda: intervals.mean([4]), "An interval for a mean needs at least 2 values; there is 1."),
    ],
)
def test_figures_that_cannot_be_right_are_refused(question, says):
    with pytest.raises(NotComputable) as refusal:
        question()

    assert str(refusal.value) == says


def test_a_part_greater_than_its_whole_is_refused():
    with pytest.raises(NotComputable, match=r"The numerator \(11\) is greater than the denominator \(10\)"):
        intervals.wilson(11, 10)


@pytest.mark.parametrize("confidence", [0.5, 0.899, 1, 1.5, 89.9, 100, -1, float("nan")])
def test_confidence_out_of_range_is_refused(confidence):
    with pytest.raises(NotComputable, match="cannot be used"):
        intervals.wilson(5, 10, confidence)


def test_too_few_events_are_not_standardised():
    with pytest.raises(NotComputable, match="at least 10 events in all; there are 9"):
        intervals.dsr([Stratum(4, 100, 1), Stratum(5, 100, 1)])


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_proportion_lies_within_its_limits(x, n):
    interval = intervals.wilson(min(x, n), n)

    assert 0 <= interval.lower <= interval.value <= interval.upper <= 1


@given(st.integers(0, 60), st.integers(1, 60), st.integers(0, 60), st.integers(1, 60))
def test_a_difference_turned_round_is_its_mirror(x, n, y, m):
    first, second = (min(x, n), n), (min(y, m), m)

    there, back = intervals.difference(first, second), intervals.difference(second, first)

    assert (there.lower, there.upper) == pytest.approx((-back.upper, -back.lower))


def test_times_changes_the_unit():
    assert Interval(0.5, 0.25, 0.75).times(100) == Interval(50, 25, 75)
