"""How full special schools are."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Joined, Level, Tables, Topic, Unit

definition = Definition(
    code="special_school_places_filled",
    title="Pupils for each 100 places of special schools",
    topic=Topic.MONEY,
    why_it_matters=(
        "A school over its places has no room for the next child; one well under them is money spent on empty seats."
    ),
    counted=(
        "Pupils by sole or main registration in special schools ÷ the places those schools have × 100, on the "
        "census day. A school whose places are not known is left out of both."
    ),
    cohort="places of special schools",
    unit=Unit.RATE,
    better=Better.NEUTRAL,
    source="Pupils on the school census, with the register of schools",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.ESTABLISHMENT, Level.DISTRICT),
    periods=(Every.DAY,),
    disclosure="D1",
    caution=(
        "Places are those of the register of schools, or as commissioned where the council keeps them there. 95 "
        "to 100 is usual."
    ),
    catalogue=("FI04",),
    goodwill=True,
)


def counts(t: Tables) -> Joined:
    r = t.pupils
    return Joined(r, on="census_on", schools=t.establishments, places="places", among=r.main & (r.placed == "special"))
