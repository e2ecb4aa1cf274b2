import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.judgement import Assurance, Better, Rebase, Rules, Signal, Verdict
from goldenthread.rules.statistics.spc import xmr
from goldenthread.rules.statistics.verdict import sentence, warnings

SPIKE = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
STEADY = [52, 48, 55, 50, 47, 53, 49, 51, 54, 46, 50, 52]
LOWER_SINCE = [44, 43, 42, 45, 41, 43, 42]
BASELINE = Rules(baseline_points=12)


def signals(chart):
    return [point.signal.value for point in chart.points]


@pytest.mark.parametrize(
    ("screened", "mean_range", "lower", "upper"),
    [(False, 1.882353, -3.062614, 6.951503), (True, 1.0, -0.715556, 4.604444)],
)
def test_limits_with_and_without_screening(screened, mean_range, lower, upper):
    group = xmr(SPIKE, rules=Rules(screen_outliers=screened)).groups[0]

    found = (group.mean, group.spread, group.lower, group.upper)
    assert found == pytest.approx((1.944444, mean_range, lower, upper), abs=6e-7)


def test_limits_of_a_steady_series():
    group = xmr(STEADY).groups[0]

    found = (group.mean, group.spread, group.lower, group.upper)
    assert found == pytest.approx((50.583333, 4.363636, 38.976061, 62.190606), abs=6e-7)


def test_near_limits_are_two_thirds_of_the_way():
    near = xmr(STEADY).points[0].near_limits

    assert near == pytest.approx((50.583333 - 1.773333 * 4.363636, 50.583333 + 1.773333 * 4.363636), abs=1e-5)


def test_seven_below_a_locked_mean_signal():
    chart = xmr([*STEADY, *LOWER_SINCE], better=Better.HIGHER, rules=BASELINE)

    assert chart.groups[0].upper == pytest.approx(62.190606, abs=6e-7)
    assert [point.signal is Signal.NONE for point in chart.points] == [True] * 12 + [False] * 7
    assert {point.verdict for point in chart.points[12:]} == {Verdict.CONCERN}


def test_six_on_one_side_do_not():
    chart = xmr([*STEADY, 45, 44, 45, 44, 45, 44], rules=BASELINE)

    assert signals(chart) == ["none"] * 18


def test_a_point_on_the_mean_breaks_a_run():
    values = [0, 10] * 6  # mean 5, limits wide

    unbroken = xmr([*values, 6, 6, 6, 6, 6, 6, 6], rules=BASELINE)
    broken = xmr([*values, 6, 6, 6, 5, 6, 6, 6], rules=BASELINE)

    assert signals(unbroken)[-7:] == ["run"] * 7
    assert signals(broken)[-7:] == ["none"] * 7


def test_seven_rising_points_are_six_moves():
    values = [0, 10] * 6

    seven = xmr([*values, 2, 3, 4, 5, 6, 7, 8], rules=BASELINE)
    with_a_tie = xmr([*values, 2, 3, 4, 4, 6, 7, 8], rules=BASELINE)

    assert signals(seven)[-7:] == ["trend"] * 7
    assert signals(with_a_tie)[-7:] == ["none"] * 7


def test_a_turning_point_belongs_to_the_later_trend():
    rise_and_fall = [1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1]
    chart = xmr([*([-20, 20] * 6), *rise_and_fall], rules=BASELINE)

    assert [point.direction for point in chart.points[12:]] == [1] * 6 + [-1] * 7


def test_two_of_three_need_both_near_and_all_on_one_side():
    values = [0, 10] * 6  # mean 5, reach 26.6, near limits at 5 ± 17.73

    near = xmr([*values, 24, 8, 25], rules=BASELINE)
    far_side = xmr([*values, 24, 2, 25], rules=BASELINE)

    assert signals(near)[-3:] == ["two_of_three", "none", "two_of_three"]
    assert signals(far_side)[-3:] == ["none", "none", "none"]


def test_two_beyond_the_limit_leave_a_third_near_it_common():
    chart = xmr([*([0, 10] * 6), 40, 24, 41], rules=BASELINE)

    assert signals(chart)[-3:] == ["outside", "none", "outside"]


def test_the_first_test_that_applies_names_the_point():
    chart = xmr([*([0, 10] * 6), 2, 6, 12, 18, 24, 30, 36], better=Better.LOWER, rules=BASELINE)

    assert signals(chart)[-7:] == ["trend"] * 6 + ["outside"]
    assert chart.points[-1].verdict is Verdict.CONCERN


@pytest.mark.parametrize(
    ("better", "verdict"),
    [(Better.HIGHER, Verdict.IMPROVEMENT), (Better.LOWER, Verdict.CONCERN), (Better.NEUTRAL, Verdict.NEUTRAL_HIGH)],
)
def test_polarity_of_a_high_signal(better, verdict):
    chart = xmr([*([0, 10] * 6), 40], better=better, rules=BASELINE)

    assert chart.variation is verdict


@pytest.mark.parametrize(
    ("better", "target", "expected"),
    [
        (Better.HIGHER, 70, Assurance.FAIL),
        (Better.LOWER, 70, Assurance.PASS),
        (Better.HIGHER, 30, Assurance.PASS),
        (Better.LOWER, 30, Assurance.FAIL),
        (Better.HIGHER, 50, Assurance.INCONSISTENT),
        (Better.NEUTRAL, 70, Assurance.NONE),
        (Better.HIGHER, None, Assurance.NONE),
    ],
)
def test_assurance(better, target, expected):
    assert xmr(STEADY, better=better, target=target).assurance is expected


