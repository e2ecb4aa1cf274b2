import pytest

from goldenthread.rules.pipe import CannotAnswer
from goldenthread.rules.pipes.disclosure import pipe


def test_the_worked_row():
    answer = pipe.answer({"table": [[3, 12, 20, 35]], "rule": "D1"})

    assert answer == {
        "table": [["c", "c", 20, 35]],
        "totals": "rows",
        "primary": [[0, 0]],
        "secondary": [[0, 1]],
        "sentence": "1 count from 1 to 4 hidden, and 1 more so that it cannot be worked out.",
    }


def test_sensitive_tables_are_rounded_too():
    answer = pipe.answer(
        {"table": [[3, 12, 20, 35], [10, 20, 30, 60], [13, 32, 50, 95]], "rule": "D5", "totals": "both"}
    )

    assert answer["table"] == [["c", "c", 20, 35], ["c", "c", 30, 60], [15, 30, 50, 95]]


def test_inside_nothing_is_hidden_and_the_watermark_is_said():
    answer = pipe.answer({"table": [[3, 12, 15]], "rule": "D6"})

    assert answer["table"] == [[3, 12, 15]]
    assert answer["sentence"] == "Nothing had to be hidden. Not for publication."


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"rule": "D1"}, "“table” is missing. Give it and ask again."),
        ({"table": [[3, 12, 15]]}, "“rule” is missing. Give it and ask again."),
        ({"table": [[3, 12, 15]], "rule": "D9"}, "There is no disclosure rule “D9”."),
        ({"table": [[3, 12, 15]], "rule": "D4"}, "D4 is for survey answers, not for tables."),
        ({"table": [[3, 12, 16]], "rule": "D1"}, "Neither the last column nor the last row adds up"),
        ({"table": [[3, 12, 16]], "rule": "D1", "totals": "rows"}, "A line does not add up to its total."),
        (
            {"table": [[3, 12, 15]], "rule": "D1", "totals": "left"},
            "“totals” is “left”. Say where they are: rows, columns,",
        ),
        ({"table": [[3, "c", 15]], "rule": "D1"}, "Row 1, column 2 of “table” is “c”. Counts are whole numbers."),
        ({"table": [[3, 12, 15], [1]], "rule": "D1"}, "The rows of “table” are not of one length."),
        ({"table": [], "rule": "D1"}, "“table” must be a list of rows"),
        ({"table": [[-3, 12, 9]], "rule": "D1"}, "A table needs rows of one length, and no count below zero."),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(asked, says):
    with pytest.raises(CannotAnswer) as refusal:
        pipe.answer(asked)

    assert str(refusal.value).startswith(says)


def test_linked_tables_hide_the_cells_that_they_share():
    asked = {
        "table": [[3, 12, 20, 35]],
        "rule": "D1",
        "linked": [{"table": [[12, 30, 40, 82]], "same": [[[0, 1], [0, 0]]]}],
    }

    answer = pipe.answer(asked)

    assert answer["table"] == [["c", "c", 20, 35]]
    assert answer["linked"] == [[["c", "c", 40, 82]]]


def test_against_the_last_release():
    """20 has become 23 and the total with it: shown, they tell of three children. 12 was shown: no use to hide."""
    asked = {"table": [[12, 23, 40, 60, 135]], "rule": "D1", "before": [[12, 20, "c", "c", 132]]}

    answer = pipe.answer(asked)

    assert answer["table"] == [[12, "c", 40, 60, "c"]]
    assert answer["primary"] == [[0, 1], [0, 4]]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"linked": [3]}, "“linked” must be a list of objects"),
        ({"linked": [{"table": [[12, 8, 20]]}]}, "“same” is missing"),
        ({"linked": [{"table": [[12, 8, 20]], "same": [[0, 1]]}]}, "“same” must list pairs"),
        ({"linked": [{"table": [[13, 8, 21]], "same": [[[0, 1], [0, 0]]]}]}, "A shared cell is 12 in one table and 13"),
        ({"before": [[3, 12]]}, "“before” is not of the table's shape"),
    ],
)
def test_links_that_cannot_be_right_are_said_in_a_sentence(more, says):
    with pytest.raises(CannotAnswer) as refusal:
        pipe.answer({"table": [[3, 12, 20, 35]], "rule": "D1", **more})

    assert str(refusal.value).startswith(says)
