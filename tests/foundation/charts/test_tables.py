"""The figures that a chart's table gives, chart by chart."""

from goldenthread.foundation.charts import (
    AgeBand,
    AgesChart,
    BarChart,
    Bars,
    BragBar,
    ColourColumns,
    ControlChart,
    Layer,
    Line,
    LineChart,
    WaitingChart,
)
from goldenthread.rules.statistics.disclosure import Suppressed
from goldenthread.rules.statistics.intervals import Interval
from goldenthread.rules.statistics.spc import Better, Rebase, Rules, xmr
from goldenthread.rules.statistics.survival import kaplan_meier

NAMES = {"identity": "f", "title": "Title", "description": "Description."}


def test_control_chart_says_the_verdict_and_why():
    chart = xmr([*([0, 10] * 6), 40, None], better=Better.HIGHER, rules=Rules(baseline_points=12))
    periods = tuple(f"month {i}" for i in range(14))

    table = ControlChart(**NAMES, chart=chart, periods=periods, unit="%").table()

    assert table.rows[0] == ("month 0", "0 %", "5 %", "0 %", "32 %", "Common cause", "")
    assert table.rows[12] == ("month 12", "40 %", "5 %", "0 %", "32 %", "Improvement", "beyond a limit")
    assert table.rows[13] == ("month 13", "–", "5 %", "0 %", "32 %", "Not recorded", "")
    assert "A run is 7 points" in table.note


def test_control_chart_names_the_cause_of_new_limits():
    chart = xmr([1, 2, 1, 2, 5, 6, 5, 6], rebases=[Rebase(4, "the panel met weekly")])

    table = ControlChart(**NAMES, chart=chart, periods=tuple("abcdefgh")).table()

    assert table.note.endswith(" A: new limits from e, the panel met weekly.")


def test_line_gives_the_interval_in_brackets():
    lines = (Line("Marlshire", [37.4, None], [Interval(37.4, 34.9, 40.0), None]), Line("England", [50.3, 46.4]))

    table = LineChart(**NAMES, lines=lines, periods=("2024", "2025"), unit="%").table()

    assert table.rows == (("2024", "37.4 % (34.9–40.0 %)", "50.3 %"), ("2025", "–", "46.4 %"))


def test_waiting_gives_every_fourth_week_and_the_laws():
    curve = kaplan_meier([70, 141, 200], [True, True, False])

    table = WaitingChart(**NAMES, curve=curve, limit_weeks=18).table()

    assert [row[0] for row in table.rows] == ["0", "4", "8", "12", "16", "18", "20", "24", "28"]
    assert [row[1] for row in table.rows] == ["100.0 %"] * 3 + ["66.7 %"] * 4 + ["33.3 %"] * 2
    assert table.note.startswith("3 cases, 2 finished;")


def test_hidden_and_missing_are_neither_zero_nor_the_same():
    series = (Bars("2025", [Suppressed("small"), 0]), Bars("2024", [None, 12]))

    table = BarChart(**NAMES, categories=("A", "B"), series=series).table()

    assert table.rows == (("A", "c", "–"), ("B", "0", "12"))
    assert table.note == "– no figure. c suppressed: the numbers are too small to publish."


def test_ages_say_the_share_past_the_limit():
    chart = AgesChart(**NAMES, bands=(AgeBand("0–20 weeks", 180), AgeBand("over 20 weeks", 60, late=True)))

    assert chart.table().rows == (("0–20 weeks", "180", "no"), ("over 20 weeks", "60", "yes"))
    assert chart.table().note == "Past 20 weeks: 25.0 % (60 of 240 open cases)."


def test_brag_adds_up_and_hides_no_colour():
    table = BragBar(**NAMES, counts={"blue": 17, "green": 49, "amber": 30, "red": 6}).table()

    assert table.rows == (
        ("Blue (complete)", "17", "16.7 %"),
        ("Green (on track)", "49", "48.0 %"),
        ("Amber (minor issue)", "30", "29.4 %"),
        ("Red (significant issue)", "6", "5.9 %"),
        ("White (not started)", "0", "0.0 %"),
        ("Total", "102", "100 %"),
    )


def test_columns_of_colours_add_up_at_each_day():
    layers = (Layer("blue", "Blue", "complete", (1, 2)), Layer("green", "Green", "on track", (3, 1)))
    chart = ColourColumns(**NAMES, periods=("Sep", "Oct"), layers=layers)

    assert chart.table().head == ("At the end of", "Blue", "Green", "Total")
    assert chart.table().rows == (("Sep", "1", "3", "4"), ("Oct", "2", "1", "3"))
    assert chart.table().note == "Blue: complete. Green: on track."


def test_a_part_of_a_column_says_its_letter_and_grey_is_not_taken_for_green():
    layers = (Layer("green", "Green", "on track", (30,)), Layer("white", "Grey", "not started", (20,)))
    drawn = ColourColumns(**NAMES, periods=("Oct",), layers=layers).svg()

    assert [f">{letter}</text>" in drawn for letter in ("G", "–", "W")] == [True, True, False]
    assert "Grey (–): not started" in drawn
