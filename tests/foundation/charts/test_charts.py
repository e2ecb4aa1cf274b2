"""What holds of every chart: safe, accessible, legible, and with a table as complete as the picture."""

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from goldenthread.foundation.charts import (
    AgeBand,
    AgesChart,
    BarChart,
    Bars,
    BragBar,
    ColourColumns,
    ControlChart,
    FunnelChart,
    GapChart,
    Layer,
    Line,
    LineChart,
    WaitingChart,
)
from goldenthread.foundation.charts.svg import width_of
from goldenthread.rules.statistics.disclosure import Suppressed
from goldenthread.rules.statistics.funnel import Kind, funnel
from goldenthread.rules.statistics.gap import gap
from goldenthread.rules.statistics.intervals import Interval
from goldenthread.rules.statistics.judgement import Better, Rebase
from goldenthread.rules.statistics.pchart import p_chart
from goldenthread.rules.statistics.spc import xmr
from goldenthread.rules.statistics.survival import kaplan_meier

SVG = "{http://www.w3.org/2000/svg}"
NAMES = {"identity": "figure-1", "title": "Plans in 20 weeks <&>", "description": "Monthly & steady."}
MONTHS = tuple(f"{month} {year}" for year in (2024, 2025, 2026) for month in ("Jan", "Apr", "Jul", "Oct"))
VALUES = [52, 48, 55, None, 47, 53, 49, 51, 54, 46, 95, 20]

CHARTS = [
    ControlChart(
        **NAMES,
        chart=xmr(VALUES, better=Better.HIGHER, target=60, rebases=[Rebase(6, "panel <weekly> & agency staff")]),
        periods=MONTHS,
        unit="%",
        near_limits=True,
    ),
    ControlChart(**NAMES, chart=xmr([100] * 12, target=100), periods=MONTHS, unit="%"),
    ControlChart(**NAMES, chart=xmr([3]), periods=("Jan & Feb <2026>",), unit="requests"),
    LineChart(
        **NAMES,
        lines=(
            Line("Marlshire", [40.0, None, 45.1], [Interval(40, 36, 44), None, None]),
            Line("A & B", [50.0, 50.0, 45.0]),
        ),
        periods=("2023", "2024", "2025"),
        unit="%",
        target=100,
    ),
    WaitingChart(**NAMES, curve=kaplan_meier([30, 90, 139, 141, 400], [True, True, False, True, False])),
    BarChart(
        **NAMES,
        categories=(
            "Cognition & learning",
            "Social, emotional and mental health, with a very long name that goes on and on",
        ),
        series=(Bars("This year", [12, Suppressed("small")]), Bars("Last year", [None, 7])),
        unit="plans",
    ),
    BarChart(
        **NAMES,
        categories=("A", "B"),
        series=(Bars("Mainstream", [60, 50]), Bars("Special", [40, Suppressed("small")])),
        unit="%",
        stacked=True,
    ),
    AgesChart(
        **NAMES, bands=(AgeBand("0–20 weeks", 182), AgeBand("over 20 weeks", 60, late=True)), counted="open requests"
    ),
    BragBar(**NAMES, counts={"blue": 17, "green": 49, "amber": 30, "red": 6, "white": 5}),
    BragBar(**NAMES, counts={}),
    ColourColumns(
        **NAMES,
        periods=(*MONTHS[1:], "31 Oct 2026"),
        layers=(Layer("blue", "Blue", "complete", tuple(range(12))), Layer("white", "Grey", "not started", (9,) * 12)),
    ),
    ColourColumns(**NAMES, periods=("31 Oct 2026",), layers=(Layer("red", "Red", "significant issue", (0,)),)),
]
CHARTS += [
    ControlChart(
        **NAMES,
        chart=p_chart([(20, 40), (3, 6), None, (44, 90), (1, 4), (60, 61)], better=Better.HIGHER, target=60),
        periods=MONTHS[:6],
        unit="%",
        near_limits=True,
    ),
    FunnelChart(
        **NAMES,
        funnel=funnel([("A & B <School>", 30, 40), ("C", 20, 100), ("D", 12, 12), ("E", 9, 30), ("shut", 0, 0)]),
        size="Pupils",
        own="C",
    ),
    FunnelChart(**NAMES, funnel=funnel([("A", 3, 40)], Kind.RATE, multiplier=1000), size="Pupils", unit="per 1,000"),
    GapChart(
        **NAMES,
        lines=(Line("EHC plan", [60.0, None, 68.0]), Line("No SEN", [80.0, 80.0, 80.0])),
        periods=("2023", "2024", "2025"),
        unit="%",
        gaps=(gap((300, 500), (4000, 5000), Better.HIGHER), None, gap((340, 500), (4000, 5000), Better.HIGHER)),
    ),
]
each_chart = pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: type(chart).__name__)


