"""A book of grids → the plan in it."""

import re

from goldenthread.improve.plans.reading import further, headings
from goldenthread.improve.plans.reading.actions import Actions
from goldenthread.improve.plans.reading.content import PlanContent
from goldenthread.improve.plans.reading.grid import Book, Grid
from goldenthread.rules.problems import Problem

REMARK = re.compile(r"\s*\([^)]*\)\s*$")  # “… plan (fictional)”, “… plan (2)”
DASHED = re.compile(r"\s*[–—-]\s*(?:draft|final|updated?|version|v\d).*$", re.IGNORECASE)


class NoPlan(ValueError):
    """No table in the file looks like a plan; the text says what was looked for."""


def has_actions(book: Book) -> bool:
    return any(headings.tells_of_actions(headings.find(grid)) for grid in book.grids)


def read_plan(book: Book, file_name: str) -> PlanContent:
    """Everything that can be read, and a problem for everything that cannot. Raises NoPlan."""
    named = {
        grid.title: kind
        for kind in (*further.BEFORE_ACTIONS, *further.AFTER_ACTIONS)
        if (grid := further.sheet_called(book.grids, kind))
    }
    tables = [(grid, headings.find(grid)) for grid in book.grids if grid.title not in named]
    of_actions = [(grid, found) for grid, found in tables if headings.tells_of_actions(found)]
    if not of_actions:
        raise NoPlan(
            "No table in this file looks like a plan: none has a column for the action together with, say, "
            "its lead, its date or "
            "its colour. Give the headings in one row above the actions and bring the file again."
        )
    content = PlanContent(_title(book, of_actions[0], file_name))
    _read_named(book, named, further.BEFORE_ACTIONS, content)
    actions = Actions(content, {outcome.ref for outcome in content.outcomes})
    for grid, found in of_actions:
        content.columns += found.pairs()
        actions.read(grid, found)
    _read_named(book, named, further.AFTER_ACTIONS, content)
    _say_unread(book, tables, content)
    _check_dependencies(content)
    return content


def _read_named(
    book: Book, named: dict[str, further.Further], kinds: tuple[further.Further, ...], content: PlanContent
) -> None:
    for grid in book.grids:
        if named.get(grid.title) in kinds:
            further.read(grid, named[grid.title], content)


def _say_unread(book: Book, tables: list[tuple[Grid, headings.Headings]], content: PlanContent) -> None:
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
    for grid, found in tables:
        known = headings.tells_of_actions(found) or grid.title.strip().lower() in further.SAID_ELSEWHERE
        if not known and any(cell.text for _, cells in grid.rows for cell in cells):
            content.problems.append(
                Problem(
                    "PLAN-SHEET",
                    "query",
                    f"Nothing was read from “{grid.title}”: it has no columns that a plan has.",
                    grid.title,
                )
            )


def _check_dependencies(content: PlanContent) -> None:
    refs = content.refs()
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


def _title(book: Book, first: tuple[Grid, headings.Headings], file_name: str) -> str:
    """What the file says of itself, else what stands alone above the headings, else the file's name."""
    grid, found = first
    above = [[cell.text for cell in cells if cell.text] for _, cells in grid.rows[: found.at]]
    alone = next((texts[0] for texts in above if len(texts) == 1), "")
    said = alone or book.title or file_name.rpartition(".")[0].replace("_", " ")
    return DASHED.sub("", REMARK.sub("", said)).strip()[:200] or "Improvement plan"
