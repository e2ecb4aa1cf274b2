"""A family that is to have no plan must at least hear it in time."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit

definition = Definition(
    code="refusals_to_issue_in_16_weeks",
    title="Decisions not to issue a plan told within 16 weeks",
    topic=Topic.WAITING,
    why_it_matters=(
        "Until a family is told that there will be no plan it can neither ask for other help nor appeal. Sixteen weeks "
        "from the request is the law's limit."
    ),
    counted="Decisions not to issue a plan made within 112 days of the request ÷ such decisions made in the period.",
    cohort="decisions not to issue a plan",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="SEN2 modules 2 and 3: ReceivedDate, AssessmentOutcomeDate; SEND Regulations 2014, reg. 10(1)",
    review_by=date(2027, 9, 1),
    catalogue=("ID17",),
    published="SEN_NOT_ISSUE_PLAN_16WKS",
    levels=(Level.AREA, Level.AGE_BAND),
    never_without="assessments_leading_to_a_plan",  # few are refused here: of how many, must stand beside it
)


def counts(t: Tables) -> Happened:
    c = t.cases
    in_time = c.outcome_on.delta(c.received_on, unit="day") <= 112
    return Happened(c, on="outcome_on", met=in_time, among=c.outcome == "N")
