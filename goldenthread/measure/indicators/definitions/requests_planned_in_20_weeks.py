"""Timeliness by the month the family asked: it cannot be improved by issuing the easy ones."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit
from goldenthread.measure.indicators.periods import last_ripe_month

definition = Definition(
    code="requests_planned_in_20_weeks",
    title="Requests that led to a plan within 20 weeks, by when the family asked",
    topic=Topic.WAITING,
    why_it_matters=(
        "It follows every family from the day it asked, so it shows whether the service itself is getting faster."
    ),
    counted=(
        "Requests followed by a plan within 140 days ÷ requests of months that are wholly 20 weeks past, which led "
        "to a plan or are still being worked on. Refused, withdrawn and exported ones are left out, and those with "
        "an exception."
    ),
    cohort="requests of months wholly 20 weeks past, planned or still open",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="SEN2 modules 2 to 4; SEND Regulations 2014, reg. 13(2)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.AGE_BAND),
    never_without="open_past_20_weeks",
)


def counts(t: Tables) -> Happened:
    c = t.cases
    ripe = c.received_on <= last_ripe_month(t.as_at, 140)
    here = ~c.decided_before & ~c.transferred_in & ~c.moved_away & ~c.exceptions
    going_on = c.decision.fill_null("A").isin(["Y", "A"]) & c.outcome.fill_null("A").isin(["Y", "A"])
    in_time = c.issued_on.delta(c.received_on, unit="day") <= 140  # null while it is open: not in time
    return Happened(c, on="received_on", met=in_time, among=ripe & here & going_on)
