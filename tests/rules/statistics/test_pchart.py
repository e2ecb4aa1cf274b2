from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.judgement import Assurance, Better, Method, Rebase, Rules, Signal, Verdict
from goldenthread.rules.statistics.pchart import p_chart
from goldenthread.rules.statistics.verdict import sentence, warnings

EVEN = [
    (20, 40),
    (24, 48),
    (18, 36),
    (22, 44),
    (9, 18),
    (40, 80),
    (20, 40),
    (21, 42),
    (19, 38),
    (11, 22),
    (4, 8),
    (30, 60),
]


def test_limits_follow_each_denominator():
    chart = p_chart([(34, 100), (9, 25), (66, 200)])

    mean = 100 * 109 / 325
    error = (mean * (100 - mean)) ** 0.5
    assert [point.mean for point in chart.points] == pytest.approx([mean] * 3)
    assert [point.upper - mean for point in chart.points] == pytest.approx([3 * error / n**0.5 for n in (100, 25, 200)])
    assert (chart.method, chart.groups[0].spread) == (Method.P, 1)


def test_more_variation_than_chance_widens_the_limits_by_sigma_z():
    shares = [(400, 1000), (600, 1000), (380, 1000), (620, 1000)]

    chart = p_chart(shares)

    z = [(100 * x / n - 50) / (50 / n**0.5) for x, n in shares]
    sigma_z = sum(abs(b - a) for a, b in pairwise(z)) / 3 / 1.128
    assert chart.method is Method.LANEY
    assert chart.groups[0].spread == pytest.approx(sigma_z)
    assert chart.points[0].upper == pytest.approx(50 + 3 * sigma_z * 50 / 1000**0.5)


def test_a_small_month_far_out_is_common_cause_and_a_large_one_is_not():
    small, large = p_chart([*EVEN, (0, 4)]), p_chart([*EVEN, (10, 60)], better=Better.HIGHER)

    assert small.latest.signal is Signal.NONE
    assert (large.latest.signal, large.latest.direction, large.variation) == (Signal.OUTSIDE, -1, Verdict.CONCERN)


def test_the_four_tests_of_the_xmr_chart():
    baseline = Rules(baseline_points=12)

    run = p_chart([*EVEN, *[(26, 50)] * 7], rules=baseline)
    trend = p_chart([*EVEN, *[(20 + i, 50) for i in range(7)]], rules=baseline)
    near = p_chart([*EVEN, (33, 50), (26, 50), (33, 50)], rules=baseline)

    assert [point.signal for point in run.points[-7:]] == [Signal.RUN] * 7
    assert [point.signal for point in trend.points[-7:]] == [Signal.TREND] * 7
    assert [point.signal for point in near.points[-3:]] == [Signal.TWO_OF_THREE, Signal.NONE, Signal.TWO_OF_THREE]


def test_assurance_is_of_the_latest_denominator():
    assert p_chart(EVEN, better=Better.HIGHER, target=60).assurance is Assurance.INCONSISTENT
    assert p_chart([*EVEN, (5000, 10000)], better=Better.HIGHER, target=60).assurance is Assurance.FAIL


def test_none_of_none_is_not_recorded():
    chart = p_chart([(1, 2), (0, 0), None, (3, 4)])

    assert [point.verdict for point in chart.points] == [Verdict.COMMON, None, None, Verdict.COMMON]
    assert chart.groups[0].recorded == 2


def test_all_of_all_has_no_width():
    chart = p_chart([(5, 5), (9, 9), (100, 100)], better=Better.HIGHER, target=100)

    assert {point.signal for point in chart.points} == {Signal.NONE}
    assert (chart.groups[0].constant, chart.assurance) == (True, Assurance.PASS)


def test_a_group_for_each_process():
    chart = p_chart([*EVEN, *[(45, 50)] * 3], rebases=[Rebase(12, "panel each week")])

    assert [group.mean for group in chart.groups] == pytest.approx([50, 90])
    assert chart.latest.signal is Signal.NONE


@pytest.mark.parametrize("share", [(6, 5), (-1, 5)])
def test_what_is_no_share_is_refused(share):
    with pytest.raises(NotComputable, match="is not a share of a cohort"):
        p_chart([share])


def test_its_sentence_and_warning_say_that_limits_differ():
    chart = p_chart([*EVEN, (25, 50)])

    assert sentence(chart, "%") == (
        "No change detectable: 13 points, each within the limits of its own number; of the latest, 29–71 %."
    )
    assert warnings(chart) == [
        "Each point has limits of its own, since the numbers that the percentages stand on differ strongly (p-chart)."
    ]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), min_size=2, max_size=30))
def test_turned_round_high_and_low_change_places(pairs):
    shares = [(min(x, n), n) for x, n in pairs]

    there = p_chart(shares)
    back = p_chart([(n - x, n) for x, n in shares])

    outside = [[point.direction for point in chart.points if point.signal is Signal.OUTSIDE] for chart in (there, back)]
    assert outside[0] == [-direction for direction in outside[1]]
