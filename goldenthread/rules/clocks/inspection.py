"""An area inspection: when inspectors begin, and when the area's written answer is due."""

from datetime import date

from goldenthread.rules import statute
from goldenthread.rules.clocks.clock import Clock, Kind, within

CALL = "the inspectors' call"
REPORT = "the report received"


def fieldwork_clock(notified_on: date) -> Clock:
    return within(statute.INSPECTION_FIELDWORK, "Inspectors' fieldwork", notified_on, CALL, kind=Kind.OPENING)


def on_site_clock(notified_on: date) -> Clock:
    return within(statute.INSPECTION_ON_SITE, "Inspectors on site", notified_on, CALL, kind=Kind.OPENING)


def statement_of_action_clock(letter_received_on: date, sent_on: date | None = None) -> Clock:
    """The written statement of action of the first cycle of inspections, 2016 to 2022."""
    return within(
        statute.STATEMENT_OF_ACTION,
        "Send the written statement of action",
        letter_received_on,
        "the inspection letter received",
        done_on=sent_on,
    )


def priority_action_plan_clock(report_received_on: date, sent_on: date | None = None) -> Clock:
    """The priority action plan of the present framework. The number of days is not verified."""
    return within(
        statute.PRIORITY_ACTION_PLAN, "Send the priority action plan", report_received_on, REPORT, done_on=sent_on
    )
