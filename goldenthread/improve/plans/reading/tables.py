"""One sheet or Word table → the tables of actions on it: under each row of headings, its rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from goldenthread.improve.plans.reading import headings as reading
from goldenthread.improve.plans.reading.fates import HEADING, Fates
from goldenthread.improve.plans.reading.grid import Cells, Grid, says_anything
from goldenthread.improve.plans.reading.headings import Headings

Rows = list[tuple[int, Cells]]


@dataclass(frozen=True)
class Table:
    """`above` are the rows over the first headings of a sheet: its title, and what else people put there."""

    headings: Headings
    rows: Rows
    above: Rows


def tables_of(grid: Grid, found: Headings, chosen: Mapping[str, str], fates: Fates) -> Iterator[Table]:
    """Headings that come again, at the top of each page, are passed over; others begin a table of their own."""
    first = found.rows[0] if found.rows else 0
    above = [(number, cells) for number, cells in grid.rows[:first] if says_anything(cells)]
    rows: Rows = []
    shown = _shown(grid, found, fates)
    for at in range(found.at + 1, len(grid.rows)):
        number, cells = grid.rows[at]
        if not says_anything(cells):
            continue
        if _said(cells) in shown:
            fates.say(grid.title, number, HEADING)
        elif reading.are_headings(cells):
            yield _table(found, rows, above, chosen)
            found, rows, above = reading.read_at(grid, at), [], []
            shown = _shown(grid, found, fates, only=at)
        else:
            rows.append((number, cells))
    yield _table(found, rows, above, chosen)


def _table(found: Headings, rows: Rows, above: Rows, chosen: Mapping[str, str]) -> Table:
    return Table(reading.as_chosen(reading.with_nameless(found, rows), chosen), rows, above)


def _shown(grid: Grid, found: Headings, fates: Fates, only: int | None = None) -> set[tuple[str, ...]]:
    """The heading rows, noted as such, in the words by which they are known when they come again."""
    places = found.rows if only is None else (only,)
    for place in places:
        fates.say(grid.title, grid.rows[place][0], HEADING)
    return {_said(grid.rows[place][1]) for place in places} - {()}


def _said(cells: Cells) -> tuple[str, ...]:
    return tuple(" ".join(cell.own.lower().split()) for cell in cells if cell.own)
