"""`goldenthread rules clock`: a process and its dates in; each date the law makes of them out, with its reason."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from goldenthread.rules.calendar import format_date, read_date
from goldenthread.rules.clocks import (
    annual_review,
    appeal,
    draft,
    exceptions,
    inspection,
    mediation,
    move,
    phase_transfer,
    reassessment,
)
from goldenthread.rules.clocks.advice import advice_clock
from goldenthread.rules.clocks.care_health import initial_health_assessment_clock
from goldenthread.rules.clocks.clock import Clock
from goldenthread.rules.clocks.explaining import explain
from goldenthread.rules.clocks.final_plan import final_plan_clock
from goldenthread.rules.clocks.phase_transfer import MOVES
from goldenthread.rules.clocks.refusal_to_issue import refusal_to_issue_clock
from goldenthread.rules.clocks.request import decide_clock
from goldenthread.rules.clocks.review_period import first_review_clock, next_review_clock
from goldenthread.rules.clocks.rights_holder import rights_holder
from goldenthread.rules.clocks.sen2_census import census_clock
from goldenthread.rules.clocks.tribunal_order import OrderStep, order_clock
from goldenthread.rules.pipe import CannotAnswer, Json, Pipe, needed

Said = tuple[date | bool, str]  # an answer and its sentence
Answers = Mapping[str, Clock | Said]
TO_POST16 = "post16_to_post16"


def answer(asked: Json) -> Json:
    process = str(needed(asked, "process"))
    if process not in PROCESSES:
        raise CannotAnswer(f"“{process}” is not a process that has a clock. It can be {', '.join(PROCESSES)}.")
    try:
        as_at = _date_or_none(asked, "as_at")
        said = {key: _said(found, as_at) for key, found in PROCESSES[process](asked).items()}
    except CannotAnswer:
        raise
    except ValueError as why:  # the rules' own sentences: a date that is none, dates in the wrong order, no law held
        raise CannotAnswer(str(why)) from why
    values = {key: value.isoformat() if isinstance(value, date) else value for key, (value, _) in said.items()}
    return {**values, "because": {key: sentence for key, (_, sentence) in said.items()}}


def _said(found: Clock | Said, as_at: date | None) -> Said:
    return (found.due_on, explain(found, as_at)) if isinstance(found, Clock) else found


def _date(asked: Json, key: str) -> date:
    value = needed(asked, key)
    try:
        return read_date(value)
    except ValueError as why:
        raise CannotAnswer(f"“{key}”: {why}") from why


def _date_or_none(asked: Json, key: str) -> date | None:
    return None if asked.get(key) is None else _date(asked, key)


def _year(asked: Json, key: str) -> int:
    value = str(needed(asked, key))
    if not (value.isascii() and value.isdigit() and 1900 <= int(value) <= 2100):
        raise CannotAnswer(f"“{key}”: “{value}” is not a year. Write four figures, for example 2027.")
    return int(value)


def _yes(asked: Json, key: str, default: bool) -> bool:
    value = asked.get(key)
    answers = {"true": True, "false": False, "none": default}
    if str(value).lower() not in answers:
        raise CannotAnswer(f"“{key}” is true or false, not “{value}”.")
    return answers[str(value).lower()]


def _new_request(asked: Json) -> Answers:
    received_on = _date(asked, "request_received")
    return {
        "decide_assess_by": decide_clock(received_on),
        "refuse_issue_by": refusal_to_issue_clock(received_on),
        "final_plan_by": final_plan_clock(received_on),
    }


def _advice(asked: Json) -> Answers:
    return {"advice_due": advice_clock(_date(asked, "advice_requested"))}


def _draft(asked: Json) -> Answers:
    served_on = _date(asked, "draft_served")
    comments, earliest = draft.comment_clock(served_on), draft.earliest_final(served_on)
    after = (
        f"Without an answer from the family the plan can be final from {format_date(earliest)} ({comments.citation})."
    )
    return {"comment_period_end": comments, "earliest_final_without_reply": (earliest, after)}


def _school_closure(asked: Json) -> Answers:
    found = exceptions.school_closure(
        _date(asked, "school_closes"), _date(asked, "school_reopens"), _date(asked, "advice_requested")
    )
    return {"exception_available": (found.available, found.because)}


def _annual_review(asked: Json) -> Answers:
    meeting_on, notice_on = _date(asked, "meeting"), _date_or_none(asked, "amend_notice_sent")
    final = {"final_by": annual_review.amended_plan_clock(meeting_on, notice_on)} if notice_on else {}
    return {
        "decision_by": annual_review.review_decision_clock(meeting_on),
        **final,
        "absolute_latest_final": annual_review.amended_plan_clock(meeting_on),
    }


def _review_period(asked: Json) -> Answers:
    last_reviewed_on = _date_or_none(asked, "last_reviewed")
    if last_reviewed_on:
        return {"next_review_by": next_review_clock(last_reviewed_on)}
    return {"first_review_by": first_review_clock(_date(asked, "plan_first_made"))}


def _phase_transfer(asked: Json) -> Answers:
    transfer = str(needed(asked, "move"))
    if transfer == TO_POST16:
        return {"final_by": phase_transfer.within_post16_clock(_date(asked, "transfer"))}
    if transfer not in MOVES:
        raise CannotAnswer(
            f"“{transfer}” is not a move that the law names. It can be {', '.join([*MOVES, TO_POST16])}."
        )
    final = phase_transfer.phase_transfer_clock(
        transfer, _year(asked, "year"), strict=_yes(asked, "strict", default=True)
    )
    notice, meeting = phase_transfer.latest_notice(final.due_on), phase_transfer.latest_meeting(final.due_on)
    back = f"counted back from {format_date(final.due_on)}, using all the time that the law gives"
    return {
        "final_by": final,
        "latest_notice": (notice, f"Send the notice of amendment by {format_date(notice)}: {back}."),
        "latest_meeting": (meeting, f"Hold the review meeting by {format_date(meeting)}: {back}."),
    }


def _la_move(asked: Json) -> Answers:
    """The review's date if `plan_made` or `last_reviewed` is given; the transfer's and the letter's if the move is."""
    transferred_on = _date_or_none(asked, "transfer")
    reviewed_on = _date_or_none(asked, "last_reviewed") or _date_or_none(asked, "plan_made")
    answers: dict[str, Clock] = {}
    if asked.get("old_la_aware") or not transferred_on:
        answers["transfer_by"] = move.transfer_clock(_date(asked, "moved"), _date(asked, "old_la_aware"))
        transferred_on = transferred_on or answers["transfer_by"].due_on
    if answers or not reviewed_on:
        answers["new_la_letter_by"] = move.new_council_letter_clock(transferred_on)
    if reviewed_on:
        answers["review_by"] = move.review_after_move_clock(transferred_on, reviewed_on)
    return answers


