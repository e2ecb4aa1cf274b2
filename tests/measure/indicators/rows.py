"""A few rows of the frozen tables, and what the engine counts in them."""

from datetime import date

import ibis

from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import Tables
from goldenthread.measure.indicators.engine import measure
from goldenthread.measure.snapshots import parquet

AS_AT = date(2026, 10, 31)
RECEIVED = date(2025, 1, 6)  # so long ago that there was time for everything
CASE = {
    "child": "c", "received_on": RECEIVED, "decided_before": False, "ended_before": False, "exceptions": False,
    "moved_away": False, "transferred_in": False, "refusal_mediated": False, "refusal_appealed": False,
    "no_plan_mediated": False, "no_plan_appealed": False, "plan_mediated": False, "plan_appealed": False,
}  # fmt: skip
PLAN = {"case": "c", "child": "c", "issued_on": date(2024, 3, 1), "transferred_in": False}
REVIEW = {"plan": "0", "meeting_on": date(2026, 3, 2)}
WHOLE = {"cases": CASE, "plans": PLAN, "reviews": REVIEW, "survey": {}, "complaints": {}, "residents": {}}
NUMBERED = {"cases": "case", "plans": "plan", "survey": "row", "complaints": "row"}


def figures(code, as_at=AS_AT, **tables):
    """Every figure; `tables` are lists of rows, each of which says only what matters."""
    rows = {name: [_whole(name, number, row) for number, row in enumerate(rows)] for name, rows in tables.items()}
    frozen = {name: ibis.memtable(table) for name, table in parquet.complete(rows).items()}
    return list(measure([code], Tables(**frozen, as_at=as_at), date(as_at.year - 2, 1, 1)))


def counted(code, as_at=AS_AT, **tables):
    """(numerator, denominator) of the whole area, over all its years or days."""
    return _sums(code, as_at, tables).get("999", (0, 0))


def each(code, table, *rows):
    """The same of every row alone: each is an area of its own."""
    found = _sums(code, AS_AT, {table: [{"area": f"{number:03}"} | row for number, row in enumerate(rows)]})
    return [found.get(f"{number:03}", (0, 0)) for number in range(len(rows))]


def _sums(code, as_at, tables):
    kind, found = catalogue.definition(code).periods[-1], {}
    for one in figures(code, as_at, **tables):
        if one.level == "area" and one.period.every == kind:
            numerator, denominator = found.get(one.area, (0, 0))
            found[one.area] = (numerator + one.numerator, denominator + one.denominator)
    return found


def _whole(name, number, row):
    numbered = {NUMBERED[name]: f"{number}"} if name in NUMBERED else {}
    return {"area": "999"} | WHOLE[name] | numbered | row
