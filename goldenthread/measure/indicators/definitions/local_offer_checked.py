"""Whether what families are told is still true."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="local_offer_checked",
    title="Local Offer entries checked within 12 months",
    topic=Topic.PARTNERSHIP,
    why_it_matters="An entry that is out of date sends a family to a door that has closed.",
    counted="Entries of the Local Offer checked within the last twelve months ÷ entries, at the end of the quarter.",
    cohort="entries of the Local Offer",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Council, Local Offer website",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.QUARTER,),
    supply=Supply.PARTNER,
    disclosure="D0",
    never_without="local_offer_found_what_wanted",
    catalogue=("LO01",),
    needs=(
        "To be agreed and signed by the Local Offer’s editor and the parent carer forum: what checking is. "
        "Then one row a quarter."
    ),
    agreed=False,
)
