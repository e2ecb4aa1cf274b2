"""One file into the records, in the order in which its sheets hang on each other. Roll back to rehearse."""

from .bodies import merge_bodies, merge_members
from .claims import merge_claims
from .commitments import merge_commitments
from .desk import Desk
from .meetings import merge_agenda, merge_attendance, merge_decisions, merge_meetings, merge_papers
from .scrutiny import merge_scrutiny
from .visits import merge_expectations, merge_seen, merge_visits

STEPS = (
    merge_bodies, merge_members, merge_meetings, merge_attendance, merge_agenda, merge_papers, merge_decisions,
    merge_visits, merge_seen, merge_commitments, merge_scrutiny, merge_claims, merge_expectations,
)  # fmt: skip


def merge(desk: Desk) -> None:
    for step in STEPS:
        step(desk)
