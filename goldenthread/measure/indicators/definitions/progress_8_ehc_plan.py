"""How far pupils came from where they stood at eleven."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="progress_8_ehc_plan",
    title="Progress 8, pupils with an EHC plan",
    topic=Topic.LEARNING,
    why_it_matters="It asks what school added, not what the child brought.",
    counted=(
        "Differences between each pupil’s points and those of pupils who stood alike at eleven, added up ÷ "
        "pupils with an EHC plan with a score: a mean."
    ),
    cohort="pupils with an EHC plan with a progress score",
    unit=Unit.POINTS,
    better=Better.HIGHER,
    source="Key stage 4 performance (Department for Education)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.ACADEMIC,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    caution=(
        "There is no score for 2025 and 2026: those pupils took no tests at eleven. Nought is the national "
        "mean, not the worst."
    ),
    catalogue=("ED08",),
    published="SEN_Stat_AVG_Prog8_Score",
    gap_with="progress_8_no_sen",
)
