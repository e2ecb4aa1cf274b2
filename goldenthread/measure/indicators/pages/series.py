"""Which of a measure's figures make its chart, its line by years, and its latest."""

from collections.abc import Sequence

from goldenthread.measure.indicators.definition import Every
from goldenthread.measure.indicators.figures import Figure
from goldenthread.measure.indicators.reads import PREFERRED

CHARTED = (Every.MONTH, Every.QUARTER, Every.TERM)  # the finest first
FEWEST = 3  # points that make a control chart worth drawing
LONG = (Every.YEAR, Every.ACADEMIC, Every.FINANCIAL, Every.DAY)


def of_kind(figures: Sequence[Figure], *kinds: Every) -> list[Figure]:
    return [figure for figure in figures if figure.period.every in kinds]


def serial(figures: Sequence[Figure]) -> list[Figure]:
    """The finest kind of period with enough points for a chart; else the finest there is. Whole periods only."""
    kinds = [found for kind in CHARTED if (found := charted(of_kind(figures, kind)))]
    return next((found for found in kinds if enough(found)), kinds[0] if kinds else [])


def enough(figures: Sequence[Figure]) -> bool:
    return sum(figure.value is not None for figure in figures) >= FEWEST


def charted(figures: Sequence[Figure]) -> list[Figure]:
    """Whole periods, up to the last that has, or hides, a figure: those that are not ripe yet are not gaps."""
    whole = [figure for figure in figures if figure.period.whole]
    while whole and whole[-1].value is None and not whole[-1].hidden:
        whole.pop()
    return whole


def newest(figures: Sequence[Figure]) -> Figure | None:
    """By year where it is counted by year, else by day, else by the shorter periods. A period that is not over, and
    has nothing to count yet, is passed over.
    """
    told = [one for one in figures if one.period.whole or one.value is not None or one.hidden]
    return next((found[-1] for every in PREFERRED if (found := of_kind(told, every))), None)