def _reassessment(asked: Json) -> Answers:
    received_on, agreed_on = _date(asked, "request_received"), _date_or_none(asked, "agreed_notified")
    if agreed_on and agreed_on < received_on:
        raise CannotAnswer("The agreement to reassess is dated before the request. Check the two dates.")
    final = {"final_by": reassessment.reassessed_plan_clock(agreed_on)} if agreed_on else {}
    return {"reply_by": reassessment.reply_clock(received_on), **final}


def _appeal(asked: Json) -> Answers:
    return {"appeal_by": appeal.appeal_clock(_date(asked, "decision_sent"), _date_or_none(asked, "certificate"))}


def _tribunal_order(asked: Json) -> Answers:
    sent_on = _date(asked, "order_sent")
    steps = {
        "school_name_by": OrderStep.SCHOOL,
        "contents_by": OrderStep.CONTENTS,
        "draft_by": OrderStep.DRAFT,
        "no_plan_notice_by": OrderStep.NO_PLAN,
        "final_after_refusal_to_issue_by": OrderStep.FINAL,
        "final_after_assess_by": OrderStep.FINAL_AFTER_ASSESS,
    }
    return {key: order_clock(step, sent_on) for key, step in steps.items()}


def _mediation(asked: Json) -> Answers:
    known: dict[str, tuple[str, Callable[[date], Clock]]] = {
        "mediation_requested": ("arrange_by", mediation.arrange_clock),
        "mediation_declined": ("certificate_by", mediation.certificate_after_declining_clock),
        "mediation_ended": ("certificate_by", mediation.certificate_after_mediation_clock),
    }
    answers = {key: clock(_date(asked, event)) for event, (key, clock) in known.items() if asked.get(event)}
    if not answers:
        raise CannotAnswer(f"Mediation needs one of these dates: {', '.join(known)}.")
    return answers


