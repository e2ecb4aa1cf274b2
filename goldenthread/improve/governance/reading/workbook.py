"""A book of sheets → its lines, and a problem for every cell that could not be read."""

from collections.abc import Sequence

from goldenthread.rules.problems import Problem, Severity

from . import meeting_sheets as meetings
from . import scrutiny_sheets as scrutiny
from .book import Book, Grid, said
from .cells import Unread
from .lines import HEADING, KEPT_ASIDE, NOT_TAKEN, Content, Line, beginning
from .sheets import Column, Headed, Kind, headed, known

KINDS = (
    meetings.BODIES, meetings.MEMBERS, meetings.MEETINGS, meetings.ATTENDANCE, meetings.AGENDA, meetings.PAPERS,
    meetings.DECISIONS, scrutiny.VISITS, scrutiny.SEEN, meetings.COMMITMENTS, scrutiny.REVIEWS,
    scrutiny.RECOMMENDATIONS, scrutiny.RESPONSES, scrutiny.CLAIMS, scrutiny.EXPECTATIONS,
)  # fmt: skip
EXPLAINS = {"definitions", "glossary", "key", "cover", "contents", "notes", "lists", "read me", "readme"}


def is_of_meetings(book: Book) -> bool:
    """Whether at least as many of its sheets are of meetings as are of something else."""
    filled = [grid for grid in book.grids if grid.rows and grid.title.strip().lower() not in EXPLAINS]
    ours = [grid for grid in filled if (kind := known(grid, KINDS)) and not kind.missing(headed(grid, kind).headings)]
    return bool(ours) and 2 * len(ours) >= len(filled)


def read_workbook(book: Book) -> Content:
    content = Content(saved_on=book.saved_on)
    for grid in book.grids:
        kind = known(grid, KINDS)
        if kind is None:
            _leave(grid, content)
        else:
            _read(grid, kind, content)
    for name in book.hidden:
        message = f"The sheet “{name}” is hidden, so it was not read."
        content.problems.append(
            Problem("MEET-HIDDEN", "query", message, name, what_to_do="Show it and bring the file again, or delete it.")
        )
    return content


def _leave(grid: Grid, content: Content) -> None:
    explains = grid.title.strip().lower() in EXPLAINS
    why = "It is a sheet that explains the others." if explains else "No kind of sheet that is read has this name."
    _unread(grid, grid.rows, why, content)
    if grid.rows and not explains:
        names = ", ".join(kind.name for kind in KINDS)
        message = f"Nothing was read from “{grid.title}”: {why[0].lower()}{why[1:]}"
        content.problems.append(
            Problem(
                "MEET-SHEET", "query", message, grid.title, what_to_do=f"Call it one of these to have it read: {names}."
            )
        )


def _read(grid: Grid, kind: Kind, content: Content) -> None:
    found = headed(grid, kind)
    if missing := kind.missing(found.headings):
        columns = ", ".join(name.replace("_", " ") for name in missing)
        why = f"The sheet “{grid.title}” has no column for {columns}, so it is not read."
        _unread(grid, grid.rows, why, content)
        content.problems.append(
            Problem("MEET-SHEET", "query", why, grid.title, what_to_do="Add the column, with that heading.")
        )
        return
    _unread(grid, grid.rows[: found.at], "It stands above the headings.", content)
    content.fates[grid.title, grid.rows[found.at][0]] = HEADING
    ours = {heading: name for name, heading in found.headings.items()}
    content.columns += [
        [heading, f"{kind.name.lower()}: {ours[heading].replace('_', ' ')}" if heading in ours else "not read"]
        for heading in found.places
    ]
    for number, values in grid.rows[found.at + 1 :]:
        _take(_row(grid, kind, found, number, values, content), content)
    if grid.cut:
        message = f"“{grid.title}” has {grid.cut:,} rows more than are read."
        content.problems.append(
            Problem("MEET-ROWS", "error", message, grid.title, what_to_do="Bring the rest in another file.")
        )


def _take(line: Line | None, content: Content) -> None:
    if line is not None:
        content.lines.setdefault(line.kind, []).append(line)


def _row(grid: Grid, kind: Kind, found: Headed, number: int, values: Sequence[object], content: Content) -> Line | None:
    """None for a row that is kept aside."""
    places = {name: found.places[heading] for name, heading in found.headings.items()}
    raw = {name: values[place] for name, place in places.items() if place < len(values)}
    cells = {name: said(value) for name, value in raw.items()}
    line = Line(kind.name, grid.title, number, {}, cells, found.headings)
    read = {column.name: _cell(line, column, raw, content) for column in kind.columns if cells.get(column.name)}
    for column in kind.columns:
        if column.needed and not cells.get(column.name):
            message = f"The cell {found.headings[column.name]} is empty. The row is kept aside."
            content.problems.append(line.problem("error", "MEET-EMPTY", message, column.name, "Fill it in."))
    aside = any(column.needed and read.get(column.name) is None for column in kind.columns)
    content.aside[kind.model] += aside
    content.fates[grid.title, number] = KEPT_ASIDE if aside else f"lines of {grid.title}"
    return None if aside else Line(kind.name, grid.title, number, read, cells, found.headings)


def _cell(line: Line, column: Column, raw: dict[str, object], content: Content) -> object:
    try:
        return column.reads(raw[column.name])
    except Unread as why:
        lost = column.needed and why.instead is None
        message = f"{why} The row is kept aside." if lost else str(why)
        severity: Severity = "error" if lost else "query"
        content.problems.append(line.problem(severity, "MEET-CELL", message, column.name, why.what_to_do))
        return why.instead


def _unread(grid: Grid, rows: Sequence[tuple[int, Sequence[object]]], why: str, content: Content) -> None:
    for number, _ in rows:
        content.fates[grid.title, number] = NOT_TAKEN
    if rows:
        first, last = rows[0][0], rows[-1][0]
        words = beginning([said(value) for value in rows[0][1]])
        content.unread.append((grid.title, f"{first}–{last}" if last > first else str(first), words, why))
