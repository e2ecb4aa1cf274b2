"""DOOR. Bodies, meetings, decisions, commitments, recommendations, claims, visits and expectations are kept."""

from .bodies import add_body, change_body, draw_line, end_seat, fill_seat, remove_line
from .claims import check_claim, record_claim
from .commitments import Promised, commit, drop, keep, promise, promise_on_visit
from .decisions import decide
from .expectations import change_expectation, expect, record_result
from .faults import CannotSave, ChangedSince
from .meetings import (
    Attended,
    add_item,
    agree_minutes,
    cancel_meeting,
    change_meeting,
    hold_meeting,
    plan_meeting,
    record_attendance,
    table_paper,
    write_minute,
)
from .proofs import accept_proof, offer_proof, return_proof
from .proofs_of_responses import accept_response_proof, prove_response, return_response_proof
from .scrutiny import give_view, move_response, open_review, recommend, respond
from .visits import add_evidence_seen, change_visit, record_visit

__all__ = [
    "Attended",
    "CannotSave",
    "ChangedSince",
    "Promised",
    "accept_proof",
    "accept_response_proof",
    "add_body",
    "add_evidence_seen",
    "add_item",
    "agree_minutes",
    "cancel_meeting",
    "change_body",
    "change_expectation",
    "change_meeting",
    "change_visit",
    "check_claim",
    "commit",
    "decide",
    "draw_line",
    "drop",
    "end_seat",
    "expect",
    "fill_seat",
    "give_view",
    "hold_meeting",
    "keep",
    "move_response",
    "offer_proof",
    "open_review",
    "plan_meeting",
    "promise",
    "promise_on_visit",
    "prove_response",
    "recommend",
    "record_attendance",
    "record_claim",
    "record_result",
    "record_visit",
    "remove_line",
    "respond",
    "return_proof",
    "return_response_proof",
    "table_paper",
    "write_minute",
]
