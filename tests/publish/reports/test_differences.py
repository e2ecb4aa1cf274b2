from dataclasses import replace

from hypothesis import given, settings

from goldenthread.publish.reports.document import (
    Difference,
    Document,
    Heading,
    KeyValueTable,
    Paragraph,
    Section,
    Table,
    differences,
)
from tests.publish.reports.papers import every_kind
from tests.publish.reports.test_document import documents


def plan(red: str, *sentences: str, title: str = "Plan") -> Document:
    table = Table.of("Colours", ["Theme", "Red", "Blue"], [["Health", red, "1"], ["School", "0", "4"]])
    return Document(title, (Section("status", (Heading("Status"), *map(Paragraph.of, sentences), table)),))


def test_a_paper_does_not_differ_from_itself():
    assert differences(every_kind(), every_kind()) == ()


@settings(max_examples=25, deadline=None)
@given(documents)
def test_no_paper_differs_from_itself(document):
    assert differences(document, document) == ()


def test_a_cell_that_changed_is_named_by_table_row_and_column():
    (change,) = differences(plan("6", "Same."), plan("4", "Same."))

    assert change == Difference("Status", "table “Colours”, row “Health”, “Red”", "changed", "6", "4")
    assert str(change) == "Status, table “Colours”, row “Health”, “Red”: “6” became “4”"


def test_sentences_come_change_and_go():
    changes = differences(plan("6", "One.", "Two.", "Three."), plan("6", "One.", "2.", "Three.", "Four."))

    assert changes == (
        Difference("Status", "text", "changed", "Two.", "2."),
        Difference("Status", "text", "added", "", "Four."),
    )


def test_sections_come_and_go():
    old, new = plan("6"), plan("6")
    gone = replace(old, sections=(*old.sections, Section("risk", (Heading("Risk"), Paragraph.of("High.")))))

    assert [str(change) for change in differences(gone, new)] == ["Risk, whole section: no longer said: “Risk; High.”"]
    assert [str(change) for change in differences(new, gone)] == ["Risk, whole section: new: “Risk; High.”"]


def test_title_and_header_are_compared():
    old = replace(plan("6"), header=KeyValueTable.of(("Meeting", "May")))
    new = replace(plan("6", title="The plan"), header=KeyValueTable.of(("Meeting", "June")))

    assert differences(old, new) == (
        Difference("Title and header", "title", "changed", "Plan", "The plan"),
        Difference("Title and header", "Meeting", "changed", "May", "June"),
    )
