"""The longest waits that ended."""

from datetime import date

from goldenthread.measure.indicators.cohorts import new_plan
from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit

definition = Definition(
    code="plans_after_52_weeks",
    title="EHC plans issued after more than 52 weeks",
    topic=Topic.WAITING,
    why_it_matters="A year without a plan is a school year that a child does not get again.",
    counted=(
        "New plans issued more than 364 days after the request ÷ new plans issued in the period, without those marked "
        "with an exception. Plans from another area are left out."
    ),
    cohort="new plans issued, exceptions left out",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="SEN2 modules 2 to 4: ReceivedDate, StartDate, Week20; SEND Regulations 2014, reg. 13(2)",
    review_by=date(2027, 9, 1),
    catalogue=("ID15",),
    published="over_52_weeks",
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND, Level.PLACEMENT),
    never_without="open_past_20_weeks",  # whoever waits longest is in it only once the plan is issued
    caution="It counts waits that ended: it rises when the oldest cases are cleared, and is low while none of them is.",
)


def counts(t: Tables) -> Happened:
    c = t.cases
    late = c.issued_on.delta(c.received_on, unit="day") > 364
    return Happened(c, on="issued_on", met=late, among=new_plan(c) & ~c.exceptions)
