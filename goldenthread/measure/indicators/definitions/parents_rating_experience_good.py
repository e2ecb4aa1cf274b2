"""What families feel."""

from datetime import date

from goldenthread.measure.indicators.answers import good_answers
from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit

definition = Definition(
    code="parents_rating_experience_good",
    title="Parents who rate their experience good",
    topic=Topic.FAMILIES,
    why_it_matters="It is the test of everything else: an action that families do not feel has not worked yet.",
    counted="Answers “good” or “very good” ÷ answers to this question given in the period; blanks are left out.",
    cohort="parents who answered",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="The area's own experience survey",
    review_by=date(2027, 9, 1),
    catalogue=("DR11",),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND),
    disclosure="D4",
    lag_days=120,
    experience=True,
)


def counts(t: Tables) -> Happened:
    return good_answers(t, "experience")
