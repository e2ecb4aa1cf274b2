"""Children whom no school counts."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="children_missing_education_send",
    title="Children with SEND who are missing education",
    topic=Topic.SCHOOL,
    why_it_matters="A child on no roll is nobody’s figure, and nobody’s responsibility until somebody looks.",
    counted="Children with SEN support or an EHC plan who are on no school’s roll and are not educated otherwise.",
    cohort="children with SEND missing education",
    unit=Unit.COUNT,
    better=Better.LOWER,
    source="Council, register of children missing education",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH, Every.YEAR),
    supply=Supply.PARTNER,
    disclosure="D5",
    caution="Named in the plan; no source has been agreed until figures arrive.",
    needs=(
        "To be agreed and signed by the council’s education welfare and SEN services: who is missing education, and who"
        " counts them. Then one row a month: the number of children in “numerator”."
    ),
    agreed=False,
)
