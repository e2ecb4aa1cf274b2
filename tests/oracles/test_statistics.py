"""The pure arithmetic against SciPy, statsmodels, and slow obvious twins."""

import itertools
import math
import random
import warnings

import pytest

from goldenthread.rules.statistics import intervals, quantiles
from goldenthread.rules.statistics.audit import ranges
from goldenthread.rules.statistics.judgement import Rules
from goldenthread.rules.statistics.spc import xmr
from goldenthread.rules.statistics.survival import kaplan_meier
from goldenthread.rules.statistics.tables import Totals, by_place, sums

pytestmark = pytest.mark.oracle

TAILS = (0.0005, 0.025, 0.05, 0.5, 0.9, 0.975, 0.999)
DEGREES = (1, 2, 3, 8, 18, 20, 200, 2000)


@pytest.fixture(scope="module")
def stats():
    return pytest.importorskip("scipy.stats")


@pytest.fixture(scope="module")
def proportion():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pytest.importorskip("statsmodels.stats.proportion")


def test_quantiles_are_scipys(stats):
    pairs = list(itertools.product(TAILS, DEGREES))

    assert [quantiles.chi_square(p, d) for p, d in pairs] == pytest.approx(
        [stats.chi2.ppf(p, d) for p, d in pairs], rel=1e-9
    )
    assert [quantiles.student_t(p, d) for p, d in pairs] == pytest.approx(
        [stats.t.ppf(p, d) for p, d in pairs], rel=1e-9, abs=1e-9
    )
    assert [quantiles.normal(p) for p in TAILS] == pytest.approx(
        [stats.norm.ppf(p) for p in TAILS], rel=1e-12, abs=1e-12
    )


def test_exact_limits_are_scipys(stats):
    counts = range(1, 200)
    expected = [(stats.chi2.ppf(0.025, 2 * n) / 2, stats.chi2.ppf(0.975, 2 * n + 2) / 2) for n in counts]

    found = [intervals.exact_limits(n) for n in counts]

    assert [lower for lower, _ in found] == pytest.approx([lower for lower, _ in expected], rel=1e-9)
    assert [upper for _, upper in found] == pytest.approx([upper for _, upper in expected], rel=1e-9)


@pytest.mark.parametrize(("x", "n"), [(0, 10), (1, 7), (515, 1377), (1377, 1377), (39407, 84866)])
def test_wilson_is_statsmodels(proportion, x, n):
    found = intervals.wilson(x, n)

    assert (found.lower, found.upper) == pytest.approx(proportion.proportion_confint(x, n, method="wilson"), abs=1e-12)


@pytest.mark.parametrize(
    ("first", "second"), [((56, 70), (48, 80)), ((9, 10), (3, 10)), ((0, 10), (0, 20)), ((10, 10), (0, 20))]
)
def test_difference_is_statsmodels_newcombe(proportion, first, second):
    expected = proportion.confint_proportions_2indep(*first, *second, method="newcomb", compare="diff")

    found = intervals.difference(first, second)

    assert (found.lower, found.upper) == pytest.approx(expected, abs=1e-9)


def test_mean_is_scipys(stats):
    values = [3.1, 4.7, 2.2, 9.8, 5.0, 5.5]

    found = intervals.mean(values)

    expected = stats.t.interval(0.95, 5, loc=sum(values) / 6, scale=stats.sem(values))
    assert (found.lower, found.upper) == pytest.approx(expected, rel=1e-9)


def test_survival_is_statsmodels(stats):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        duration = pytest.importorskip("statsmodels.duration.survfunc")
    dice = random.Random(5)
    days = [*(dice.randint(1, 300) for _ in range(400)), 301]
    finished = [*(dice.random() < 0.7 for _ in days[1:]), False]  # statsmodels takes log(0) if none is open

    curve = kaplan_meier(days, finished)

    expected = duration.SurvfuncRight(days, [int(done) for done in finished])
    columns = (expected.surv_times, expected.surv_prob, expected.surv_prob_se)
    shown = {day: (share, error) for day, share, error in zip(*columns, strict=True)}
    assert [step.surviving for step in curve.steps] == pytest.approx([shown[step.day][0] for step in curve.steps])
    assert curve.median == expected.quantile(0.5)
    assert curve.quantile_interval(0.5) == tuple(expected.quantile_ci(0.5, method="cloglog"))
    limits = [_log_log(*shown[step.day], stats.norm.ppf(0.975)) for step in curve.steps]
    assert [(step.lower, step.upper) for step in curve.steps] == [pytest.approx(pair) for pair in limits]


