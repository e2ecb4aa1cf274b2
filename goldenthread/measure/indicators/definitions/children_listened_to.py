"""What the children and young people themselves say."""

from datetime import date

from goldenthread.measure.indicators.answers import good_answers
from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit

definition = Definition(
    code="children_listened_to",
    title="Children and young people who feel listened to in their plan",
    topic=Topic.FAMILIES,
    why_it_matters="It is their life that the plan is about. Their parents’ answer to the same question is not theirs.",
    counted="Answers “agree” or “strongly agree” ÷ answers to this question given in the period; blanks are left out.",
    cohort="children and young people who answered",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="The area’s own experience survey; Children and Families Act 2014, s. 19",
    review_by=date(2027, 9, 1),
    catalogue=("DR12",),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND),
    disclosure="D4",
    lag_days=120,
    experience=True,
    needs="Ask them: a survey of children and young people whose question has the code child_listened_to",
)


def counts(t: Tables) -> Happened:
    return good_answers(t, "child_listened_to")
