"""A chart becomes a figure: as it was drawn on the day, with the figures behind it."""

from collections.abc import Sequence
from typing import Protocol

from goldenthread.publish.reports.document.blocks import Figure, Table

BEHIND = "The figures behind this chart"
NOTHING_TO_DRAW = "There are no figures to draw yet."


class ChartTable(Protocol):
    @property
    def caption(self) -> str: ...
    @property
    def head(self) -> Sequence[str]: ...
    @property
    def rows(self) -> Sequence[Sequence[str]]: ...
    @property
    def note(self) -> str: ...


class Chart(Protocol):
    """What `foundation.charts` draws, as far as a paper needs to know it."""

    @property
    def title(self) -> str: ...
    @property
    def description(self) -> str: ...
    def svg(self) -> str: ...
    def table(self) -> ChartTable: ...


def drawing(chart: Chart) -> Figure:
    """The chart as it stands now. One with no rows is kept as a figure that says there is nothing to draw."""
    behind = chart.table()
    rows = [[str(cell) for cell in row] for row in behind.rows]
    caption = BEHIND if behind.caption == chart.title else behind.caption
    table = Table.of(caption, list(behind.head), rows, notes=[behind.note] if behind.note else [])
    return Figure(chart.title, chart.description or chart.title, chart.svg().strip() if rows else "", table)
