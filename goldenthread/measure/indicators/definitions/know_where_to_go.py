"""Whether families can find the way in."""

from datetime import date

from goldenthread.measure.indicators.answers import good_answers
from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit

definition = Definition(
    code="know_where_to_go",
    title="Parents who know where to go for advice",
    topic=Topic.FAMILIES,
    why_it_matters="Help that nobody can find is not an offer.",
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
    return good_answers(t, "know_where_to_go")
