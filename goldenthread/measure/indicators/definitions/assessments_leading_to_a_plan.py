"""Whether those who are assessed are those who need a plan."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit

definition = Definition(
    code="assessments_leading_to_a_plan",
    title="Assessments that led to a plan",
    topic=Topic.WAITING,
    why_it_matters=(
        "Where almost every assessment leads to a plan, some families may have been refused an assessment that would "
        "have; where few do, children go through months of assessment and get nothing from it."
    ),
    counted=(
        "Assessments that ended with a plan to be issued ÷ assessments that ended in the period: with a plan, without "
        "one, or withdrawn."
    ),
    cohort="assessments that ended",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="SEN2 module 3: AssessmentOutcome; Children and Families Act 2014, s. 37",
    review_by=date(2027, 9, 1),
    catalogue=("ID18",),
    published="SEN_PLAN_ISSUED",
    levels=(Level.AREA, Level.AGE_BAND),
    never_without="refused_to_assess",  # it is high where the door before it is narrow
)


def counts(t: Tables) -> Happened:
    c = t.cases
    ended = ~c.transferred_in & c.outcome.isin(["Y", "N", "W"])
    return Happened(c, on="outcome_on", met=c.outcome == "Y", among=ended)
