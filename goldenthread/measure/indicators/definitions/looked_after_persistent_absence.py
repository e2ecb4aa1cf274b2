"""Whether looked-after children are in school."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="looked_after_persistent_absence",
    title="Persistent absence of looked-after children",
    topic=Topic.CARE,
    why_it_matters="The council is their parent, and would ask any other why.",
    counted=(
        "Looked-after children who missed a tenth or more of their own possible half-days ÷ looked-after "
        "children on a roll."
    ),
    cohort="looked-after children on a roll",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="Children looked after return and school census (Department for Education)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.ACADEMIC,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    catalogue=("SC02",),
    published="LAC_Pers_Abs",
)