def _rights_holder(asked: Json) -> Answers:
    found = rights_holder(_date(asked, "date_of_birth"))
    return {
        "parent_until": (found.parent_until, found.because),
        "young_person_from": (found.young_person_from, found.because),
    }


def _inspection(asked: Json) -> Answers:
    notified_on = _date(asked, "notified")
    return {
        "fieldwork_from": inspection.fieldwork_clock(notified_on),
        "onsite_from": inspection.on_site_clock(notified_on),
    }


def _wsoa(asked: Json) -> Answers:
    return {"wsoa_due": inspection.statement_of_action_clock(_date(asked, "letter_received"))}


def _sen2(asked: Json) -> Answers:
    return {"census_date": census_clock(_year(asked, "collection_year"))}


def _lac_health(asked: Json) -> Answers:
    return {"initial_health_assessment_by": initial_health_assessment_clock(_date(asked, "entered_care"))}


PROCESSES: Mapping[str, Callable[[Json], Answers]] = {
    "new_request": _new_request,
    "advice": _advice,
    "draft": _draft,
    "exception_EX-SCH": _school_closure,
    "annual_review": _annual_review,
    "annual_review_period": _review_period,
    "phase_transfer": _phase_transfer,
    "la_move": _la_move,
    "reassessment": _reassessment,
    "appeal": _appeal,
    "tribunal_order": _tribunal_order,
    "mediation": _mediation,
    "rights_holder": _rights_holder,
    "inspection": _inspection,
    "wsoa": _wsoa,
    "sen2": _sen2,
    "lac_health": _lac_health,
}

DAY = {"type": "string", "format": "date"}
DATES_TAKEN = (
    "request_received advice_requested draft_served school_closes school_reopens meeting amend_notice_sent"
    " plan_first_made last_reviewed transfer old_la_aware moved plan_made agreed_notified decision_sent certificate"
    " order_sent mediation_requested mediation_declined mediation_ended date_of_birth notified letter_received"
    " entered_care"
)
DATES_GIVEN = (
    "decide_assess_by refuse_issue_by final_plan_by advice_due comment_period_end earliest_final_without_reply"
    " decision_by final_by absolute_latest_final first_review_by next_review_by latest_notice latest_meeting"
    " transfer_by new_la_letter_by review_by reply_by appeal_by school_name_by contents_by draft_by no_plan_notice_by"
    " final_after_refusal_to_issue_by final_after_assess_by arrange_by certificate_by parent_until young_person_from"
    " fieldwork_from onsite_from wsoa_due census_date initial_health_assessment_by"
)


def _days(names: str) -> dict[str, Any]:
    return dict.fromkeys(names.split(), DAY)


pipe = Pipe(
    name="clock",
    title="Statutory dates, each with its reason",
    takes={
        "type": "object",
        "required": ["process"],
        "properties": {
            "id": {},
            "process": {"enum": list(PROCESSES)},
            "as_at": {**DAY, "description": "Say how each date stands on this day. Left out: the dates alone."},
            "move": {"enum": [*MOVES, TO_POST16]},
            "year": {"type": "integer", "description": "The calendar year of a phase transfer."},
            "strict": {"type": "boolean", "default": True, "description": "“Before” a day ends the day before it."},
            "collection_year": {"type": "integer"},
            **_days(DATES_TAKEN),
        },
    },
    gives={
        "type": "object",
        "properties": {
            "id": {},
            "exception_available": {"type": "boolean"},
            "because": {"type": "object", "additionalProperties": {"type": "string"}},
            "error": {"type": "string"},
            **_days(DATES_GIVEN),
        },
    },
    answer=answer,
)
