"""Whether families find what they came for."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="local_offer_found_what_wanted",
    title="Visitors to the Local Offer who found what they wanted",
    topic=Topic.FAMILIES,
    why_it_matters="A website is as good as what people leave it with.",
    counted="Visitors who answered that they had found what they wanted ÷ visitors who answered.",
    cohort="visitors who answered",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Council, question on the Local Offer website",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH,),
    supply=Supply.PARTNER,
    disclosure="D4",
    experience=True,
    caution="Those who leave without answering are not in it: look at how many answered.",
    catalogue=("LO02",),
    needs=(
        "To be agreed and signed by the Local Offer’s editor and the parent carer forum: the words of the "
        "question. Then one row a month."
    ),
    agreed=False,
)
