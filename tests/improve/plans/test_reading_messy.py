"""Plans as they are after years of many hands: headings, merged cells, lists in cells, tables below tables, Word."""

from datetime import date
from io import BytesIO

import pytest
import xlsxwriter
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from goldenthread.improve.plans.reading.content import PlanContent
from goldenthread.improve.plans.reading.plan import Chosen, read_plan
from goldenthread.improve.plans.reading.word import read_word
from goldenthread.improve.plans.reading.workbook import read_workbook
from goldenthread.rules.honesty.colours import Colour
from tests.factories.plans import HEADINGS, one_sheet, workbook

ROW = ("1.1", "Do it.", "Ann Bell", date(2026, 12, 18), "Green", "Begun.")


def read(content: bytes, chosen: Chosen | None = None) -> PlanContent:
    return read_plan(read_workbook(content), "plan.xlsx", chosen or Chosen())


def refs(content: PlanContent) -> list[str]:
    return [action.ref for action in content.actions]


def codes(content: PlanContent) -> list[str]:
    return [each.code for each in content.problems]


def test_headings_in_two_rows_each_half_of_them() -> None:
    rows = [
        ("Ref", "Action", "Lead", "Timescale", "", "BRAG"),
        ("", "", "", "Start", "End", ""),
        ("1.1", "Do it.", "Ann", date(2026, 1, 5), date(2026, 12, 18), "Green"),
    ]

    content = read(workbook({"Plan": rows}))

    (action,) = content.actions
    assert (action.starts.on, action.due.on, action.colour) == (date(2026, 1, 5), date(2026, 12, 18), Colour.GREEN)


@pytest.mark.parametrize(
    ("heading", "read_as"),
    [
        ("RAG at 31 October 2026", "reported colour"),
        ("Lead (name and organisation)", "lead"),
        ("What we will do and how", "action"),
        ("Progress as at October", "latest update"),
        ("Shoe size", "not read"),
    ],
)
def test_a_long_winded_heading_is_known_by_the_words_in_it(heading: str, read_as: str) -> None:
    plain = {
        "reference": "Ref",
        "action": "Action",
        "lead": "Lead",
        "reported colour": "BRAG",
        "latest update": "Update",
    }

    content = read(
        one_sheet(["x"] * 5, headings=[*(words for ours, words in plain.items() if ours != read_as), heading])
    )

    assert dict(content.columns)[heading] == read_as


def test_headings_that_come_again_are_no_actions() -> None:
    content = read(one_sheet(ROW, HEADINGS, ("1.2", *ROW[1:])))

    assert refs(content) == ["1.1", "1.2"]
    assert content.fates.counts() == [("actions", 2), ("headings", 2)]


def test_another_table_further_down_has_its_own_columns() -> None:
    below = [
        ("Priority 2: schools",),
        ("No.", "Task", "Owner", "Deadline", "Status"),
        ("2.1", "Visit.", "Bob", "", "Red"),
    ]

    content = read(one_sheet(ROW, (), *below))

    assert [(each.ref, each.wording, each.lead, each.colour) for each in content.actions] == [
        ("1.1", "Do it.", "Ann Bell", Colour.GREEN),
        ("2.1", "Visit.", "Bob", Colour.RED),
    ]
    assert content.themes[2].title == "Schools"


def test_two_columns_read_as_one_thing_are_both_kept() -> None:
    headings = (*HEADINGS[:5], "Progress update", "Progress update")

    content = read(one_sheet((*ROW[:5], "Begun in May.", "Done by June."), headings=headings))

    assert content.actions[0].progress == "Begun in May.\nDone by June."


def test_a_column_without_a_heading_is_shown_by_its_letter() -> None:
    content = read(one_sheet((*ROW, "ask Jo")))

    assert ["Column G", "not read"] in content.columns
    assert content.actions[0].as_written["Column G"] == "ask Jo"


def test_an_action_over_several_rows_is_one() -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_row(0, 0, HEADINGS)
        for column, value in enumerate(("1.1", "Do it.", "Ann", "December 2026")):
            sheet.merge_range(1, column, 3, column, value)
        for row, (colour, done) in enumerate(
            (("Green", "Begun in May."), ("", "Half done in June."), ("", "")), start=1
        ):
            sheet.write_row(row, 4, (colour, done))

    content = read(stream.getvalue())

    assert [(each.ref, each.progress) for each in content.actions] == [("1.1", "Begun in May.\nHalf done in June.")]
    assert content.fates.counts() == [("action", 1), ("row that continues an action", 1), ("heading", 1)]


def test_notes_above_and_below_are_listed_and_name_no_theme() -> None:
    rows = [
        ("Our plan",),
        ("Agreed by all", "in May"),
        (),
        HEADINGS,
        ROW,
        ("2 posts are vacant",),
        ("Key: B is complete",),
    ]

    content = read(workbook({"Plan": rows}))

    assert (content.title, sorted(content.themes)) == ("Our plan", [1])
    assert [(each.rows, each.words) for each in content.fates.not_taken()] == [
        ("2", "Agreed by all · in May"),
        ("6", "2 posts are vacant"),
        ("7", "Key: B is complete"),
    ]


