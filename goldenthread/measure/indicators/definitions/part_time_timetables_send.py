"""Children who are on a roll and not in school."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="part_time_timetables_send",
    title="Pupils with SEND on a part-time timetable",
    topic=Topic.SCHOOL,
    why_it_matters="A part-time timetable is an exclusion that nobody counts.",
    counted=(
        "Pupils with SEN support or an EHC plan on a part-time timetable at the end of the month ÷ pupils "
        "with SEND on roll."
    ),
    cohort="pupils with SEND on roll",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="Schools’ monthly return to the council",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.ESTABLISHMENT),
    periods=(Every.MONTH,),
    supply=Supply.PARTNER,
    disclosure="D1",
    caution="No law makes a school send it: read it with the share of schools that did.",
    catalogue=("AT16",),
    needs=(
        "To be agreed and signed by the council’s inclusion service and the head teachers’ forum: what counts "
        "as part-time, and for how long. Then one row a school and month."
    ),
    goodwill=True,
    agreed=False,
)
