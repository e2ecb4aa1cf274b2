"""How many plans are not fit to be used."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="audits_inadequate",
    title="EHC plans audited as inadequate",
    topic=Topic.PLANS,
    why_it_matters="Each is a child whose provision nobody could enforce.",
    counted="Plans whose audit was agreed, after moderation, as inadequate ÷ plans audited and moderated in the term.",
    cohort="plans audited and moderated",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="Multi-agency audit of EHC plans",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.TERM,),
    supply=Supply.PARTNER,
    disclosure="D2",
    never_without="audits_good_or_better",
    caution="A sample: how it was drawn matters as much as its size.",
    catalogue=("DR14",),
    needs=(
        "To be agreed and signed by the partners who audit: the tool, the sample and how marks are moderated. "
        "Audits are not kept here yet; until they are, the quality lead sends one row a term."
    ),
    agreed=False,
)
