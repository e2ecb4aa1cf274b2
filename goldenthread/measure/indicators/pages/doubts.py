"""What is wrong with a figure, said in words on its page: never a crash, a nought or a silent drop."""

from collections.abc import Iterator, Sequence
from datetime import date

from goldenthread.foundation.ui.words import day
from goldenthread.measure.indicators import words
from goldenthread.measure.indicators.definition import Definition, Unit
from goldenthread.measure.indicators.figures import Figure
from goldenthread.rules.statistics.rounding import number

NAMED = 3  # faults of one kind that are named one by one


def doubts(definition: Definition, figures: Sequence[Figure], today: date) -> list[str]:
    """About a measure and the figures that its page shows."""
    return [*_of_definition(definition, today), *_of_figures(figures)]


def _of_definition(definition: Definition, today: date) -> Iterator[str]:
    if not definition.agreed:
        yield (
            "The definition of this measure has not been agreed here yet. Agree and sign it before the first figure "
            "goes into a paper."
        )
    if definition.review_by < today:
        yield (
            f"The definition was to be reviewed by {day(definition.review_by)}, and that day has passed. "
            "Review it before the figure is quoted."
        )


def _of_figures(figures: Sequence[Figure]) -> Iterator[str]:
    above = [one for one in figures if impossible(one)]
    nothing = [one for one in figures if one.denominator == 0 and one.numerator]
    without = [one for one in figures if one.value is not None and not _has_base(one)]
    for one in above[:NAMED]:
        yield (
            f"{words.period(one)}{_where(one)}: {number(one.numerator or 0)} of {number(one.denominator or 0)} cannot "
            f"be a share, because the part is greater than the whole. Ask the sender ({one.source}) which of the two "
            "is wrong; until then do not quote it."
        )
    for one in nothing[:NAMED]:
        yield (
            f"{words.period(one)}{_where(one)}: {number(one.numerator or 0)} of 0. Nothing can be divided by 0, so "
            f"there is no figure. Ask the sender ({one.source}) what it is out of."
        )
    for one in without[:NAMED]:
        yield (
            f"{words.period(one)}{_where(one)}: the sender ({one.source}) gave no denominator, so the figure cannot "
            "be checked and has no interval. Ask what it is out of."
        )
    more = sum(max(0, len(found) - NAMED) for found in (above, nothing, without))
    if more:
        yield f"{more} more figures of this measure have such faults: the download marks them."


def impossible(figure: Figure) -> bool:
    """A share of which the part is greater than the whole."""
    shares = figure.definition.unit is Unit.PERCENT and figure.numerator is not None
    return shares and figure.denominator is not None and 0 < figure.denominator < (figure.numerator or 0)


def _has_base(figure: Figure) -> bool:
    needs = figure.definition.unit is Unit.PERCENT or figure.definition.unit.is_rate
    return not needs or figure.denominator is not None


def _where(figure: Figure) -> str:
    return f", {figure.place}" if figure.place else ""
