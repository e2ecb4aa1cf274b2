"""Which chart a series gets, and what is said where it gets none."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from goldenthread.measure.indicators.definition import Better, Definition, Topic, Unit
from goldenthread.measure.indicators.judging import judge, judge_terms
from goldenthread.rules.statistics.judgement import Method, Rules, Signal, Verdict

SHARE = Definition(
    code="share", title="A share", topic=Topic.WAITING, why_it_matters="", counted="", cohort="plans",
    unit=Unit.PERCENT, better=Better.HIGHER, source="", review_by=date(2027, 9, 1),
)  # fmt: skip
EVEN = [(20, 40), (24, 48), (18, 36), (22, 44), (19, 38), (40, 80), (20, 40), (21, 42), (19, 38), (23, 46), (24, 48)]


@dataclass
class Seen:
    period_start: date
    value: float | None
    numerator: float | None = None
    denominator: float | None = None


@dataclass
class Change:
    starts_on: date
    cause: str


def monthly(shares):
    return [
        Seen(date(2024 + i // 12, i % 12 + 1, 1), 100 * x / n if n else None, x, n) for i, (x, n) in enumerate(shares)
    ]


def test_percentages_on_like_numbers_take_the_xmr_chart():
    judged = judge(SHARE, monthly([*EVEN, (11, 22)]))

    assert judged.xmr.method is Method.XMR
    assert judged.sentence == "No variation: 12 points, every one 50 %."


def test_percentages_on_very_different_numbers_take_the_p_chart():
    judged = judge(SHARE, monthly([*EVEN, (0, 4)]))

    assert judged.xmr.method is Method.P
    assert judged.points[-1].signal is Signal.NONE
    assert "limits of its own" in judged.warnings[-1]


@pytest.mark.parametrize("change", [{"numerator": None}, {"value": 11.0}, {"numerator": 9}])
def test_a_percentage_that_is_not_its_counts_does_not(change):
    series = monthly([*EVEN, (0, 4)])
    series[0] = replace(series[0], **change)

    assert judge(SHARE, series).xmr.method is Method.XMR


def test_nor_does_a_rate_or_a_number():
    series = monthly([*EVEN, (0, 4)])

    assert judge(replace(SHARE, unit=Unit.RATE), series).xmr.method is Method.XMR


def test_a_rebase_starts_at_the_first_point_on_or_after_its_day():
    changes = [
        Change(date(2024, 7, 15), "panel each week"),
        Change(date(2024, 7, 20), "and more psychologists"),
        Change(date(2020, 1, 1), "before it all"),
        Change(date(2030, 1, 1), "not yet"),
    ]

    judged = judge(SHARE, monthly(EVEN), rebases=changes)

    assert [(group.start, group.cause) for group in judged.xmr.groups] == [(0, ""), (7, "and more psychologists")]


def test_the_definition_fixes_limits_and_the_area_sets_lengths():
    shares = [*EVEN, (24, 48), *[(26, 50)] * 6]
    fixed = replace(SHARE, baseline_points=12)

    usual, shorter = judge(fixed, monthly(shares)), judge(fixed, monthly(shares), rules=Rules(run_length=6))

    assert (usual.xmr.variation, shorter.xmr.variation) == (Verdict.IMPROVEMENT, Verdict.IMPROVEMENT)
    assert shorter.points[-1].signal is Signal.OUTSIDE
    assert shorter.xmr.rules == Rules(run_length=6, baseline_points=12)


def yearly(count):
    return [Seen(date(2010 + i, 1, 1), 50.0 + i % 3) for i in range(count)]


def test_few_yearly_figures_have_no_control_chart():
    judged = judge(SHARE, yearly(7))

    assert (judged.xmr, judged.points, judged.warnings) == (None, (), [])
    assert judged.sentence == (
        "Too few years for a control chart: 7 of the 12 it needs. Compare each year with its interval."
    )
    assert judge(SHARE, yearly(12)).xmr is not None


def test_nothing_measured_is_said():
    assert judge(SHARE, [Seen(date(2026, 1, 1), None)]).sentence == "Not measured: no figure has been supplied yet."


TERMS = [Seen(date(year, month, 1), 50.0 + month) for year in range(2021, 2026) for month in (1, 4, 9)]


def test_terms_are_judged_like_with_like():
    charts = judge_terms(SHARE, TERMS)

    assert list(charts) == ["autumn term", "spring term", "summer term"]
    assert [one.value for one in charts["spring term"].series] == [51.0] * 5
    assert charts["summer term"].sentence.startswith("Too few years for a control chart: 5 of the 12 it needs.")


def test_terms_together_are_warned_of():
    assert judge(SHARE, TERMS).warnings[-1].startswith("Terms differ by their season")


@pytest.mark.parametrize("unit", list(Unit))
def test_every_unit_has_a_sentence(unit):
    assert judge(replace(SHARE, unit=unit), monthly(EVEN)).sentence.endswith(".")
