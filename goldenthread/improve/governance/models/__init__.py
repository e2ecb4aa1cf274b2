"""Governance, one noun a class; no save() overrides, no signals."""

from .body import Body, ReportingLine, Rhythm, Seat
from .calendar import CalendarKey
from .claim import Claim
from .commitment import Commitment
from .expectation import Expectation, Step
from .meeting import AgendaItem, Attendance, Decision, Meeting, TabledPaper
from .proof import Proof
from .scrutiny import MembersView, Recommendation, Response, Review
from .visit import EvidenceSeen, Visit

__all__ = [
    "AgendaItem",
    "Attendance",
    "Body",
    "CalendarKey",
    "Claim",
    "Commitment",
    "Decision",
    "EvidenceSeen",
    "Expectation",
    "Meeting",
    "MembersView",
    "Proof",
    "Recommendation",
    "ReportingLine",
    "Response",
    "Review",
    "Rhythm",
    "Seat",
    "Step",
    "TabledPaper",
    "Visit",
]
