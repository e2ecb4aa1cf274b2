"""`goldenthread rules disclosure`: a table of counts with totals, made safe to publish."""

from typing import Any

from goldenthread.rules.pipe import CannotAnswer, Json, Pipe, needed
from goldenthread.rules.statistics.disclosure import RULES, Rule, Suppressed, rule
from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.tables import SafeTable, Totals, find_totals, protect

HIDDEN = Suppressed("").symbol
_TABLE_RULES = [code for code, each in RULES.items() if each.threshold or code in ("D0", "D6")]  # D4 is for answers


def answer(asked: Json) -> Json:
    counts = _counts(needed(asked, "table"))
    try:
        by = rule(needed(asked, "rule"))
        totals = _totals(asked, counts)
        safe = protect(counts, by, totals)
    except NotComputable as why:
        raise CannotAnswer(str(why)) from why
    if by.code not in _TABLE_RULES:
        raise CannotAnswer(f"{by.code} is for survey answers, not for tables. Use one of {', '.join(_TABLE_RULES)}.")
    return {
        "table": [[HIDDEN if n is None else n for n in row] for row in safe.cells],
        "totals": totals,
        "primary": sorted(map(list, safe.primary)),
        "secondary": sorted(map(list, safe.secondary)),
        "sentence": _sentence(safe, by),
    }


def _counts(table: Any) -> list[list[int]]:
    rows = table if isinstance(table, list) else []
    if not rows or not all(isinstance(row, list) and row for row in rows):
        raise CannotAnswer("“table” must be a list of rows, each a list of counts, totals in the last column or row.")
    for i, row in enumerate(rows, start=1):
        for j, n in enumerate(row, start=1):
            if not isinstance(n, int) or isinstance(n, bool):
                raise CannotAnswer(f"Row {i}, column {j} of “table” is “{n}”. Counts are whole numbers.")
    if len({len(row) for row in rows}) > 1:
        raise CannotAnswer("The rows of “table” are not of one length. Give every row a count for every column.")
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

pipe = Pipe(
    name="disclosure",
    title="Hide small counts in a table with totals, and what would give them away",
    takes={
        "type": "object",
        "required": ["table", "rule"],
        "properties": {
            "id": {},
            "table": {
                "type": "array",
                "items": {"type": "array", "items": {"type": "integer", "minimum": 0}},
                "description": "rows of counts; totals in the last column, the last row, or both",
            },
            "rule": {"enum": _TABLE_RULES},
            "totals": {"enum": list(Totals), "description": "which lines end in a total; found by adding up if absent"},
        },
    },
    gives={
        "type": "object",
        "required": ["id", "table", "totals", "primary", "secondary", "sentence"],
        "properties": {
            "id": {},
            "table": {"type": "array", "items": {"type": "array", "items": {"type": ["integer", "string"]}}},
            "totals": {"enum": list(Totals)},
            "primary": _PLACES,
            "secondary": _PLACES,
            "sentence": {"type": "string"},
        },
    },
    answer=answer,
)
