"""The nearest way from a plan to a job."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="supported_internships",
    title="Young people with an EHC plan on a supported internship",
    topic=Topic.ADULTHOOD,
    why_it_matters=(
        "Most of a year with an employer and a coach, made for young people with a plan who want paid work: the "
        "shortest way there."
    ),
    counted="Plans in force of young people whose work-based placement is a supported internship, on the census day.",
    cohort="young people on a supported internship",
    unit=Unit.COUNT,
    better=Better.HIGHER,
    source="Department for Education, Education, health and care plans: work-based placements, from 2025",
    review_by=date(2027, 9, 1),
    catalogue=("PA07",),
    levels=(Level.AREA,),
    periods=(Every.DAY,),
    supply=Supply.PUBLISHED,
    disclosure="D1",
    lag_days=365,
    caution="Apprenticeships and traineeships are published beside it and are not counted here.",
    needs=(
        "The return holds it, but which of its letters means a supported internship is in no open source: load the "
        "department’s own list of codes, and it can be counted; until then load the national release"
    ),
)
