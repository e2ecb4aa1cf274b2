"""The plan of a run: which definitions can share a scan, and which file runs each shape."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from goldenthread.measure.indicators.catalogue import counts_of, definition
from goldenthread.measure.indicators.counted import (
    Count,
    Happened,
    Joined,
    Rated,
    Reached,
    Standing,
    Summed,
    Survived,
    Tables,
    Waited,
)
from goldenthread.measure.indicators.engine import flows, joined, rates, reached, stock, survival
from goldenthread.measure.indicators.engine.figure import Counted
from goldenthread.measure.indicators.engine.scope import Asked, Scope
from goldenthread.measure.indicators.engine.wider import widened

Run = Callable[[Sequence[Asked], Scope], Iterator[Counted]]

# How each shape is run, and what two of it must have the same of, beside their rows, to be counted together.
SHAPES: dict[type, tuple[Run, tuple[str, ...]]] = {
    Happened: (flows.run, ("on",)),
    Summed: (flows.run, ("on",)),
    Count: (flows.on_days, ("on",)),
    Standing: (stock.run, ("since", "until")),
    Waited: (stock.waited, ("since", "until")),
    Survived: (survival.run, ("since", "event", "left")),
    Reached: (reached.run, ("on", "who")),
    Rated: (rates.run, ("on", "people", "census_on")),
    Joined: (joined.run, ("on", "schools", "places")),
}


def measure(
    codes: Iterable[str], tables: Tables, since: date, *, wider: Mapping[str, str] | None = None
) -> Iterator[Counted]:
    """Every figure of the computed indicators named, of every area in the tables, from the periods of `since` to the
    tables' day. `wider` tells the wider area of each, to be summed too. Raises CannotCount.
    """
    functions = ((code, counts_of(code)) for code in codes)
    asked = [Asked(definition(code), function(tables)) for code, function in functions if function]
    figures = count(asked, tables, since)
    return widened(figures, wider) if wider else figures


def count(asked: Iterable[Asked], tables: Tables, since: date) -> Iterator[Counted]:
    """As `measure`, of definitions and counts that need not be in the catalogue."""
    scope = Scope(tables, since)
    for those in together(asked):
        run, _ = SHAPES[type(those[0].counts)]
        yield from run(those, scope)


def together(asked: Iterable[Asked]) -> list[list[Asked]]:
    """Those that one scan can count."""
    groups: dict[tuple[Any, ...], list[Asked]] = defaultdict(list)
    for one in asked:
        groups[_key(one.counts)].append(one)
    return list(groups.values())


def _key(counts: Any) -> tuple[Any, ...]:
    run, same = SHAPES[type(counts)]
    return (run, _same(counts.rows), *(_same(getattr(counts, name)) for name in same))


def _same(one: Any) -> Any:
    """Two expressions that say the same are the same one."""
    return one.op() if hasattr(one, "op") else one
