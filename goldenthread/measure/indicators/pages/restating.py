"""Figures that were corrected: what was said, what is said now, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from goldenthread.measure.indicators import reads, words
from goldenthread.measure.indicators.figures import shown
from goldenthread.measure.indicators.models import Observation
from goldenthread.rules.statistics import disclosure


@dataclass(frozen=True)
class Restated:
    period: str
    was: str
    now: str
    why: str
    on: date


def restated(found: Iterable[Observation], *, small_numbers: bool) -> list[Restated]:
    """`found` are replaced figures, each with the one that replaced it."""
    return [_restated(one, small_numbers) for one in found]


def _restated(old: Observation, small_numbers: bool) -> Restated:
    new = old.replaced_by
    assert new is not None
    before, after = shown([old], small_numbers=small_numbers)[0], shown([new], small_numbers=small_numbers)[0]
    if not small_numbers and (why := gives_away(old, new)):
        before = before.without_number(why)
    was, now = (
        f"{words.value(each)} {f'({words.counts(each)})' if words.counts(each) else ''}" for each in (before, after)
    )
    return Restated(words.period(after), was.strip(), now.strip(), new.why_replaced, new.made_on)


def gives_away(old: Observation, new: Observation) -> str:
    """Whether the difference of two releases tells of a few children."""
    rule = disclosure.rule(reads.definition(old.indicator).disclosure)
    for before, now in ((old.numerator, new.numerator), (old.denominator, new.denominator)):
        if before is not None and now is not None and (found := disclosure.differencing(int(now), int(before), rule)):
            return found.reason
    return ""
