from xml.etree import ElementTree

import pytest

from goldenthread.foundation.charts import CompletionChart, Edge, Mark, NetworkChart, Node, Rising

NAMES = {"identity": "figure-1", "title": "When <&>", "description": "By month & year."}
COMPLETION = CompletionChart(
    **NAMES,
    months=("Oct 2026", "Nov 2026", "Dec 2026"),
    lines=(Rising("As reported", (0, 250, 1000), 1000), Rising("As the facts <support>", (0, 0, 4), 1000)),
    marks=(Mark(1, "16 November 2026"), Mark(2, "31 December 2026")),
)


def network(count=4, edges=(("1", "0"), ("2", "1"), ("3", "0")), late=()):
    nodes = tuple(Node(str(n), f"2.{n} A", "Amber & late", late=str(n) in late) for n in range(count))
    return NetworkChart(**NAMES, nodes=nodes, edges=tuple(Edge(waits, needs) for waits, needs in edges))


def parsed(chart):
    return ElementTree.fromstring(chart.svg())  # noqa: S314  our own words


DRAWN = [COMPLETION, network(), network(late=("0",)), network(3, [("0", "1"), ("1", "0"), ("2", "1")]), network(1, [])]


@pytest.mark.parametrize("chart", DRAWN)
def test_each_is_well_formed_and_described(chart):
    drawn = parsed(chart)

    said = [child.text for child in drawn if child.tag.endswith(("title", "desc"))]
    assert (drawn.get("role"), said) == ("img", ["When <&>", "By month & year."])


@pytest.mark.parametrize("chart", DRAWN)
def test_nothing_is_drawn_outside_the_picture(chart):
    drawn = parsed(chart)
    wide, high = float(drawn.get("width")), float(drawn.get("height"))

    spots = [(float(one.get("x")), float(one.get("y"))) for one in drawn if one.get("x")]  # not the key's signs

    assert all(-0.1 <= x <= wide and 0 <= y <= high for x, y in spots)


def test_the_table_of_a_forecast_has_counts_and_shares():
    assert COMPLETION.table().rows == (
        ("Oct 2026", "0 (0 %)", "0 (0 %)"),
        ("Nov 2026", "250 (25 %)", "0 (0 %)"),
        ("Dec 2026", "1,000 (100 %)", "4 (0 %)"),
    )


def test_the_table_of_a_network_says_what_each_waits_for():
    assert [row[2] for row in network().table().rows] == ["–", "2.0 A", "2.1 A", "2.0 A"]


def test_what_is_needed_stands_to_the_left():
    boxes = [one for one in parsed(network()).iter() if one.get("rx")]

    lefts = [float(box.get("x")) for box in boxes]
    assert lefts[0] < lefts[1] < lefts[2]
    assert lefts[1] == lefts[3]


@pytest.mark.parametrize(("count", "fits"), [(0, False), (1, True), (40, True), (41, False)])
def test_a_drawing_that_nobody_could_read_is_not_offered(count, fits):
    assert network(count, []).fits is fits


def test_a_chain_that_is_too_long_is_left_to_the_table():
    assert not network(9, [(str(n + 1), str(n)) for n in range(8)]).fits