def _log_log(share, error, z):
    reach = z * error / (share * abs(math.log(share)))
    return share ** math.exp(reach), share ** math.exp(-reach)


def test_control_charts_are_the_slow_twins():
    dice = random.Random(8)
    for _ in range(400):
        values = [round(dice.gauss(50, 3) + drift) for drift in _drift(dice)]
        screened = dice.random() < 0.5

        chart = xmr(values, rules=Rules(screen_outliers=screened))

        assert [(point.signal.value, point.direction) for point in chart.points] == slow_signals(values, screened)


def _drift(dice):
    slope, jump = dice.choice([0, 0, 0.7, -0.7]), dice.choice([0, 0, 5, -5])
    return [slope * i + (jump if i > 20 else 0) for i in range(dice.randint(2, 40))]


def slow_signals(values, screened):
    """Window by window and in the words of the rules; the two directions of a trend are asked for one by one."""
    n, mean = len(values), sum(values) / len(values)
    widths = [abs(b - a) for a, b in itertools.pairwise(values)]
    spread = sum(widths) / len(widths)
    if screened and spread:
        widths = [width for width in widths if width < 3.267 * spread]
        spread = sum(widths) / len(widths)
    upper, lower = mean + 2.66 * spread, mean - 2.66 * spread
    near_upper, near_lower = mean + 2.66 * spread * 2 / 3, mean - 2.66 * spread * 2 / 3

    def windows(i, length):
        return [values[k : k + length] for k in range(max(0, i - length + 1), i + 1) if k + length <= n]

    def rising(window):
        return all(b > a for a, b in itertools.pairwise(window))

    def falling(window):
        return rising([-value for value in window])

    def two_high(window):
        return all(v > mean for v in window) and sum(near_upper < v <= upper for v in window) >= 2

    def two_low(window):
        return all(v < mean for v in window) and sum(lower <= v < near_lower for v in window) >= 2

    def judge(i):
        value = values[i]
        if value > upper or value < lower:
            return "outside", 1 if value > upper else -1
        for window in reversed(windows(i, 7)):
            if rising(window) or falling(window):
                return "trend", 1 if rising(window) else -1
        if near_upper < value and any(map(two_high, windows(i, 3))):
            return "two_of_three", 1
        if value < near_lower and any(map(two_low, windows(i, 3))):
            return "two_of_three", -1
        if any(all(v > mean for v in window) for window in windows(i, 7)):
            return "run", 1
        if any(all(v < mean for v in window) for window in windows(i, 7)):
            return "run", -1
        return "none", 0

    return [judge(i) for i in range(n)]


def test_the_audit_finds_just_what_trying_every_table_finds():
    dice = random.Random(2)
    for _ in range(15):
        inner = [[dice.randint(0, 3) for _ in range(3)] for _ in range(2)]
        counts = [[*row, sum(row)] for row in inner]
        counts.append([sum(column) for column in zip(*counts, strict=True)])
        places = [(i, j) for i in range(2) for j in range(3)]
        hidden = dice.sample(places, dice.randint(1, 6))

        found = ranges(by_place(counts), sums(counts, Totals.BOTH), hidden)

        assert {place: (each.least, each.most) for place, each in found.items()} == every_table(counts, hidden)


def every_table(counts, hidden):
    seen = {place: [] for place in hidden}
    most = max(counts[-1][:-1])  # no cell is greater than its column's total
    least = [min(counts[i][j], 1) for i, j in hidden]  # a zero is shown: what is hidden is 1 or more
    for guess in itertools.product(*(range(low, most + 1) for low in least)):
        filled = [list(row) for row in counts]
        for (i, j), value in zip(hidden, guess, strict=True):
            filled[i][j] = value
        rows_add = all(sum(row[:-1]) == row[-1] for row in filled)
        if rows_add and all(sum(column[:-1]) == column[-1] for column in zip(*filled, strict=True)):
            for place, value in zip(hidden, guess, strict=True):
                seen[place].append(value)
    return {place: (min(values), max(values)) for place, values in seen.items()}
