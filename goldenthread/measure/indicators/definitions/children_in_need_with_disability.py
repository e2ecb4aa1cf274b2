"""How many children in need are known to be disabled."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="children_in_need_with_disability",
    title="Children in need with a disability recorded",
    topic=Topic.CARE,
    why_it_matters="A disability that is not written down is not planned for.",
    counted="Children in need at the end of the quarter with a disability recorded ÷ children in need.",
    cohort="children in need",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="Council, children in need census",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.QUARTER, Every.FINANCIAL),
    supply=Supply.PARTNER,
    disclosure="D5",
    caution=(
        "Written from knowledge of the national definition: check it against the handbook of the year before "
        "it is used."
    ),
    catalogue=("SC03",),
    needs=(
        "To be agreed and signed by children’s social care: which children and which records count. Then one "
        "row a quarter."
    ),
    agreed=False,
)
