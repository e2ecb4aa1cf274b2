"""Everyone who asked, counted from the day they asked: finished or not."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Survived, Tables, Topic, Unit

definition = Definition(
    code="survival_to_final_plan",
    title="Chance of a final plan within 20 weeks of asking",
    topic=Topic.WAITING,
    why_it_matters="Uses the open cases too, so it neither hides the backlog nor punishes clearing it.",
    counted=(
        "Kaplan–Meier estimate over requests received in the period; refused, withdrawn and exported ones "
        "leave the count on the "
        "day that they ended."
    ),
    cohort="requests received",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="SEN2 modules 2 to 4, or the casework record; SEND Regulations 2014, reg. 13(2)",
    review_by=date(2027, 9, 1),
    periods=(Every.YEAR,),
)


def counts(t: Tables) -> Survived:
    asked = t.cases.filter(~t.cases.decided_before, ~t.cases.transferred_in)
    return Survived(asked, since="received_on", event="issued_on", left="left_on", within_days=140)
