import re

from goldenthread.foundation.charts.chart import ChartTable
from goldenthread.foundation.charts.reporting import Body, Placed, ReportingChart

OWNER = Body("1", "Health & Wellbeing Board", "Every three months.")
BOARD = Body("2", "Steering Board", "Every month.", ("1", "9"))
GROUP = Body("3", "Working Group", "Every month.", ("2",))
STREAM = Body("4", "Workstream 1", "Every month.", ("3", "2"))


def chart(*bodies: Body) -> ReportingChart:
    return ReportingChart(identity="reporting", title="Who reports to whom", description="Said.", bodies=bodies)


def test_each_body_stands_once_under_the_first_that_it_reports_to() -> None:
    placed = chart(STREAM, GROUP, OWNER, BOARD).placed()

    assert placed == [
        Placed(OWNER, 0, 0, None),
        Placed(BOARD, 1, 1, 0),
        Placed(GROUP, 2, 2, 1),
        Placed(STREAM, 3, 3, 2),
    ]


def test_a_body_above_that_is_not_here_is_passed_over() -> None:
    assert chart(BOARD).placed() == [Placed(BOARD, 0, 0, None)]


def test_the_table_has_every_line() -> None:
    assert chart(OWNER, BOARD, GROUP, STREAM).table() == ChartTable(
        "Who reports to whom",
        ("Body", "Reports to"),
        (
            ("Steering Board", "Health & Wellbeing Board"),
            ("Working Group", "Steering Board"),
            ("Workstream 1", "Working Group"),
            ("Workstream 1", "Steering Board"),
            ("Health & Wellbeing Board", "nobody here"),
        ),
    )


def test_the_drawing_has_every_name_and_says_the_second_line_in_words() -> None:
    words = re.findall(r"<text[^>]*>([^<]*)</text>", chart(OWNER, BOARD, GROUP, STREAM).svg())

    assert words == [
        "Health &amp; Wellbeing Board",
        "Every three months.",
        "Steering Board",
        "Every month.",
        "Working Group",
        "Every month.",
        "Workstream 1",
        "Also reports to Steering Board. Every month.",
    ]


def test_no_body_is_lost_however_deep() -> None:
    chain = [Body(str(n), f"Body {n}", "", (str(n - 1),) if n else ()) for n in range(12)]

    assert [one.body for one in chart(*reversed(chain)).placed()] == chain
