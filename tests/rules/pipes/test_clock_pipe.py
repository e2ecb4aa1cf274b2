"""`goldenthread rules clock`, as a script would use it. Its answers are the worked examples in tests/spec."""

import io
import json
from typing import Any

import pytest

from goldenthread.rules.pipe import run
from goldenthread.rules.pipes.clock import PROCESSES, pipe


def ask(**asked: object) -> dict[str, Any]:
    sink = io.StringIO()
    run(pipe, [json.dumps(asked)], sink)
    answer: dict[str, Any] = json.loads(sink.getvalue())
    return answer


def test_each_date_comes_with_its_reason() -> None:
    assert ask(id=1, process="advice", advice_requested="2026-02-10") == {
        "id": 1,
        "advice_due": "2026-03-24",
        "because": {
            "advice_due": (
                "Give advice — due Tuesday 24 March 2026. Six weeks from the council's request for advice on"
                " 10 February 2026 (SEND Regulations 2014, regulation 8)."
            )
        },
    }


def test_asked_as_at_a_day_the_reason_says_how_it_stands() -> None:
    answer = ask(process="advice", advice_requested="2026-02-10", as_at="2026-03-23")

    assert answer["because"]["advice_due"].startswith("Give advice — due Tuesday 24 March 2026 (tomorrow).")


def test_the_move_alone_gives_the_letter_and_the_plan_adds_the_review() -> None:
    assert ask(process="la_move", transfer="2027-01-14").keys() == {"id", "new_la_letter_by", "because"}
    everything = ask(process="la_move", old_la_aware="2026-12-22", moved="2026-12-18", plan_made="2026-03-10")
    assert everything["review_by"] == "2027-04-13"
    assert everything["new_la_letter_by"] == "2027-02-25"


def test_a_review_in_progress_without_a_notice_has_its_latest_date_only() -> None:
    assert ask(process="annual_review", meeting="2026-11-03").keys() == {
        "id",
        "decision_by",
        "absolute_latest_final",
        "because",
    }


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({}, "“process” is missing. Give it and ask again."),
        (
            {"process": "magic"},
            f"“magic” is not a process that has a clock. It can be {', '.join(PROCESSES)}.",
        ),
        ({"process": "advice"}, "“advice_requested” is missing. Give it and ask again."),
        (
            {"process": "advice", "advice_requested": "2026-02-31"},
            "“advice_requested”: “2026-02-31” is not a date. Write it as year-month-day, for example 2027-02-08.",
        ),
        (
            {"process": "new_request", "request_received": "2013-05-01"},
            "The rule (SEND Regulations 2014, regulation 5) is held from 2014-09-01 on; 2013-05-01 is outside.",
        ),
        (
            {"process": "annual_review", "meeting": "2026-11-03", "amend_notice_sent": "2026-11-02"},
            "The notice of amendment is dated before the review meeting. Check the two dates.",
        ),
        (
            {"process": "reassessment", "request_received": "2026-03-10", "agreed_notified": "2026-03-09"},
            "The agreement to reassess is dated before the request. Check the two dates.",
        ),
        (
            {"process": "phase_transfer", "move": "up", "year": 2027},
            "“up” is not a move that the law names. It can be early_years_to_school, infant_to_junior,"
            " primary_to_middle, primary_to_secondary, middle_to_secondary, secondary_to_post16, post16_to_post16.",
        ),
        (
            {"process": "phase_transfer", "move": "primary_to_secondary", "year": "27"},
            "“year”: “27” is not a year. Write four figures, for example 2027.",
        ),
        (
            {"process": "phase_transfer", "move": "primary_to_secondary", "year": 2027, "strict": "perhaps"},
            "“strict” is true or false, not “perhaps”.",
        ),
        (
            {"process": "mediation"},
            "Mediation needs one of these dates: mediation_requested, mediation_declined, mediation_ended.",
        ),
    ],
)
def test_what_cannot_be_answered_says_why_and_what_to_do(asked: dict[str, Any], error: str) -> None:
    assert ask(id="x", **asked) == {"id": "x", "error": error}


def test_lists_and_objects_where_words_belong_are_refused_too() -> None:
    assert ask(process=["advice"]).keys() == {"id", "error"}
    assert ask(process="phase_transfer", move={"a": 1}, year=2027).keys() == {"id", "error"}


def test_the_schema_knows_every_process() -> None:
    assert pipe.takes["properties"]["process"]["enum"] == list(PROCESSES)
