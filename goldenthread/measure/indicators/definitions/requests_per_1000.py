"""How many ask, for the size of the area."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Happened, Tables, Topic, Unit

definition = Definition(
    code="requests_per_1000",
    title="Requests for an assessment for each 1,000 residents of 0 to 25",
    topic=Topic.WAITING,
    why_it_matters=(
        "More requests than in areas like it may say that families trust the way in, or that help without a plan is "
        "hard to get. Either way it is work to be done."
    ),
    counted=(
        "Requests for an education, health and care (EHC) needs assessment received in the year ÷ residents of 0 to "
        "25, × 1,000."
    ),
    cohort="residents of 0 to 25",
    unit=Unit.PER_1000,
    better=Better.NEUTRAL,
    source="SEN2 module 2; Office for National Statistics, estimates of residents in the middle of a year",
    review_by=date(2027, 9, 1),
    catalogue=("ID08",),
    periods=(Every.YEAR,),
    caution="The estimate of residents comes a year or more late, so that of the newest year there is stands in.",
    needs="The return, and the estimate of residents of 0 to 25 by year",
)


def counts(t: Tables) -> Happened:
    return Happened(t.cases, on="received_on", among=~t.cases.decided_before, per="0 to 25")
