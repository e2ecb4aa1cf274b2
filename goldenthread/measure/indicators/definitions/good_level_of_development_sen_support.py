"""Where children stand at the end of reception."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="good_level_of_development_sen_support",
    title="Good level of development at five, children on SEN support",
    topic=Topic.LEARNING,
    why_it_matters=(
        "A good level of development at five is the best sign of what a child will manage at seven and eleven."
    ),
    counted=(
        "Children on SEN support who reached a good level of development ÷ children on SEN support assessed "
        "at the end of reception."
    ),
    cohort="children on SEN support assessed",
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
    catalogue=("ED02",),
)
