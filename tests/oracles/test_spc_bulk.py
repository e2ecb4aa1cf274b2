"""Many series at once against one by one: the same, to the last digit."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from goldenthread.rules.statistics.judgement import Assurance, Better, Rules, Verdict
from goldenthread.rules.statistics.spc import xmr
from goldenthread.rules.statistics.spc_bulk import AT_ONCE, SIGNALS, xmr_bulk

pytestmark = pytest.mark.oracle
RULES = (
    Rules(),
    Rules(screen_outliers=True),
    Rules(baseline_points=12),
    Rules(screen_outliers=True, baseline_points=13, run_length=8, trend_length=6),
)


def assert_same(table, better, rules, target):
    bulk = xmr_bulk(np.array(table, dtype=float), better=better, rules=rules, targets=target)

    for i, row in enumerate(table):
        one = xmr([None if np.isnan(value) else value for value in row], better=better, rules=rules, target=target)
        group = one.groups[0]
        limits = [np.nan if each is None else each for each in (group.mean, group.lower, group.upper)]
        np.testing.assert_array_equal([bulk.mean[i], bulk.lower[i], bulk.upper[i]], limits)
        assert [SIGNALS[code] for code in bulk.signal[i]] == [point.signal for point in one.points]
        assert bulk.direction[i].tolist() == [point.direction for point in one.points]
        assert (bulk.variation[i], bulk.assurance[i], bulk.recorded[i]) == (
            one.variation,
            one.assurance,
            group.recorded,
        )


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("better", list(Better))
def test_thousands_of_random_series(rules, better):
    dice = random.Random(str((rules, better)))

    assert_same([_series(dice, 36) for _ in range(400)], better, rules, 50.0)


def _series(dice, length):
    """Steady, drifting, stepping, constant; of whole numbers (points on the mean) or of percentages; some missing."""
    slope, step, spread = dice.choice((0, 0, 0.4, -0.4)), dice.choice((0, 0, 6, -6)), dice.choice((0, 2, 5))
    values = [dice.gauss(50 + slope * i + (step if i > 20 else 0), spread) for i in range(length)]
    values = [round(value, dice.choice((0, 1))) if spread < 5 else value for value in values]
    gaps = dice.choice((0, 0, 0.1, 0.9))
    known = dice.randrange(length)
    return [np.nan if i != known and dice.random() < gaps else value for i, value in enumerate(values)]


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 24).flatmap(
        lambda n: arrays(float, (3, n), elements=st.one_of(st.integers(-3, 3).map(float), st.just(float("nan"))))
    ),
    st.sampled_from(list(Better)),
    st.sampled_from(RULES),
)
def test_short_series_with_gaps_and_ties(table, better, rules):
    table[:, -1] = np.nan_to_num(table[:, -1])  # one value at least

    assert_same(table.tolist(), better, rules, 1.0)


def test_more_series_than_are_taken_at_once_keep_their_order():
    dice = random.Random(4)
    table = np.array([[dice.gauss(50, 5) for _ in range(5)] for _ in range(AT_ONCE + 3)])

    bulk = xmr_bulk(table)

    assert bulk.mean[[0, AT_ONCE, AT_ONCE + 2]] == pytest.approx(table[[0, AT_ONCE, AT_ONCE + 2]].mean(axis=1))
    assert len(bulk.assurance) == AT_ONCE + 3


def test_a_series_of_nothing_has_no_mean_and_no_verdict():
    bulk = xmr_bulk(np.array([[np.nan, np.nan], [1.0, 2.0]]), better=Better.HIGHER, targets=np.array([1.0, np.nan]))

    assert np.isnan(bulk.mean[0])
    assert bulk.recorded.tolist() == [0, 2]
    assert bulk.variation.tolist() == [Verdict.COMMON] * 2
    assert bulk.assurance.tolist() == [Assurance.NONE] * 2


def test_a_line_is_no_table():
    with pytest.raises(ValueError, match="a row for each series"):
        xmr_bulk(np.array([1.0, 2.0]))
