"""Whether every school has someone trained to lead."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="mainstream_with_qualified_senco",
    title="Mainstream schools with a qualified SEN co-ordinator",
    topic=Topic.PARTNERSHIP,
    why_it_matters="The SEN co-ordinator (SENCO) is the one person on whom a child’s support turns.",
    counted="Mainstream schools whose SENCO holds the national qualification ÷ mainstream schools, in September.",
    cohort="mainstream schools",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Council’s inclusion service, yearly question to schools",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.ACADEMIC,),
    supply=Supply.PARTNER,
    disclosure="D0",
    lag_days=365,
    caution="Academies answer by goodwill: schools that do not answer are not schools without one.",
    catalogue=("WF01",),
    needs=(
        "To be agreed and signed by the council’s inclusion service and the head teachers’ forum: whether one "
        "who is still training counts. Then one row a school year, with how many schools were asked and how "
        "many answered."
    ),
    goodwill=True,
    agreed=False,
)
