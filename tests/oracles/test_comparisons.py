"""Funnel limits, kappa and gaps against SciPy and statsmodels."""

import itertools
import warnings

import pytest

from goldenthread.rules.statistics.agreement import Weights, kappa
from goldenthread.rules.statistics.funnel import LOOK, UNUSUAL, Kind, Standing, funnel

pytestmark = pytest.mark.oracle
GRADES = [[11, 3, 1, 0], [2, 14, 4, 1], [0, 5, 17, 3], [1, 0, 2, 9]]


@pytest.fixture(scope="module")
def stats():
    return pytest.importorskip("scipy.stats")


@pytest.fixture(scope="module")
def rater():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pytest.importorskip("statsmodels.stats.inter_rater")


def test_standings_are_the_exact_tails(stats):
    for n, mean in itertools.product((5, 12, 40, 300), (0.03, 0.2, 0.5)):
        for kind, chance in ((Kind.PROPORTION, stats.binom(n, mean)), (Kind.RATE, stats.poisson(n * mean))):
            points = funnel([(x, x, n) for x in range(n + 1)], kind, around=100 * mean).points

            assert [point.standing for point in points] == [_standing(chance, x) for x in range(n + 1)], (n, mean, kind)


def _standing(chance, x):
    below, above = chance.cdf(x), chance.sf(x - 1)
    if above <= UNUSUAL:
        return Standing.UNUSUALLY_HIGH
    if below <= UNUSUAL:
        return Standing.UNUSUALLY_LOW
    return Standing.HIGH if above <= LOOK else Standing.LOW if below <= LOOK else Standing.INSIDE


@pytest.mark.parametrize(
    ("weights", "theirs"), [(Weights.NONE, None), (Weights.LINEAR, "linear"), (Weights.QUADRATIC, "fc")]
)
def test_kappa_is_statsmodels(rater, weights, theirs):
    expected = rater.cohens_kappa(GRADES, wt=theirs)

    found = kappa(GRADES, weights)

    assert found.kappa == pytest.approx(expected.kappa, rel=1e-12)
    assert (found.lower, found.upper) == pytest.approx((expected.kappa_low, expected.kappa_upp), rel=1e-9)
