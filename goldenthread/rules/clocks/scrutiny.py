"""A scrutiny review: when those who received its recommendations must have answered."""

from datetime import date

from goldenthread.rules import statute
from goldenthread.rules.clocks.clock import Clock, beginning_with, within

ANSWER = "Answer the recommendations"


def executive_response_clock(received_on: date, answered_on: date | None = None) -> Clock:
    """The council's executive, to its overview and scrutiny committee. The day of receipt is the first of the period.

    Raises NoLawError for a day before the duty.
    """
    return beginning_with(
        statute.SCRUTINY_RESPONSE, ANSWER, received_on, "the executive received them", done_on=answered_on
    )


def nhs_response_clock(received_on: date, answered_on: date | None = None) -> Clock:
    """An NHS body, to health scrutiny that asked it for an answer. Raises NoLawError for a day before the duty."""
    return within(
        statute.HEALTH_SCRUTINY_RESPONSE, ANSWER, received_on, "the NHS body being asked", done_on=answered_on
    )
