"""What is read from a file, and what is said of what cannot be."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from goldenthread.improve.plans.reading.content import PlanContent
from goldenthread.improve.plans.reading.plan import NoPlan, read_plan
from goldenthread.improve.plans.reading.word import read_word
from goldenthread.improve.plans.reading.workbook import CannotRead, read_workbook
from goldenthread.rules.honesty.colours import Colour
from tests.factories.plans import HEADINGS, one_sheet, workbook

GOOD = ("1.1", "Do it.", "Ann Bell, Head of SEND", date(2026, 12, 18), "Green", "Begun.")


def read(content: bytes) -> PlanContent:
    return read_plan(read_workbook(content), "plan.xlsx")


def said(content: PlanContent) -> list[tuple[str, str, int, str, str]]:
    return [(each.code, each.severity, each.row, each.column, each.value) for each in content.problems]


def test_a_plain_sheet_is_read_without_a_question() -> None:
    content = read(one_sheet(GOOD))

    (action,) = content.actions
    assert (action.ref, action.theme, action.wording, action.lead, action.due.on, action.colour, action.progress) == (
        "1.1",
        1,
        "Do it.",
        "Ann Bell, Head of SEND",
        date(2026, 12, 18),
        Colour.GREEN,
        "Begun.",
    )
    assert content.problems == []


@pytest.mark.parametrize(
    "headings",
    [
        ("No.", "What we will do", "Lead officer", "By when", "RAG rating", "Progress to date"),
        ("Action ref", "Key actions", "Who", "Deadline", "Status", "Comments"),
        ("REF", "ACTIONS", "Owner", "Target date", "BRAG status", "Latest update"),
    ],
)
def test_other_peoples_headings_are_guessed(headings: tuple[str, ...]) -> None:
    content = read(one_sheet(GOOD, headings=headings))

    assert content.actions == read(one_sheet(GOOD)).actions
    assert [heading for heading, _ in content.columns] == list(headings)
    assert [ours for _, ours in content.columns] == [
        "reference",
        "action",
        "lead",
        "due date",
        "reported colour",
        "latest update",
    ]


def test_a_heading_that_nobody_knows_is_said_to_be_not_read() -> None:
    content = read(one_sheet((*GOOD, "x"), headings=(*HEADINGS, "Zodiac sign")))

    assert content.columns[-1] == ["Zodiac sign", "not read"]


def test_headings_in_two_rows_under_a_title() -> None:
    rows = [["Our plan – draft 3"], ["What", "", "Who", "", "How"], list(HEADINGS), list(GOOD)]

    content = read(workbook({"Plan": rows}, title=""))

    assert (content.title, [action.ref for action in content.actions]) == ("Our plan", ["1.1"])


def test_a_row_across_the_table_names_the_theme() -> None:
    content = read(one_sheet(["PRIORITY 2 – therapies"], ("a", "Do it.", "", "", "Green", "")))

    assert [(action.theme, content.themes[action.theme].title) for action in content.actions] == [(2, "Therapies")]


def test_two_actions_with_one_reference() -> None:
    content = read(one_sheet(GOOD, ("1.1", "Do something else.", "", "", "Red", "")))

    assert [action.wording for action in content.actions] == ["Do it."]
    assert said(content) == [("PLAN-TWICE", "error", 3, "Ref", "1.1")]
    assert content.problems[0].message == (
        "The reference 1.1 stands twice. The action in row 2 of Plan is taken; this row is kept aside."
    )


def test_excel_made_one_point_ten_into_one_point_one() -> None:
    content = read(one_sheet((1.1, "Do it.", "", "", "Green", ""), (1.1, "Do the tenth.", "", "", "Green", "")))

    assert content.problems[0].what_to_do.endswith(
        "If it was meant to be 1.10, format the cell as text and type it again."
    )


@pytest.mark.parametrize("colour", ["Purple", "Amber/Green", "TBC"])
def test_an_unknown_colour_keeps_its_row_aside(colour: str) -> None:
    content = read(one_sheet(GOOD, ("1.2", "Do more.", "", "", colour, "")))

    assert [action.ref for action in content.actions] == ["1.1"]
    assert said(content) == [("PLAN-COLOUR", "error", 3, "BRAG", colour)]


def test_a_colour_that_is_only_a_shade_is_taken_and_said() -> None:
    content = read(one_sheet(("1.1", "Do it.", "", "", ("shade", "#FFC35A"), "")))

    assert [action.colour for action in content.actions] == [Colour.AMBER]
    assert said(content) == [("PLAN-SHADE", "query", 2, "BRAG", "")]


def test_dates_in_words_are_said() -> None:
    content = read(
        one_sheet(("1.1", "Do it.", "", "Sept 2018", "Green", ""), ("1.2", "Do more.", "", "ongoing", "Green", ""))
    )

    assert [(action.due.on, action.due.written) for action in content.actions] == [
        (date(2018, 9, 30), "Sept 2018"),
        (None, "ongoing"),
    ]
    assert said(content) == [
        ("PLAN-MONTH", "query", 2, "Timescale", "Sept 2018"),
        ("PLAN-DATE", "query", 3, "Timescale", "ongoing"),
    ]


def test_a_formula_gives_what_it_showed_last() -> None:
    content = read(
        one_sheet(("1.1", "Do it.", "", "", "Green", ("formula", '=CONCATENATE(168," visited")', "168 visited")))
    )

    assert [action.progress for action in content.actions] == ["168 visited"]
    assert said(content) == [("PLAN-FORMULA", "query", 2, "Progress update", "168 visited")]


def test_a_hidden_sheet_is_not_read_and_is_said() -> None:
    old = [HEADINGS, ("9.9", "Old.", "", "", "Red", "")]

    content = read(workbook({"Plan": [HEADINGS, GOOD], "OLD": old}, hidden=["OLD"]))

    assert [action.ref for action in content.actions] == ["1.1"]
    assert [each.message for each in content.problems] == ["The sheet “OLD” is hidden, so it was not read."]


def test_a_row_without_reference_or_words_is_kept_aside() -> None:
    content = read(one_sheet(GOOD, ("", "Write to all.", "", "", "Green", ""), ("1.3", "", "Ann", "", "Green", "")))

    assert said(content) == [("PLAN-REF", "error", 3, "Ref", ""), ("PLAN-WORDING", "error", 4, "Action", "")]
    assert content.aside == 2


def test_red_without_a_remedy_is_taken_and_owed() -> None:
    content = read(one_sheet(("1.1", "Do it.", "", "", "Red", "")))

    assert [action.colour for action in content.actions] == [Colour.RED]
    assert said(content) == [("PLAN-RED", "query", 2, "BRAG", "Red")]


def test_a_merged_cell_is_said_in_each_of_its_rows() -> None:
    import xlsxwriter

    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_row(0, 0, ("Theme", "Ref", "Action", "Lead", "BRAG"))
        sheet.merge_range("A2:A3", "2. Schools")
        sheet.write_row(1, 1, ("a", "Do it.", "", "Green"))
        sheet.write_row(2, 1, ("b", "Do more.", "", "Green"))

    content = read(stream.getvalue())

    assert [(action.ref, action.theme) for action in content.actions] == [("a", 2), ("b", 2)]
    assert {number: theme.title for number, theme in content.themes.items()} == {2: "Schools"}


def test_an_outcome_in_a_column_of_the_actions() -> None:
    headings = (*HEADINGS, "Outcome wanted", "Impact measure")

    content = read(one_sheet((*GOOD, "Children are seen sooner.", "Waits, we hope"), headings=headings))

    assert [(each.ref, each.sentence, each.measures) for each in content.outcomes] == [
        ("1A", "Children are seen sooner.", ())
    ]
    assert content.actions[0].outcome == "1A"
    assert said(content)[0][:4] == ("PLAN-MEASURE", "query", 2, "Impact measure")


def test_further_sheets_of_actions_nobody_took_are_kept_aside() -> None:
    updates = [("Ref", "Date", "BRAG", "By", "What was done"), ("7.7", date(2026, 1, 2), "Green", "Ann", "Begun.")]

    content = read(workbook({"Plan": [HEADINGS, GOOD], "Updates": updates}))

    assert (content.updates, said(content)) == ([], [("PLAN-WHICH", "error", 2, "Ref", "7.7")])


def test_a_dependency_on_nothing_is_left_out_and_said() -> None:
    content = read(one_sheet((*GOOD, "9.9"), headings=(*HEADINGS, "Depends on")))

    assert content.dependencies == []
    assert [each.message for each in content.problems] == [
        "1.1 is said to wait for 9.9, which is not an action that was taken. This is left out."
    ]


def test_word_tables_under_headings() -> None:
    document = Document()
    document.add_heading("Our plan", level=1)
    document.add_heading("Theme 2: Schools", level=2)
    table = document.add_table(rows=1, cols=len(HEADINGS))
    for cell, words in zip(table.rows[0].cells, HEADINGS, strict=True):
        cell.text = words
    for cell, words in zip(table.add_row().cells, ("a", "Do it.", "Ann", "18/12/2026", "Green", ""), strict=True):
        cell.text = words
    stream = BytesIO()
    document.save(stream)

    content = read_plan(read_word(stream.getvalue()), "plan.docx")

    assert (content.title, content.themes[2].title) == ("Our plan", "Schools")
    assert [(action.ref, action.theme, action.due.on) for action in content.actions] == [("a", 2, date(2026, 12, 18))]


def test_no_table_of_a_plan() -> None:
    with pytest.raises(NoPlan, match="No table in this file looks like a plan"):
        read(workbook({"Shopping": [("Item", "Price"), ("Milk", 1)]}))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 and nothing", b"plain text"])
def test_what_is_no_workbook_or_document_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(CannotRead, match="This workbook cannot be read"):
        read_workbook(content)
    with pytest.raises(CannotRead, match="This document cannot be read"):
        read_word(content)
