"""`goldenthread rules disclosure`: a table of counts with totals, made safe to publish."""

from collections.abc import Mapping
from typing import Any

from goldenthread.rules.pipe import CannotAnswer, Json, Pipe, needed
from goldenthread.rules.statistics.disclosure import RULES, Rule, Suppressed, rule
from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.linked import little_changed
from goldenthread.rules.statistics.tables import (
    Place,
    SafeTable,
    Table,
    Totals,
    by_place,
    find_totals,
    protect_together,
)

HIDDEN = Suppressed("").symbol
_TABLE_RULES = [code for code, each in RULES.items() if each.threshold or code in ("D0", "D6")]  # D4 is for answers


def answer(asked: Json) -> Json:
    try:
        needed(asked, "table")
        by = rule(needed(asked, "rule"))
        if by.code not in _TABLE_RULES:
            raise CannotAnswer(
                f"{by.code} is for survey answers, not for tables. Use one of {', '.join(_TABLE_RULES)}."
            )
        tables = [_table(asked, "table"), *(_linked(item) for item in _list(asked, "linked"))]
        safe, *others = protect_together(tables, by, *_against_the_last(asked, tables[0], by))
    except NotComputable as why:
        raise CannotAnswer(str(why)) from why
    found: dict[str, Any] = {
        "table": _shown(safe),
        "totals": tables[0].totals,
        "primary": sorted(map(list, safe.primary)),
        "secondary": sorted(map(list, safe.secondary)),
        "sentence": _sentence(safe, by),
    }
    return {**found, "linked": [_shown(other) for other in others]} if others else found


def _shown(safe: SafeTable) -> list[list[int | str]]:
    return [[HIDDEN if n is None else n for n in row] for row in safe.cells]


def _table(asked: Json, key: str, same: Mapping[Place, Place] | None = None) -> Table:
    counts = _counts(needed(asked, key), key)
    return Table(counts, _totals(asked, counts), same or {})


def _list(asked: Json, key: str) -> list[Json]:
    listed = asked.get(key) or []
    if not isinstance(listed, list) or not all(isinstance(item, Mapping) for item in listed):
        raise CannotAnswer(
            f"“{key}” must be a list of objects, each with its “table” and the cells that are the “same”."
        )
    return listed


def _linked(item: Json) -> Table:
    same = {}
    for pair in needed(item, "same"):
        if not _is_pair(pair):
            raise CannotAnswer("“same” must list pairs: the cell of “table”, then the cell here, as [[0, 3], [1, 3]].")
        (row, column), (i, j) = pair
        same[i, j] = (row, column)
    return _table(item, "table", same)


def _is_pair(pair: Any) -> bool:
    cells = pair if isinstance(pair, list) and len(pair) == 2 else [None]
    return all(isinstance(cell, list) and [type(n) for n in cell] == [int, int] for cell in cells)


def _against_the_last(asked: Json, table: Table, by: Rule) -> tuple[set[Place], set[Place]]:
    """Cells that give away who came or went since the last release; and cells that it showed, and are as they were."""
    if asked.get("before") is None:
        return set(), set()
    now = by_place(table.counts)
    before = by_place(_counts(asked["before"], "before", hidden=True))
    if before.keys() != now.keys():
        raise CannotAnswer("“before” is not of the table's shape. Give the same rows and columns as last released.")
    shown = {place: n for place, n in before.items() if n >= 0}
    return little_changed(shown, now, by), {place for place, n in shown.items() if n == now[place]}


def _counts(table: Any, key: str, hidden: bool = False) -> list[list[int]]:
    """Checked. A hidden cell, where there may be any, is -1."""
    rows = table if isinstance(table, list) else []
    if not rows or not all(isinstance(row, list) and row for row in rows):
        raise CannotAnswer(f"“{key}” must be a list of rows, each a list of counts, totals in the last column or row.")
    if hidden:
        rows = [[-1 if n == HIDDEN else n for n in row] for row in rows]
    for i, row in enumerate(rows, start=1):
        for j, n in enumerate(row, start=1):
            if not isinstance(n, int) or isinstance(n, bool):
                raise CannotAnswer(f"Row {i}, column {j} of “{key}” is “{n}”. Counts are whole numbers.")
    if len({len(row) for row in rows}) > 1:
        raise CannotAnswer(f"The rows of “{key}” are not of one length. Give every row a count for every column.")
    return rows


def _totals(asked: Json, counts: list[list[int]]) -> Totals:
    said = asked.get("totals")
    if said is None:
        return find_totals(counts)
    if said not in list(Totals):
        raise CannotAnswer(f"“totals” is “{said}”. Say where they are: {', '.join(Totals)}.")
    return Totals(said)


def _sentence(safe: SafeTable, by: Rule) -> str:
    small, more = len(safe.primary), len(safe.secondary)
    parts = []
    if not small and not more:
        parts.append("Nothing had to be hidden.")
    else:
        also = f", and {more} more so that {'it' if small == 1 else 'they'} cannot be worked out" if more else ""
        parts.append(f"{small} {'count' if small == 1 else 'counts'} from 1 to {by.threshold - 1} hidden{also}.")
    if by.nearest > 1:
        parts.append(f"Counts are rounded to the nearest {by.nearest}.")
    if by.watermark:
        parts.append(f"{by.watermark}.")
    return " ".join(parts)


_PLACE = {"type": "array", "items": {"type": "integer"}, "description": "row and column, from 0"}
_PLACES = {"type": "array", "items": _PLACE}
_SAFE = {"type": "array", "items": {"type": "array", "items": {"type": ["integer", "string"]}}}
_TABLE = {
    "type": "array",
    "items": {"type": "array", "items": {"type": "integer", "minimum": 0}},
    "description": "rows of counts; totals in the last column, the last row, or both",
}
_TOTALS = {"enum": list(Totals), "description": "which lines end in a total; found by adding up if absent"}
_SAME = {
    "type": "array",
    "items": {"type": "array", "items": _PLACE, "minItems": 2, "maxItems": 2},
    "description": "pairs of a cell of the first table and the cell here that is the same",
}

pipe = Pipe(
    name="disclosure",
    title="Hide small counts in a table with totals, and what would give them away",
    takes={
        "type": "object",
        "required": ["table", "rule"],
        "properties": {
            "id": {},
            "table": _TABLE,
            "rule": {"enum": _TABLE_RULES},
            "totals": _TOTALS,
            "before": {
                **_SAFE,
                "description": "the table as last released, c where hidden: what changed by few is hidden",
            },
            "linked": {
                "type": "array",
                "description": "other tables that share cells with this one: what is hidden in one is hidden in all",
                "items": {
                    "type": "object",
                    "required": ["table", "same"],
                    "properties": {"table": _TABLE, "totals": _TOTALS, "same": _SAME},
                },
            },
        },
    },
    gives={
        "type": "object",
        "required": ["id", "table", "totals", "primary", "secondary", "sentence"],
        "properties": {
            "id": {},
            "table": _SAFE,
            "totals": {"enum": list(Totals)},
            "primary": _PLACES,
            "secondary": _PLACES,
            "sentence": {"type": "string"},
            "linked": {"type": "array", "items": _SAFE, "description": "the linked tables, safe, if any were given"},
        },
    },
    answer=answer,
)
