"""Whether the plans that are written are good ones."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="audits_good_or_better",
    title="EHC plans audited as good or better",
    topic=Topic.PLANS,
    why_it_matters="A plan in time that nobody can use is not help.",
    counted=(
        "Plans whose audit was agreed, after moderation, as good or outstanding ÷ plans audited and moderated "
        "in the term."
    ),
    cohort="plans audited and moderated",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Multi-agency audit of EHC plans",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.TERM,),
    supply=Supply.PARTNER,
    disclosure="D2",
    never_without="audits_inadequate",
    caution="A sample: how it was drawn matters as much as its size.",
    catalogue=("DR13",),
    needs=(
        "To be agreed and signed by the partners who audit: the tool, the sample and how marks are moderated. "
        "Audits are not kept here yet; until they are, the quality lead sends one row a term."
    ),
    agreed=False,
)