def test_a_title_across_the_table_is_a_theme_without_a_number() -> None:
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_row(0, 0, HEADINGS)
        for row, title in ((1, "Joint commissioning"), (3, "Early years")):
            sheet.merge_range(row, 0, row, 5, title)
            sheet.write_row(row + 1, 0, (f"{row // 2 + 1}.1", "Do it.", "Ann", "", "Green", ""))

    content = read(stream.getvalue())

    assert {number: theme.title for number, theme in content.themes.items()} == {
        1: "Joint commissioning",
        2: "Early years",
    }


SEVERAL = ("2.3", "1. Train leads.\n2. Visit schools.", "Ann", "", "Green", "1. All trained\n2. 14 of 20")


def test_several_actions_in_one_cell_are_one_until_somebody_asks() -> None:
    content = read(one_sheet(SEVERAL))

    assert (refs(content), codes(content)) == (["2.3"], ["PLAN-SEVERAL"])
    assert content.splits == {"2.3": [("2.3a", "Train leads."), ("2.3b", "Visit schools.")]}


def test_several_actions_are_taken_apart_on_request() -> None:
    updates = [("Ref", "Date", "BRAG", "By", "What was done"), ("2.3", date(2026, 1, 2), "Green", "Ann", "Begun.")]
    content = read(
        workbook({"Plan": [(*HEADINGS, "Depends on"), (*SEVERAL, ""), (*ROW, "2.3")], "Updates": updates}),
        Chosen(split=True),
    )

    assert [(each.ref, each.wording, each.progress) for each in content.actions] == [
        ("2.3a", "Train leads.", "All trained"),
        ("2.3b", "Visit schools.", "14 of 20"),
        ("1.1", "Do it.", "Begun."),
    ]
    assert content.actions[0].as_written["Action"] == "1. Train leads.\n2. Visit schools."
    assert content.actions[1].as_written["Part"] == "2 of 2"
    assert content.dependencies == [("1.1", "2.3a"), ("1.1", "2.3b")]
    assert [(each.ref, each.done) for each in content.updates] == [("2.3a", "Begun."), ("2.3b", "Begun.")]


def test_what_stands_in_the_plan_whole_is_not_taken_apart() -> None:
    content = read(one_sheet(SEVERAL), Chosen(split=True, whole=frozenset({"2.3"})))

    assert refs(content) == ["2.3"]
    assert content.problems[0].what_to_do == "It is in the plan as one action already: split it on its own page."


def test_a_person_says_which_column_is_which_and_which_sheet() -> None:
    rows = [("Ref", "What", "When"), ("1.1", "Do it.", "December 2026")]
    chosen = Chosen(tables=frozenset({"B"}), columns={"What": "wording", "When": ""})

    content = read(workbook({"A": [HEADINGS, ROW], "B": rows}), chosen)

    assert [(each.wording, each.due.written) for each in content.actions] == [("Do it.", "")]
    assert [(each.table, each.why) for each in content.fates.not_taken()] == [
        ("A", "Its sheet was not chosen as part of the plan.")
    ]


def test_the_row_is_kept_as_the_file_has_it() -> None:
    content = read(one_sheet((*ROW, "x"), headings=(*HEADINGS, "Zodiac sign")))

    assert content.actions[0].as_written == {
        "Ref": "1.1", "Action": "Do it.", "Lead": "Ann Bell", "Timescale": "2026-12-18", "BRAG": "Green",
        "Progress update": "Begun.", "Zodiac sign": "x", "Sheet": "Plan", "Row": "2",
    }  # fmt: skip


def test_what_is_too_long_for_its_place_is_said() -> None:
    content = read(one_sheet((*ROW, "W" * 21), headings=(*HEADINGS, "Workstream")))

    assert content.actions[0].workstream == "W" * 20
    assert [(each.code, each.column) for each in content.problems] == [("PLAN-LONG", "Workstream")]
    assert content.actions[0].as_written["Workstream"] == "W" * 21


def test_a_colour_of_the_theme_and_one_that_contradicts_its_word() -> None:
    from xlsxwriter.color import Color

    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ("1.1", "Do it.", "Ann", ""))
        sheet.write_blank(1, 4, None, book.add_format({"bg_color": Color.theme(6, 2)}))
        sheet.write_row(2, 0, ("1.2", "Do more.", "Ann", "", "Amber"))
        sheet.write(2, 4, "Amber", book.add_format({"bg_color": "#00B050"}))

    content = read(stream.getvalue())

    assert [each.colour for each in content.actions] == [Colour.GREEN, Colour.AMBER]
    assert codes(content) == ["PLAN-SHADE", "PLAN-TWO-COLOURS"]
    assert content.problems[1].message == (
        "The cell says “Amber” and is shaded Green. The word counts: it is taken as Amber."
    )


