"""A book of grids → the plan in it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from goldenthread.improve.plans.reading import further, headings
from goldenthread.improve.plans.reading.actions import Actions
from goldenthread.improve.plans.reading.content import (
    AmendmentLine,
    ColumnRead,
    EvidenceLine,
    MilestoneLine,
    Offered,
    PlanContent,
    RemedyLine,
)
from goldenthread.improve.plans.reading.days import Around, around
from goldenthread.improve.plans.reading.fates import beginning
from goldenthread.improve.plans.reading.grid import Book, Cell, Grid, own_words
from goldenthread.improve.plans.reading.headings import Headings
from goldenthread.improve.plans.reading.names import READ_AS
from goldenthread.improve.plans.reading.tables import Table, tables_of
from goldenthread.rules.problems import Problem

REMARK = re.compile(r"\s*\([^)]*\)\s*$")  # “… plan (fictional)”, “… plan (2)”
DASHED = re.compile(r"\s*[–—-]\s*(?:draft|final|updated?|version|v\d).*$", re.IGNORECASE)
DAYS = ("starts", "due", "updated", "milestone_due", "captured")
L = TypeVar("L", MilestoneLine, EvidenceLine, RemedyLine, AmendmentLine)
EXPLAINS = "It is a sheet that explains the plan, and is no part of it."
NO_COLUMNS = "Its sheet has no columns that a plan has."
NOT_CHOSEN = "Its sheet was not chosen as part of the plan."
NO_PLAN = (
    "No table in this file looks like a plan: none has a column for the action together with, say, its lead, its date "
    "or its colour. Give the headings in one row above the actions and bring the file again."
)


class NoPlan(ValueError):
    """No table in the file looks like a plan; the text says what was looked for."""


@dataclass(frozen=True)
class Chosen:
    """What a person said of the file. `tables` None: those that look like a plan; `columns`: a heading → our name,
    “” for not read; `whole`: references that are held as one action and are not split.
    """

    title: str = ""
    tables: frozenset[str] | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    split: bool = False
    whole: frozenset[str] = frozenset()


def has_actions(book: Book) -> bool:
    return any(headings.tells_of_actions(headings.find(grid)) for grid in book.grids)


def read_plan(book: Book, file_name: str, chosen: Chosen = Chosen()) -> PlanContent:
    """Everything that can be read, and a problem for everything that cannot. Raises NoPlan where nothing looks like a
    plan and nobody said which table is it.
    """
    named = {
        grid.title: kind
        for kind in (*further.BEFORE_ACTIONS, *further.AFTER_ACTIONS)
        if (grid := further.sheet_called(book.grids, kind))
    }
    offered = [(grid, headings.find_or_first(grid)) for grid in book.grids if grid.title not in named]
    of_actions = [(grid, found) for grid, found in offered if _is_plan(grid, found, chosen)]
    if not of_actions and chosen.tables is None:
        raise NoPlan(NO_PLAN)
    content = PlanContent(chosen.title or title_of(book, of_actions, file_name), saved_on=book.saved_on)
    read = {grid.title for grid, _ in of_actions}
    content.offered = {grid.title: _offered(grid, grid.title in read) for grid, _ in offered}
    _read_named(book, named, further.BEFORE_ACTIONS, content)
    _read_actions(of_actions, chosen, content)
    _read_named(book, named, further.AFTER_ACTIONS, content)
    _say_unread(book, [(grid, found) for grid, found in offered if grid.title not in read], content)
    _check_dependencies(content)
    content.fates.close(book.grids)
    return content


def title_of(book: Book, of_actions: Sequence[tuple[Grid, Headings]], file_name: str) -> str:
    """What stands alone above the headings, else what the file says of itself, else its name."""
    grid, at = (of_actions[0][0], of_actions[0][1].at) if of_actions else (None, 0)
    above = [own_words(cells) for _, cells in grid.rows[:at]] if grid else []
    alone = next((texts[0] for texts in above if len(texts) == 1), "")
    said = alone or book.title or file_name.rpartition(".")[0].replace("_", " ")
    return DASHED.sub("", REMARK.sub("", " ".join(said.split()))).strip()[:200] or "Improvement plan"


def _offered(grid: Grid, is_read: bool) -> Offered:
    filled = list(grid.filled())
    return Offered(is_read, len(filled), beginning(filled[0][1]) if filled else "")


def _is_plan(grid: Grid, found: Headings, chosen: Chosen) -> bool:
    if chosen.tables is not None:
        return grid.title in chosen.tables
    return headings.tells_of_actions(found)


def _read_actions(of_actions: Sequence[tuple[Grid, Headings]], chosen: Chosen, content: PlanContent) -> None:
    tables = [(grid, list(tables_of(grid, found, chosen.columns, content.fates))) for grid, found in of_actions]
    flat = [table for _, some in tables for table in some]
    for table in flat:
        named = table.headings.named()
        for at, word in enumerate(table.headings.words):
            if word and word not in content.mapped:
                content.mapped[word] = ColumnRead(word, named.get(word, ""), _example(table, at))
    content.columns += [[word, READ_AS.get(each.name, headings.NOT_READ)] for word, each in content.mapped.items()]
    known = {outcome.ref for outcome in content.outcomes}
    actions = Actions(content, _dates_of(flat), chosen.split, chosen.whole, known)
    for grid, some in tables:
        actions.read(grid, some)
    if chosen.split:
        _share_out(content)


def _example(table: Table, at: int) -> str:
    rows = (cells for _, cells in table.rows if at < len(cells) and len(own_words(cells)) > 1)
    said = (cells[at].own for cells in rows if cells[at].own)
    return " ".join(next(said, "").split())[:80]


def _dates_of(tables: Iterable[Table]) -> Around:
    def cells() -> Iterable[Cell]:
        for table in tables:
            places = [at for name in DAYS for at in table.headings.columns.get(name, ())]
            yield from (row[at] for _, row in table.rows for at in places if at < len(row) and row[at].own)

    return around(cells())


def _share_out(content: PlanContent) -> None:
    """What further sheets say of an action that was split: each part has its history, and others wait for all."""
    parts = {ref: [part for part, _ in some] for ref, some in content.splits.items()}
    content.refs |= set(parts)
    content.dependencies[:] = [(ref, each) for ref, needs in content.dependencies for each in parts.get(needs, [needs])]


def _read_named(
    book: Book, named: dict[str, further.Further], kinds: tuple[further.Further, ...], content: PlanContent
) -> None:
    for grid in book.grids:
        if named.get(grid.title) in kinds:
            further.read(grid, named[grid.title], content)
    if kinds is further.AFTER_ACTIONS and content.splits:
        _to_parts(content)


def _to_parts(content: PlanContent) -> None:
    parts = {ref: [part for part, _ in some] for ref, some in content.splits.items() if ref in content.refs}
    taken = {action.ref for action in content.actions}
    parts = {ref: some for ref, some in parts.items() if ref not in taken}
    content.updates[:] = [replace(line, ref=ref) for line in content.updates for ref in parts.get(line.ref, [line.ref])]
    first = {ref: some[0] for ref, some in parts.items()}
    _move(content.milestones, first)
    _move(content.evidence, first)
    _move(content.remedies, first)
    _move(content.amendments, first)
    content.refs = taken


def _move(lines: list[L], to: Mapping[str, str]) -> None:
    lines[:] = [replace(line, ref=to.get(line.ref, line.ref)) for line in lines]


def _say_unread(book: Book, unread: Sequence[tuple[Grid, Headings]], content: PlanContent) -> None:
    for name in book.hidden:
        content.problems.append(
            Problem(
                "PLAN-HIDDEN",
                "query",
                f"The sheet “{name}” is hidden, so it was not read.",
                name,
                what_to_do="Show the sheet and bring the file again if it belongs to the plan; delete it if it does "
                "not.",
            )
        )
    for grid in book.grids:
        if grid.cut:
            message = f"“{grid.title}” has {grid.cut:,} rows more than the {len(grid.rows):,} that are read."
            content.problems.append(
                Problem("PLAN-ROWS", "error", message, grid.title, what_to_do="Bring the rest in another file.")
            )
    for grid, found in unread:
        _say_not_read(grid, found, content)


def _say_not_read(grid: Grid, found: Headings, content: PlanContent) -> None:
    explains = grid.title.strip().lower() in further.SAID_ELSEWHERE
    why = EXPLAINS if explains else NOT_CHOSEN if headings.tells_of_actions(found) else NO_COLUMNS
    content.fates.say_unread(grid, why)
    if why == NO_COLUMNS and any(grid.filled()):
        message = f"Nothing was read from “{grid.title}”: it has no columns that a plan has."
        content.problems.append(Problem("PLAN-SHEET", "query", message, grid.title))


def _check_dependencies(content: PlanContent) -> None:
    refs = content.refs
    for ref, needs in content.dependencies:
        if needs not in refs or needs == ref:
            why = "itself" if needs == ref else f"{needs}, which is not an action that was taken"
            content.problems.append(
                Problem(
                    "PLAN-DEPENDS",
                    "query",
                    f"{ref} is said to wait for {why}. This is left out.",
                    "dependencies",
                    value=needs,
                )
            )
    content.dependencies[:] = [(ref, needs) for ref, needs in content.dependencies if needs in refs and needs != ref]
