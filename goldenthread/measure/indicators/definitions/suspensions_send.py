"""Whether school is a place that children with SEND can stay in."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="suspensions_send",
    title="Suspensions of pupils with SEND",
    topic=Topic.SCHOOL,
    why_it_matters="A suspended child is out of school, and often asked back to the same thing.",
    counted=(
        "Suspensions of pupils with SEN support or an EHC plan ÷ pupils with SEN on roll × 100. One pupil "
        "may be suspended more than once."
    ),
    cohort="pupils with SEN on roll",
    unit=Unit.RATE,
    better=Better.LOWER,
    source="Schools’ termly suspension returns",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.ESTABLISHMENT),
    periods=(Every.MONTH, Every.YEAR),
    supply=Supply.PARTNER,
    disclosure="D3",
    caution="Academies send it by goodwill; a school that sends nothing is shown as missing. August has no school.",
    catalogue=("AT11", "AT12"),
    needs="The council’s inclusion service sends one row a month for the area, and one a school and year.",
    goodwill=True,
)
