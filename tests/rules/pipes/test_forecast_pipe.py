import pytest

from goldenthread.rules.pipe import CannotAnswer
from goldenthread.rules.pipes.forecast import pipe

DONE = [{"ref": f"1.{n}", "due": "2026-01-31", "finished": "2026-01-31"} for n in range(5)]
OPEN = {"ref": "2.1", "due": "2026-12-10", "needs": ["1.1"]}


def test_how_many_runs_have_finished_by_each_months_end():
    found = pipe.answer({"as_at": "2026-10-31", "actions": [*DONE, OPEN], "runs": 50})

    assert found == {
        "due": 5,
        "finished": 5,
        "finished_late": 0,
        "unfinished": 1,
        "wanting": 0,
        "runs": 50,
        "months": [
            {"end": "2026-10-31", "finished": 0},
            {"end": "2026-11-30", "finished": 0},
            {"end": "2026-12-31", "finished": 50},
        ],
    }


def test_a_short_record_says_what_is_wanting():
    found = pipe.answer({"as_at": "2026-10-31", "actions": [*DONE[:3], OPEN]})

    assert (found["wanting"], found["months"]) == (2, [])


def test_a_plan_that_is_done_needs_no_record():
    assert pipe.answer({"as_at": "2026-10-31", "actions": DONE[:1]})["wanting"] == 0


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"actions": []}, "as_at"),
        ({"as_at": "soon", "actions": []}, "Write it as 2026-10-31"),
        ({"as_at": "2026-10-31", "actions": "all"}, "must be a list"),
        ({"as_at": "2026-10-31", "actions": ["2.1"]}, "Action 1 is not an object"),
        ({"as_at": "2026-10-31", "actions": [{"ref": "2.1"}]}, "“due” is missing"),
        ({"as_at": "2026-10-31", "actions": [{**OPEN, "needs": "1.1"}]}, "a list of the refs"),
        ({"as_at": "2026-10-31", "actions": [{**OPEN, "finished": 7}]}, "“finished” of action 2.1 is not a date"),
        ({"as_at": "2026-10-31", "actions": [OPEN, OPEN]}, "Two actions have one"),
        ({"as_at": "2026-10-31", "actions": [], "runs": 0}, "from 1 to 10,000"),
    ],
)
def test_what_cannot_be_answered_says_why(asked, said):
    with pytest.raises(CannotAnswer, match=said):
        pipe.answer(asked)
