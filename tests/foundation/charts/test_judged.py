"""What is particular to the funnel, the gap, the control chart's limits, and its icons."""

from xml.etree import ElementTree

import pytest

from goldenthread.foundation.charts import ControlChart, FunnelChart, GapChart, Line, assurance_icon, variation_icon
from goldenthread.rules.statistics.funnel import funnel
from goldenthread.rules.statistics.gap import gap
from goldenthread.rules.statistics.judgement import Better, Rebase
from goldenthread.rules.statistics.pchart import p_chart
from goldenthread.rules.statistics.spc import xmr

SVG = "{http://www.w3.org/2000/svg}"
NAMES = {"identity": "figure-1", "title": "A figure", "description": "Steady."}
STEADY = [0, 10] * 6


def words(svg):
    return [each.text for each in ElementTree.fromstring(svg).iter(SVG + "text")]  # noqa: S314 — our own text


def control(chart, **more):
    return ControlChart(
        **NAMES, chart=chart, periods=tuple(f"M{i}" for i in range(len(chart.points))), unit="%", **more
    )


def test_trial_limits_are_shown_as_such():
    trial, firm = control(xmr(STEADY)), control(xmr([*STEADY, 5]))

    assert ("Trial limits: under 13 points" in words(trial.svg()), "Limits" in words(trial.svg())) == (True, False)
    assert ("Trial limits: under 13 points" in words(firm.svg()), "Limits" in words(firm.svg())) == (False, True)
    assert "Trial limits stand on fewer than 13 points." in trial.table().note
    assert "Trial" not in firm.table().note


def test_a_rebase_is_drawn_with_its_cause():
    chart = control(xmr([*STEADY, *STEADY], rebases=[Rebase(12, "panel each week")]))

    assert words(chart.svg())[-2:] == ["A", "A: new limits from M12, panel each week"]
    assert chart.table().note.endswith("A: new limits from M12, panel each week.")


def test_a_p_chart_has_limits_point_by_point_in_picture_and_table():
    chart = control(p_chart([(20, 40), (50, 100), (2, 4)], better=Better.HIGHER))

    lower = [row[3] for row in chart.table().rows]
    assert lower == ["26 %", "35 %", "0 %"]
    assert "3 standard errors of each point’s own number" in chart.table().note


def test_a_funnels_table_is_no_ranking():
    drawn = FunnelChart(
        **NAMES,
        funnel=funnel([("Zed", 83, 100), *((name, 50, 100) for name in "BACDEFGH"), ("shut", 0, 0)]),
        size="Pupils",
        own="C",
    )

    table = drawn.table()
    assert [row[0] for row in table.rows] == ["Zed", *"ABCDEFGH"]
    assert table.rows[0] == ("Zed", "83.0 %", "83", "100", "Unusually high")
    assert table.note.endswith("The list is no ranking. Without a figure: shut.")
    assert "C" in words(drawn.svg())


def test_the_gap_stands_in_the_table():
    drawn = GapChart(
        **NAMES,
        lines=(Line("EHC plan", [60.0, None]), Line("No SEN", [80.0, 80.0])),
        periods=("2024", "2025"),
        unit="%",
        gaps=(gap((300, 500), (4000, 5000), Better.HIGHER), None),
    )

    assert [row[-1] for row in drawn.table().rows] == ["20.0 points (15.6–24.5)", "–"]
    assert drawn.table().head[-1] == "Gap"


@pytest.mark.parametrize(
    ("latest", "better", "variation"),
    [
        (5, Better.HIGHER, "Variation: usual ups and downs"),
        (60, Better.HIGHER, "Variation: improvement, high"),
        (60, Better.LOWER, "Variation: concern, high"),
        (-50, Better.LOWER, "Variation: improvement, low"),
        (-50, Better.NEUTRAL, "Variation: unusual, low"),
    ],
)
def test_the_variation_icon_says_what_and_which_way(latest, better, variation):
    icon = variation_icon("icon-1", xmr([*STEADY, latest], better=better))

    svg = ElementTree.fromstring(icon.svg)  # noqa: S314
    assert (icon.words, svg[0].text) == (variation, variation)
    assert (svg.get("role"), svg.get("aria-labelledby"), svg[0].get("id")) == ("img", "icon-1-title", "icon-1-title")
    assert [each for each in svg.iter() if "style" in each.attrib] == []


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (90, "Target: will be missed, unless something changes"),
        (-90, "Target: will be met, unless something changes"),
        (5, "Target: met in some periods, missed in others"),
    ],
)
def test_the_assurance_icon(target, said):
    icon = assurance_icon("icon-2", xmr(STEADY, better=Better.HIGHER, target=target))

    assert icon is not None
    assert icon.words == said


def test_no_target_no_icon():
    assert assurance_icon("icon-2", xmr(STEADY, better=Better.HIGHER)) is None