def parsed(chart):
    return ElementTree.fromstring(chart.svg())  # noqa: S314 — our own text


@each_chart
def test_it_is_an_image_with_a_name_and_a_description(chart):
    svg = parsed(chart)

    title, description = svg[0], svg[1]
    assert (svg.get("role"), title.text, description.text) == ("img", NAMES["title"], NAMES["description"])
    assert svg.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


@each_chart
def test_it_obeys_a_strict_content_security_policy(chart):
    svg = parsed(chart)

    assert [e.tag for e in svg.iter() if e.tag in (SVG + "style", SVG + "script", SVG + "foreignObject")] == []
    assert [
        key for e in svg.iter() for key in e.attrib if key == "style" or key.startswith("on") or "href" in key
    ] == []


@each_chart
def test_no_word_is_smaller_than_12_or_beyond_the_edge(chart):
    svg = parsed(chart)

    _, _, width, height = map(float, svg.get("viewBox").split())
    assert width == 640
    for words in svg.iter(SVG + "text"):
        size = float(words.get("font-size"))
        wide, x, y = width_of(words.text, int(size)), float(words.get("x")), float(words.get("y"))
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[words.get("text-anchor")]
        assert size >= 12
        assert (left >= 0, left + wide <= width, y <= height) == (True, True, True), words.text


@each_chart
def test_text_contrast_is_at_least_four_and_a_half_to_one(chart):
    on_colour = {"#ffffff"}  # white figures stand on dark bars alone: their contrast is tested below

    inks = {words.get("fill") for words in parsed(chart).iter(SVG + "text")} - on_colour

    assert [ink for ink in inks if contrast(ink, "#ffffff") < 4.5] == []


@pytest.mark.parametrize(
    ("ink", "bar"), [("#ffffff", "#1d4f8f"), ("#0b0c0c", "#8fb4dc"), ("#ffffff", "#5f6468"), ("#0b0c0c", "#d0a15f")]
)
def test_figures_on_bars_are_legible(ink, bar):
    assert contrast(ink, bar) >= 4.5


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@each_chart
def test_ids_come_from_the_identity_and_are_unique(chart):
    ids = [e.get("id") for e in parsed(replace(chart, identity="other")).iter() if e.get("id")]

    assert len(ids) == len(set(ids))
    assert [each for each in ids if not each.startswith("other")] == []


@each_chart
def test_what_it_refers_to_exists(chart):
    svg = parsed(chart)

    referred = set(re.findall(r"url\(#([^)]+)\)", chart.svg()))
    assert referred - {e.get("id") for e in svg.iter()} == set()


@each_chart
def test_its_table_is_whole(chart):
    table = chart.table()

    assert table.caption == chart.title
    assert {len(row) for row in table.rows} == {len(table.head)}


@each_chart
def test_names_at_the_foot_do_not_touch(chart):
    rows = {}
    for words in parsed(chart).iter(SVG + "text"):
        wide = width_of(words.text, int(words.get("font-size")))
        left = float(words.get("x")) - {"start": 0, "middle": wide / 2, "end": wide}[words.get("text-anchor")]
        rows.setdefault(words.get("y"), []).append((left, left + wide))

    for row in rows.values():
        row.sort()
        assert all(right <= left for (_, right), (left, _) in pairwise(row))
