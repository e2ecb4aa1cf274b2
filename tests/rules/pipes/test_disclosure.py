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
