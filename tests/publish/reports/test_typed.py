from datetime import date

import pytest

from goldenthread.publish.reports import typed
from goldenthread.publish.reports.document import BulletList, NumberedList, Paragraph, Table
from goldenthread.publish.reports.facts import Typed


def blocks(words: str, *, numbered: bool = False) -> list[object]:
    return list(typed.blocks(Typed("summary", words, "Samira Dhillon", date(2026, 11, 2)), numbered=numbered))


def test_a_blank_line_ends_a_paragraph_and_a_broken_line_does_not() -> None:
    assert blocks("One\nline.\r\n\r\nTwo.", numbered=True) == [
        Paragraph.of("One line.", numbered=True),
        Paragraph.of("Two.", numbered=True),
    ]


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("- one\n- two", BulletList.of("one", "two")),
        ("1. one\n2. two", NumberedList.of("one", "two")),
        ("i) one\nii) two", NumberedList.of("one", "two", roman=True)),
        ("- one\nnot a list", Paragraph.of("- one not a list")),
        ("A | B", Paragraph.of("A | B")),
    ],
)
def test_lists(words: str, made: object) -> None:
    assert blocks(words) == [made]


def test_a_table_says_who_typed_it() -> None:
    (made,) = blocks("Table: Key implications\nOutcome | Unmet | Met\nVisit | Concerns | None")

    assert made == Table.of(
        "Key implications",
        ["Outcome", "Unmet", "Met"],
        [["Visit", "Concerns", "None"]],
        notes=["Typed by Samira Dhillon on 2 November 2026."],
    )


def test_a_row_too_short_or_too_long_loses_nothing() -> None:
    (made,) = blocks("A | B | C\n1 | 2\n1 | 2 | 3 | 4")

    said = [["".join(run.text for run in cell.runs) for cell in row] for row in made.rows]
    assert said == [["1", "2", ""], ["1", "2", "3 4"]]


def test_markup_is_words() -> None:
    assert blocks("<b>bold</b>") == [Paragraph.of("<b>bold</b>")]
