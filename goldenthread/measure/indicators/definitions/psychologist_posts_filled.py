"""Whether there is anyone to give the advice."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="psychologist_posts_filled",
    title="Educational psychologist posts filled",
    topic=Topic.PARTNERSHIP,
    why_it_matters="Every assessment needs a psychologist’s advice; an empty post is a queue.",
    counted=(
        "Educational psychologists in post, in full-time equivalents ÷ posts established, at the end of the quarter."
    ),
    cohort="posts established (full-time equivalents)",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Council, human resources",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.QUARTER,),
    supply=Supply.PARTNER,
    disclosure="D0",
    catalogue=("WF02",),
    needs=(
        "To be agreed and signed by the principal educational psychologist and human resources: whether "
        "trainees and locums count. Then one row a quarter; parts of a post may be given, such as 12.6."
    ),
    agreed=False,
)
