"""Those whose own sum over a period reached a share (Reached). A sum of a year is no sum of its terms' answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import ibis
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.measure.indicators.counted import Expr, Reached
from goldenthread.measure.indicators.definition import Every, Level
from goldenthread.measure.indicators.engine import cube
from goldenthread.measure.indicators.engine.figure import Cell, Counted
from goldenthread.measure.indicators.engine.places import columns
from goldenthread.measure.indicators.engine.scope import Asked, Scope, levels_of, told_by
from goldenthread.measure.indicators.engine.telling import quotients
from goldenthread.measure.indicators.periods import YEARS


def run(asked: Sequence[Asked], scope: Scope) -> Iterator[Counted]:
    """Each kind of period by itself: one scan gives everybody's own sums, for all definitions at once.

    Most are at one place throughout, and add up. One whose place changed within the period is counted at each with
    what it did there; in the area, and among all SEND, it is one. Who could attend nothing is not counted.
    """
    all_levels = levels_of(asked, asked[0].counts.rows)
    for every in sorted({every for one in asked for every in one.what.periods}):
        levels = [level for level in all_levels if told_by(level, every)]
        those = [one for one in asked if every in one.what.periods]
        plan = _plan(those)
        held = _held(those[0].counts, plan, levels, every, scope)
        settled = _settled(held.filter(pc.is_null(held[plan.who[0]])), plan)
        several = _several(held.filter(pc.is_valid(held[plan.who[0]])), plan)
        for level in levels:
            both = [cube.placed(settled, level, plan.numbers), _reached(several, level, plan)]
            rows = list(cube.added_up(pa.concat_tables(both), plan.numbers, cube.month_of_number))
            for position, one in enumerate(those):
                if level in one.what.levels:
                    yield from quotients(one.what, level, _cells(rows, 2 * position, every, scope))


def _cells(rows: Sequence[cube.Row], at: int, every: Every, scope: Scope) -> Iterator[Cell]:
    for area, place, start, numbers in rows:
        if numbers[at + 1]:
            yield Cell(area, place, scope.period(start, every), numbers[at], numbers[at + 1])


# ---------------------------------------------------------------- the columns


@dataclass(frozen=True)
class _Shape:
    """The columns of one definition's sums and of its `among`."""

    top: str
    under: str
    among: str
    at_least: float

    @property
    def reached(self) -> str:
        return f"reached_{self.top}_{self.under}_{self.at_least:g}".replace(".", "_")

    @property
    def could(self) -> str:
        return f"could_{self.under}"


@dataclass(frozen=True)
class _Plan:
    """Each sum, `among` and threshold is one column, however many definitions ask for it."""

    sums: dict[str, Expr]
    among: dict[str, Expr]
    shapes: Sequence[_Shape]
    who: Sequence[str]

    @property
    def numbers(self) -> list[str]:
        """Two for each definition: how many reached it, of how many."""
        return [f"{name}{position}" for position in range(len(self.shapes)) for name in ("reached", "of")]


def _plan(asked: Sequence[Asked]) -> _Plan:
    sums, among = cube.Sums(), cube.Sums("among")
    counts: list[Reached] = [one.counts for one in asked]
    shapes = [
        _Shape(
            sums.add(cube.within(None, one.top)),
            sums.add(cube.within(None, one.under)),
            among.add(cube.flag(one.among)),
            one.at_least,
        )
        for one in counts
    ]
    return _Plan(sums.columns, among.columns, shapes, [f"who_{name}" for name in counts[0].who])


# ---------------------------------------------------------------- on the engine


def _held(shape: Reached, plan: _Plan, levels: Sequence[Level], every: Every, scope: Scope) -> pa.Table:
    """Those at one place throughout are a cube; those at several are told one by one, place by place."""
    rows, on, first = shape.rows, shape.rows[shape.on], scope.periods(every)[0].start
    when = {"area": rows.area, "time": cube.start_number(on, every)}
    who = {f"who_{name}": rows[name] for name in shape.who}
    places = columns(levels, rows, on) | plan.among
    dated = rows.filter(on >= first, on <= scope.as_at)
    fine = dated.select(**when, **who, **places, **plan.sums)
    if every not in YEARS and _alone(fine, [*when, *who]):  # nothing to add up, and nobody at several places
        told = {name: ibis.null(fine[name].type()) for name in who}
    else:
        fine = _own(fine, [*when, *who, *places], plan)
        places_of = fine.group_by([*when, *who]).aggregate(places=fine.count())
        fine = fine.left_join(places_of.filter(places_of.places > 1), [*when, *who])
        told = {name: fine.places.notnull().ifelse(fine[name], ibis.null(fine[name].type())) for name in who}
    keys = {name: fine[name] for name in (*when, *places)} | told
    return cube.grouped(fine, keys, {name: fine[name] for name in plan.sums} | _flags(fine, plan))


def _alone(rows: Expr, keys: Sequence[str]) -> bool:
    """No two rows are of the same one: so it is with terms, in a table of terms."""
    each = rows.group_by(list(keys)).aggregate(rows=rows.count())
    return not len(each.filter(each.rows > 1).limit(1).to_pyarrow())


def _own(rows: Expr, keys: Sequence[str], plan: _Plan) -> Expr:
    return rows.group_by(list(keys)).aggregate(**{name: rows[name].sum().cast(rows[name].type()) for name in plan.sums})


def _flags(own: Expr, plan: _Plan) -> dict[str, Expr]:
    found: dict[str, Expr] = {}
    for one in plan.shapes:
        could = own[one.under] > 0
        share = own[one.top].cast("float64") / own[one.under].nullif(0)  # top ≥ 0.1 × under errs: 0.1 × 70 > 7
        found[one.reached] = cube.flag(could, share >= one.at_least)
        found[one.could] = cube.flag(could)
    return found


# ---------------------------------------------------------------- here


def _settled(held: pa.Table, plan: _Plan) -> pa.Table:
    for position, one in enumerate(plan.shapes):
        counts = pc.equal(held[one.among], 1)
        held = held.append_column(f"reached{position}", pc.if_else(counts, held[one.reached], 0))
        held = held.append_column(f"of{position}", pc.if_else(counts, held[one.could], 0))
    return held


def _several(held: pa.Table, plan: _Plan) -> pa.Table:
    for position, one in enumerate(plan.shapes):
        counts = pc.equal(held[one.among], 1)
        held = held.append_column(f"top{position}", pc.if_else(counts, held[one.top], 0))
        held = held.append_column(f"under{position}", pc.if_else(counts, held[one.under], 0))
    return held


def _reached(held: pa.Table, level: Level, plan: _Plan) -> pa.Table:
    """Each one's parts at one place added, and held against what was asked."""
    sums = [f"{name}{position}" for position in range(len(plan.shapes)) for name in ("top", "under")]
    keys = ["area", "time", "place", *plan.who]
    table = cube.placed(held, level, [*plan.who, *sums])
    own = table.group_by(keys).aggregate([(name, "sum") for name in sums])
    for position, one in enumerate(plan.shapes):
        top, under = (own[f"{name}{position}_sum"].cast("float64") for name in ("top", "under"))
        could = pc.greater(under, 0.0)
        reached = pc.and_(could, pc.greater_equal(pc.divide(top, under), one.at_least))
        own = own.append_column(f"reached{position}", reached.cast("int64"))
        own = own.append_column(f"of{position}", could.cast("int64"))
    return own.select(["area", "time", *plan.numbers, "place"])
