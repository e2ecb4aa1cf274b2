"""How often the clock is set aside: a headline that leaves these out must say how many they are."""

from datetime import date

from goldenthread.measure.indicators.cohorts import new_plan
from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit

definition = Definition(
    code="plans_with_exceptions",
    title="New EHC plans to which an exception to the 20 weeks applied",
    topic=Topic.WAITING,
    why_it_matters=(
        "The law lets the limit pass in a few situations, such as a family away for a month. Where many plans are "
        "marked so, the headline that leaves them out tells of fewer children, and the marking wants looking at."
    ),
    counted="New plans marked with an exception ÷ new plans issued in the period, none of them from another area.",
    cohort="new plans issued",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="SEN2 module 3: Week20; SEND Regulations 2014, regs. 10(4) and 13(3)",
    review_by=date(2027, 9, 1),
    catalogue=("ID14",),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND, Level.PLACEMENT),
    lag_days=90,
    caution="Above 20 % the return itself is queried. A shortage of staff, or of a psychologist, is no exception.",
)


def counts(t: Tables) -> Happened:
    return Happened(t.cases, on="issued_on", met=t.cases.exceptions, among=new_plan(t.cases))
