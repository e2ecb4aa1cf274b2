"""How much rest families get."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="short_break_hours",
    title="Hours of short breaks for each child who may have them",
    topic=Topic.CARE,
    why_it_matters="Families who get a rest can go on; families who do not, break.",
    counted="Hours of short breaks given in the quarter ÷ children who may have them: a mean number of hours.",
    cohort="children who may have short breaks",
    unit=Unit.HOURS,
    better=Better.HIGHER,
    source="Council, short breaks service",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.QUARTER,),
    supply=Supply.PARTNER,
    disclosure="D1",
    caution="A mean hides who gets none.",
    catalogue=("SC04",),
    needs=(
        "To be agreed and signed by the short breaks service and the parent carer forum: who may have them, "
        "and whether hours bought with a direct payment count. Then one row a quarter: hours in “numerator”, "
        "children in “denominator”."
    ),
    agreed=False,
)
