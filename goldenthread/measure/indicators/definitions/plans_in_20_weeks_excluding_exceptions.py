"""The headline everyone quotes, and why it must never stand alone."""

from datetime import date

from goldenthread.measure.indicators.cohorts import new_plan
from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit

definition = Definition(
    code="plans_in_20_weeks_excluding_exceptions",
    title="EHC plans issued within 20 weeks (exceptions left out)",
    topic=Topic.WAITING,
    why_it_matters="A plan that comes late is help that comes late, and the law sets how late is too late.",
    counted=(
        "New plans issued within 140 days of the request ÷ new plans issued in the period, without those "
        "marked with an exception. "
        "Plans from another area are left out."
    ),
    cohort="new plans issued, exceptions left out",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="SEN2 modules 2 to 4: ReceivedDate, StartDate, Week20; SEND Regulations 2014, reg. 13(2)",
    review_by=date(2027, 9, 1),
    catalogue=("ID12",),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND, Level.PLACEMENT),
    never_without="open_past_20_weeks",  # clearing a backlog lowers this figure: the backlog is always shown beside it
    caution=(
        "It counts plans by the month they were issued, so clearing a backlog makes it fall before it rises. By kind "
        "of placement, it counts where the child learns on the day of the tables."
    ),
)


def counts(t: Tables) -> Happened:
    c = t.cases
    in_time = c.issued_on.delta(c.received_on, unit="day") <= 140
    return Happened(c, on="issued_on", met=in_time, among=new_plan(c) & ~c.exceptions)
