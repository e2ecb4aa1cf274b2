"""Whether children can read words they have not seen before."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="phonics_ehc_plan",
    title="Phonics check passed in year 1, pupils with an EHC plan",
    topic=Topic.LEARNING,
    why_it_matters="A child who cannot decode at six is shut out of every other subject.",
    counted="Pupils with an EHC plan who met the standard of the phonics check ÷ pupils with an EHC plan in year 1.",
    cohort="pupils with an EHC plan in year 1",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Phonics screening check (Department for Education)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.ACADEMIC,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    caution="A pupil’s status is that of the census of that year, not today’s.",
    catalogue=("ED03",),
    gap_with="phonics_no_sen",
)
