"""What high needs cost, for everybody who might need it."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="high_needs_spend_per_head",
    title="High needs spending for each person of 2 to 18",
    topic=Topic.MONEY,
    why_it_matters="It says whether an area pays for help early or late, not whether it pays too much.",
    counted="Outturn of the high needs block ÷ residents of 2 to 18: a mean number of pounds.",
    cohort="residents of 2 to 18",
    unit=Unit.POUNDS,
    better=Better.NEUTRAL,
    source="Council’s finance team, section 251 outturn",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.FINANCIAL,),
    supply=Supply.PARTNER,
    disclosure="D0",
    lag_days=365,
    caution=(
        "Written from knowledge of the national definition: check it against the handbook of the year before "
        "it is used."
    ),
    catalogue=("FI02",),
    needs=(
        "To be agreed and signed by the council’s finance team and the schools forum: which lines of the "
        "outturn count. Then one row a financial year: pounds in “numerator”, residents in “denominator”."
    ),
    agreed=False,
)
