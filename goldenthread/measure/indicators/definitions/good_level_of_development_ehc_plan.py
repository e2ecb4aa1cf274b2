"""Where children stand at the end of reception."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="good_level_of_development_ehc_plan",
    title="Good level of development at five, children with an EHC plan",
    topic=Topic.LEARNING,
    why_it_matters=(
        "A good level of development at five is the best sign of what a child will manage at seven and eleven."
    ),
    counted=(
        "Children with an EHC plan who reached a good level of development ÷ children with an EHC plan "
        "assessed at the end of reception."
    ),
    cohort="children with an EHC plan assessed",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Early years foundation stage profile (Department for Education)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.ACADEMIC,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    caution=(
        "A child’s status is that of the spring census of that year. The table carried has no figure for "
        "children without SEN from the same source."
    ),
    catalogue=("ED01",),
)
