"""`goldenthread rules honesty`, as a script would use it."""

import io
import json
from typing import Any

import pytest

from goldenthread.rules.pipe import run
from goldenthread.rules.pipes.honesty import pipe

ACTION = {"id": 7, "kind": "action", "as_at": "2026-10-31", "reported": "Green", "last_update": "2026-10-20"}
OUTCOME = {"id": 8, "kind": "outcome", "as_at": "2026-10-31", "reported": "Green"}


def ask(asked: dict[str, Any]) -> dict[str, Any]:
    sink = io.StringIO()
    run(pipe, [json.dumps(asked)], sink)
    answer: dict[str, Any] = json.loads(sink.getvalue())
    return answer


def test_an_action_in_good_order() -> None:
    assert ask(ACTION) == {
        "id": 7,
        "reported": "Green",
        "supported": "Green",
        "challenged": False,
        "open": False,
        "sentence": "",
        "because": [],
        "missing_to_save": [],
    }


def test_an_action_with_every_kind_of_fact() -> None:
    answer = ask(
        {
            **ACTION,
            "reported": "Amber",
            "start_planned": "2026-04-01",
            "started": None,
            "due": "2026-09-30",
            "milestones": [
                {"name": "Panel set up", "due": "2026-08-01"},
                {"name": "Met", "due": "2026-08-01", "met": "2026-08-01"},
            ],
            "last_update": "2026-10-20",
            "evidence_accepted": 0,
            "lead": "a",
            "verified_by": "b",
            "depends_on": [{"reference": "2.4", "colour": "red"}],
            "policy": {"cadence_days": 7},
            "override": {
                "who": "Ann Smith",
                "signed": "2026-10-01",
                "why": "A new date was agreed",
                "until": "2026-11-30",
            },
        }
    )

    assert (answer["supported"], answer["challenged"], answer["open"]) == ("Red", True, False)
    assert [(reason["id"], reason["at_best"]) for reason in answer["because"]] == [
        ("D2", "Red"),
        ("D3", "Red"),
        ("D1", "Amber"),
        ("D4", "Amber"),
        ("D7", "Amber"),
    ]
    assert answer["sentence"].endswith("The explanation stands until 30 November 2026.")


def test_those_who_lead_together_and_what_has_ended_or_lapsed() -> None:
    done = {**ACTION, "reported": "Blue", "evidence_accepted": 1, "lead": "a", "verified_by": "b"}
    lapsed = {**done, "verified": "2026-06-01", "completed": "2026-09-07"}
    waits = {**ACTION, "depends_on": [{"reference": "2.4", "colour": "Red", "ended": "2026-10-31"}]}

    found = [ask(asked)["supported"] for asked in (done, {**done, "shared_with": ["b"]}, lapsed, waits)]

    assert found == ["Blue", "Green", "Green", "Green"]


def test_an_explanation_is_of_one_colour() -> None:
    signed = {"who": "Ann", "signed": "2026-10-01", "why": "So", "until": "2026-11-30", "colour": "Blue"}

    assert ask({**ACTION, "due": "2026-09-30", "override": signed})["open"] is True


def test_an_outcome_without_a_measure_is_not_challenged_before_its_lag_ends() -> None:
    answer = ask({**OUTCOME, "effect_from": "2027-01-01"})

    assert (answer["challenged"], answer["impact"]["dial"]) == (False, "too early")


def test_a_red_report_hears_what_it_lacks() -> None:
    remedy = {"action": "Recruit two psychologists", "due": "2027-01-31"}

    assert ask({**ACTION, "reported": "Red", "remedy": remedy})["missing_to_save"] == ["who will do it"]


def test_an_outcome_gives_both_dials_and_the_boards_talk() -> None:
    chart = {"title": "Plans in 20 weeks", "verdicts": ["common"] * 9, "lower": 31, "upper": 58, "unit": "%"}
    survey = {
        "title": "Survey",
        "verdicts": ["common"] * 9 + ["concern"],
        "latest": 34,
        "was": 41,
        "unit": "%",
        "answers": 212,
    }

    answer = ask({**OUTCOME, "delivery": "Green", "measures": [chart], "experience": [survey]})

    assert answer["impact"] == {
        "dial": "no change detectable",
        "because": "No change detectable — 9 points, all within 31–58 %.",
    }
    assert answer["families"] == {"dial": "worsening", "because": "Worsening — 34 %, down from 41 % (n = 212)."}
    assert (answer["supported"], answer["talk"]) == ("Amber", "delivered, not improving: wrong action?")
    assert answer["because"] == [
        {"id": "F1", "at_best": "Amber", "sentence": "Families: worsening — 34 %, down from 41 % (n = 212)."}
    ]


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"id": 7}, "“kind” is missing. Give it and ask again."),
        ({**ACTION, "kind": "theme"}, "“kind” is action or outcome, not “theme”."),
        ({"id": 7, "kind": "action", "as_at": "2026-10-31"}, "“reported” is missing. Give it and ask again."),
        (
            {**ACTION, "reported": "Purple"},
            "“reported”: “Purple” is not a colour of the plan. It is one of Red, Amber, White, Green, Blue.",
        ),
        (
            {**ACTION, "due": "2026-11-31"},
            "“due”: “2026-11-31” is not a date. Write it as year-month-day, for example 2027-02-08.",
        ),
        ({**ACTION, "milestones": [{"name": "x"}]}, "“milestones[0].due” is missing. Give it and ask again."),
        ({**ACTION, "milestones": "none"}, "“milestones” is a list, not “none”."),
        ({**ACTION, "evidence_accepted": True}, "“evidence_accepted” is a whole number, not “True”."),
        ({**ACTION, "lead": 1}, "“lead” is text, not “1”."),
        (
            {**ACTION, "policy": {"cadence": 3}},
            "“policy.cadence” is not a fact that this rule knows. It knows cadence_days, milestone_red_after_days.",
        ),
        (
            {**OUTCOME, "measures": [{"title": "x", "verdicts": ["better"]}]},
            "“measures[0].verdicts[0]” is one of common, improvement, concern, neutral_high, neutral_low,"
            " not “better”.",
        ),
        ({**OUTCOME, "measures": [{"title": "x", "upper": "58"}]}, "“measures[0].upper” is a number, not “58”."),
        (
            {**OUTCOME, "measures": [{"title": "x", "target_holding": 1}]},
            "“measures[0].target_holding” is true or false, not “1”.",
        ),
    ],
)
def test_what_cannot_be_answered_says_where_and_why(asked: dict[str, Any], error: str) -> None:
    assert ask(asked) == {"id": asked["id"], "error": error}
