"""Three years of a small school together: numerators and denominators summed, and said to be so."""

from collections.abc import Sequence

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.indicators import reads
from goldenthread.measure.indicators.definition import Every, Level, Unit
from goldenthread.measure.indicators.figures import Figure, hidden_by_itself, shown
from goldenthread.measure.indicators.intervals import interval
from goldenthread.measure.indicators.models import Observation

YEARS = 3
FEWEST = 10


def pooled(area: LocalArea, own: Figure, years: Sequence[Observation], *, small_numbers: bool) -> Figure | None:
    """None where one year is large enough by itself, or three are not known, or may not be shown together.

    Whoever sees no small numbers sees the sum only where two of its years or more are small by themselves: with one,
    the years that were shown would give it away.
    """
    unit = own.definition.unit
    parts = _last_years([one for one in years if one.every == own.period.every])
    small = [one for one in parts if hidden_by_itself(one)]
    few = own.denominator is not None and own.denominator < FEWEST
    if len(parts) < YEARS or not (own.hidden or few) or not (unit is Unit.PERCENT or unit.is_rate):
        return None
    if not small_numbers and (len(small) < 2 or parts[-1] not in small):
        return None
    together = _together(area, parts)
    (figure,) = shown([together], small_numbers=small_numbers)
    return None if figure.hidden or figure.value is None else figure


def _last_years(found: Sequence[Observation]) -> list[Observation]:
    """The last of each year, of those with counts; oldest first."""
    by_year = {one.period_end.year: one for one in found if one.numerator is not None and one.denominator}
    return [by_year[year] for year in sorted(by_year)][-YEARS:]


def _together(area: LocalArea, parts: Sequence[Observation]) -> Observation:
    last = parts[-1]
    top = sum(one.numerator or 0 for one in parts)
    under = sum(one.denominator or 0 for one in parts)
    unit = reads.definition(last.indicator).unit
    lower, upper = interval(unit, top, under)
    return Observation(
        area=area,
        indicator=last.indicator,
        level=Level.ESTABLISHMENT,
        place=last.place,
        every=Every.ACADEMIC,  # of no kind: a label that says from when to when
        period_start=parts[0].period_start,
        period_end=last.period_end,
        numerator=top,
        denominator=under,
        value=unit.multiplier * top / under,
        lower=lower,
        upper=upper,
        definition_version=last.definition_version,
        source=last.source,
        made_on=last.made_on,
    )