def test_words_that_say_no_colour_do_not_cost_the_action() -> None:
    content = read(one_sheet(("1.1", "Do it.", "Ann", "", "In progress", "")))

    assert [(each.ref, each.colour) for each in content.actions] == [("1.1", None)]
    assert codes(content) == ["PLAN-NO-COLOUR"]


def test_what_hangs_on_an_action_without_a_date_is_said() -> None:
    headings = (*HEADINGS, "Milestone", "Milestone due")

    content = read(one_sheet((*ROW, "Halfway", "soon"), headings=headings))

    assert content.milestones == []
    assert codes(content) == ["PLAN-DATE", "PLAN-UNDATED"]


def word(*tables: list[list[str]], before: tuple[str, ...] = ()) -> object:
    document = Document()
    document.add_heading("Our plan", level=1)
    for heading, rows in zip((*before, *("",) * len(tables)), tables, strict=False):
        if heading:
            document.add_heading(heading, level=2)
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    return document


def read_document(document) -> PlanContent:
    stream = BytesIO()
    document.save(stream)
    return read_plan(read_word(stream.getvalue()), "plan.docx")


HEADS = ["Ref", "Action", "Lead", "BRAG", "Progress"]


def test_several_word_tables_under_their_headings() -> None:
    rows = ["a", "Do it.", "Ann", "Green", ""]

    content = read_document(
        word([HEADS, rows], [HEADS, ["b", *rows[1:]]], before=("Theme 2: Schools", "Theme 4: Health"))
    )

    assert [(each.ref, each.theme) for each in content.actions] == [("a", 2), ("b", 4)]
    assert content.themes[4].title == "Health"


def test_tracked_changes_count_as_made() -> None:
    document = word([HEADS, ["1.1", "Do it", "Ann", "Green", ""], ["1.2", "Gone.", "Ann", "Green", ""]])
    table = document.tables[0]
    paragraph = table.rows[1].cells[1].paragraphs[0]._p
    run = f"<w:r {nsdecls('w')}>"
    mark = f'{nsdecls("w")} w:id="1" w:author="x"'
    paragraph.append(parse_xml(f"<w:ins {mark}>{run}<w:t> well.</w:t></w:r></w:ins>"))
    paragraph.append(parse_xml(f"<w:del {mark}>{run}<w:delText> badly.</w:delText></w:r></w:del>"))
    table.rows[2]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {mark}/>"))

    content = read_document(document)

    assert [(each.ref, each.wording) for each in content.actions] == [("1.1", "Do it well.")]


def test_bullets_and_a_table_within_a_cell_are_read() -> None:
    document = word([HEADS, ["1.1", "", "Ann", "Green", ""]])
    cells = document.tables[0].rows[1].cells
    for words in ("Train leads.", "Visit schools."):
        cells[1].add_paragraph(words, style="List Bullet")
    inner = cells[4].add_table(rows=1, cols=2)
    inner.rows[0].cells[0].text, inner.rows[0].cells[1].text = "May", "half done"

    content = read_document(document)

    assert content.actions[0].wording == "• Train leads.\n• Visit schools."
    assert content.actions[0].progress == "May | half done"
    assert content.splits == {"1.1": [("1.1a", "Train leads."), ("1.1b", "Visit schools.")]}


def test_cells_merged_across_and_down_in_word() -> None:
    document = word(
        [HEADS, ["Theme 3: Health"] + [""] * 4, ["3.1", "Do it.", "Ann", "Green", "a"], ["", "", "", "", "b"]]
    )
    table = document.tables[0]
    table.rows[1].cells[0].merge(table.rows[1].cells[4])
    for column in range(4):
        table.rows[2].cells[column].merge(table.rows[3].cells[column])

    content = read_document(document)

    assert [(each.ref, each.theme, each.progress) for each in content.actions] == [("3.1", 3, "a\nb")]
    assert content.themes[3].title == "Health"


def test_a_colour_only_as_shading_or_as_a_marker_pen_in_word() -> None:
    document = word([HEADS, ["1.1", "Do it.", "Ann", "", ""], ["1.2", "Do more.", "Ann", "", ""]])
    shading = OxmlElement("w:shd")
    shading.set(qn("w:fill"), "FFC000")
    rows = document.tables[0].rows
    rows[1].cells[3]._tc.get_or_add_tcPr().append(shading)
    run = rows[2].cells[3].paragraphs[0].add_run(" ")
    run._r.get_or_add_rPr().append(parse_xml(f'<w:highlight {nsdecls("w")} w:val="green"/>'))

    content = read_document(document)

    assert [each.colour for each in content.actions] == [Colour.AMBER, Colour.GREEN]


def test_a_table_within_a_block_of_content_is_read() -> None:
    document = word([HEADS, ["1.1", "Do it.", "Ann", "Green", ""]])
    table = document.tables[0]._tbl
    block = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    table.addprevious(block)
    block[0].append(table)

    assert refs(read_document(document)) == ["1.1"]
