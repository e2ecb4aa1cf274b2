"""A child who comes into care has a health assessment."""

from datetime import date

from goldenthread.rules import statute
from goldenthread.rules.clocks.clock import Clock, within


def initial_health_assessment_clock(entered_care_on: date, assessed_on: date | None = None) -> Clock:
    return within(
        statute.INITIAL_HEALTH_ASSESSMENT,
        "Initial health assessment",
        entered_care_on,
        "coming into care",
        done_on=assessed_on,
    )
