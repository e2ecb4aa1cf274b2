"""Figures of the files that were loaded, read a measure at a time and kept."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from . import shelf
from .figures import Figure
from .measures import Measure
from .periods import Period, PeriodKind
from .shelf import Loaded
from .symbols import Status

if TYPE_CHECKING:
    import duckdb

WORD = {status.value: status for status in Status}
Key = tuple[str, str]  # a period's label and a category
Row = tuple[Any, ...]  # kind, value, numerator, denominator, status


def holding(code: str) -> tuple[Loaded, ...]:
    """The loaded files that hold a measure, oldest first."""
    return tuple(one for one in shelf.index() if code in one.last)


def measures() -> Mapping[str, Measure]:
    """Every measure of every loaded file, the newest description of each."""
    return {code: measure for one in shelf.index() for code, measure in one.measures.items()}


def keys(one: Loaded, code: str, area: str) -> tuple[Key, ...]:
    """Of which periods and categories a file has an area's figure."""
    return tuple(_rows(one, code).get(area, ()))


def figure(one: Loaded, code: str, area: str, key: Key) -> Figure | None:
    row = _rows(one, code).get(area, {}).get(key)
    if row is None:
        return None
    kind, value, numerator, denominator, status = row
    period = Period(key[0], PeriodKind(kind))
    counts = (numerator, denominator)
    return Figure(one.measures[code], area, period, value, *counts, WORD[status], one.source.code, key[1])


@lru_cache(maxsize=512)
def _rows(one: Loaded, code: str) -> Mapping[str, Mapping[Key, Row]]:
    found: dict[str, dict[Key, Row]] = defaultdict(dict)
    rows = (
        _engine()
        .cursor()
        .execute(
            "select area, period, category, kind, value, numerator, denominator, status "
            "from read_parquet(?) where measure = ?",
            [str(one.table), code],
        )
    )
    for area, label, category, *row in rows.fetchall():
        found[area][label, category] = tuple(row)
    return found


@cache
def _engine() -> "duckdb.DuckDBPyConnection":
    """Each question takes a cursor of its own: two threads may ask at once."""
    import duckdb

    return duckdb.connect(config={"threads": 1})
