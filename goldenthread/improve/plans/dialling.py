"""The measures of an outcome, or of a theme's outcomes, on its two dials."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from goldenthread.improve.plans.measuring import Measured
from goldenthread.improve.plans.models import Outcome
from goldenthread.rules.honesty.dials import Dial, MeasureFacts, Reading, families, impact

TOO_SMALL = "the figures behind this are too small to be published."


def shown_of(measures: Sequence[Measured], outcomes: Iterable[Outcome], as_at: date) -> Reading:
    """What the measures show of the outcomes."""
    return _told(impact(_of_impact(measures), as_at, _effect_from(outcomes)), measures)


def said_of(measures: Sequence[Measured], as_at: date, of: str) -> Reading:
    """What families say of a theme or an outcome. One that promises nothing about experience is not challenged for
    silence; the page says that it did not ask.
    """
    asked = [one for one in measures if one.measure.families]
    if not asked:
        return Reading(Dial.TOO_EARLY, f"this {of} names no measure of what families feel.")
    return _told(families([one.facts for one in asked], as_at), asked)


def asks_families(measures: Sequence[Measured]) -> bool:
    return any(one.measure.families for one in measures)


def _told(reading: Reading, measures: Sequence[Measured]) -> Reading:
    """The same dial, without the numbers that it rests on where one of them is hidden from the viewer."""
    return replace(reading, why=TOO_SMALL) if any(one.hides for one in measures) else reading


def _of_impact(measures: Sequence[Measured]) -> list[MeasureFacts]:
    """An outcome about how families feel has no other measure: then what they say is its impact too."""
    return [one.facts for one in measures if not one.measure.families] or [one.facts for one in measures]


def _effect_from(outcomes: Iterable[Outcome]) -> date | None:
    """The first day on which any effect is expected; none where one of them is expected at once."""
    days = [one.effect_expected_on for one in outcomes]
    known = [day for day in days if day is not None]
    return min(known) if known and len(known) == len(days) else None