def test_assurance_looks_at_the_last_group():
    chart = xmr(
        [*STEADY, *[v + 40 for v in STEADY]], better=Better.HIGHER, target=70, rebases=[Rebase(12, "new panel")]
    )

    assert chart.assurance is Assurance.PASS


def test_each_group_has_its_own_limits_and_patterns_do_not_cross():
    chart = xmr([*STEADY, *LOWER_SINCE], rebases=[Rebase(12, "panel moved to weekly meetings")])

    assert [group.mean for group in chart.groups] == pytest.approx([50.583333, 42.857143], abs=1e-6)
    assert signals(chart) == ["none"] * 19
    assert chart.groups[1].cause == "panel moved to weekly meetings"


def test_a_rebase_needs_a_cause():
    with pytest.raises(NotComputable, match="A rebase has no cause"):
        xmr(STEADY, rebases=[Rebase(6, " ")])


@pytest.mark.parametrize("positions", [(0,), (12,), (6, 6), (8, 4)])
def test_rebases_must_be_in_order_within_the_series(positions):
    with pytest.raises(NotComputable, match="Rebases must come in order"):
        xmr(STEADY, rebases=[Rebase(at, "cause") for at in positions])


def test_a_short_baseline_is_refused():
    with pytest.raises(NotComputable, match="A baseline of 11 points is too short"):
        Rules(baseline_points=11)


def test_run_and_trend_lengths_are_settings():
    values = [*([0, 10] * 6), 4, 4, 4, 4, 4, 4]

    seven, six = xmr(values, rules=BASELINE), xmr(values, rules=Rules(baseline_points=12, run_length=6))

    assert (signals(seven)[-6:], signals(six)[-6:]) == (["none"] * 6, ["run"] * 6)


def test_a_missing_value_is_left_out_and_breaks_a_run():
    values = [*([0, 10] * 6), 6, 6, 6, None, 6, 6, 6, 6]

    chart = xmr(values, rules=BASELINE)

    assert signals(chart)[-8:] == ["none"] * 8
    assert (chart.points[15].verdict, chart.points[15].mean) == (None, 5)
    assert xmr([1, None, 3, 4]).groups[0].spread == 1  # 1 to 3 is not between neighbours


def test_the_latest_recorded_point_gives_the_variation():
    assert xmr([*([0, 10] * 6), 40, None], rules=BASELINE, better=Better.HIGHER).variation is Verdict.IMPROVEMENT


@pytest.mark.parametrize("screened", [False, True])
@pytest.mark.parametrize("value", [100.0, 0.1, 1 / 3])
def test_a_constant_series_has_no_signal_and_says_so(value, screened):
    chart = xmr([value] * 14, better=Better.HIGHER, target=value, rules=Rules(screen_outliers=screened))

    assert signals(chart) == ["none"] * 14
    assert chart.assurance is Assurance.PASS
    assert warnings(chart) == ["No variation: the values are all the same, so the limits have no width."]


def test_one_point_has_no_limits():
    chart = xmr([42], target=50, better=Better.HIGHER)

    assert (chart.groups[0].lower, chart.assurance, chart.variation) == (None, Assurance.NONE, Verdict.COMMON)
    assert sentence(chart, "%") == "Too few points to judge: 1 point, the latest 42 %."


def test_no_value_at_all_is_refused():
    with pytest.raises(NotComputable, match="No value of the series is recorded"):
        xmr([None, None])


@pytest.mark.parametrize(
    ("values", "better", "said"),
    [
        (STEADY[:9], Better.HIGHER, "No change detectable: 9 points, all within 40–62 %."),
        ([*([0, 10] * 6), 40], Better.HIGHER, "Improvement: the latest point, 40 %, is above the upper limit of 32 %."),
        ([*([0, 10] * 6), *[6] * 8], Better.LOWER, "Concern: the latest 9 points are all above the mean of 5 %."),
        (
            [*([0, 10] * 6), 8, 7, 6, 5, 4, 3, 2],
            Better.NEUTRAL,
            "Unusually low: the latest 8 points each lower than the one before.",
        ),
        (
            [*([0, 10] * 6), 24, 25],
            Better.HIGHER,
            "Improvement: of 3 points in a row, 2 or more are close to the upper limit.",
        ),
        (
            [*([0, 10] * 6), 40, 5],
            Better.HIGHER,
            "No change detectable now: the latest point is within 0–32 %; 1 earlier point was unusual.",
        ),
        ([100] * 12, Better.HIGHER, "No variation: 12 points, every one 100 %."),
    ],
)
def test_sentences(values, better, said):
    rules = BASELINE if len(values) >= 12 else Rules()

    assert sentence(xmr(values, better=better, rules=rules), "%") == said


def test_warnings_name_the_group_and_the_gaps():
    chart = xmr([*STEADY, None, *STEADY, 50], rebases=[Rebase(13, "new panel")])

    assert warnings(chart) == [
        "Trial limits in the group from point 1: 12 points; 13 make the limits firm.",
        "1 of 26 points is missing. A missing value is not zero: it is left out of mean and limits, and no run or "
        "trend is counted across it.",
    ]


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=40), st.integers(-1000, 1000))
def test_moving_every_value_moves_no_signal(values, by):
    still = xmr([value * 4 for value in values])
    moved = xmr([value * 4 + by * 4 for value in values])

    assert [point.direction for point in moved.points] == [point.direction for point in still.points]


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=40))
def test_upside_down_better_and_worse_change_places(values):
    upright = xmr(values, better=Better.HIGHER)
    turned = xmr([-value for value in values], better=Better.LOWER)

    assert [point.verdict for point in upright.points] == [point.verdict for point in turned.points]
