"""Whether help came when it was needed."""

from datetime import date

from goldenthread.measure.indicators.answers import good_answers
from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit

definition = Definition(
    code="right_help_in_time",
    title="Parents who say that the right help came in time",
    topic=Topic.FAMILIES,
    why_it_matters="Help that comes late can cost a child a year of school.",
    counted="Answers “good” or “very good” ÷ answers to this question given in the period; blanks are left out.",
    cohort="parents who answered",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="The area's own experience survey",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND),
    disclosure="D4",
    lag_days=120,
    experience=True,
)


def counts(t: Tables) -> Happened:
    return good_answers(t, "right_help_in_time")
