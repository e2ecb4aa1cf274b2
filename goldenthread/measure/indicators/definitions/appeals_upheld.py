"""How appeals end that reach a hearing."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="appeals_upheld",
    title="Appeals decided for the family",
    topic=Topic.DISAGREEMENT,
    why_it_matters=(
        "If nearly every appeal that is heard succeeds, the decision was often wrong before it was fought over."
    ),
    counted="Appeals decided at a hearing in favour of the family, wholly or in part ÷ appeals decided at a hearing.",
    cohort="appeals decided at a hearing",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="Tribunal Statistics (Ministry of Justice)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.ACADEMIC,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    never_without="appeals_registered",
    caution="Any part decided for the family counts as won. Appeals settled before a hearing are not in it.",
    catalogue=("DR04",),
    needs="Published for England only, and no table of it is carried: read it in the Ministry of Justice’s release.",
)
