"""Extracts → the frozen tables of pupils, half-days and exclusions, as known on a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.rules.calendar import academic_year
from goldenthread.rules.cases import SchoolFacts

from . import store
from .made import SCHEMAS
from .when import next_term, term_of

FROM_CENSUS = ("born_month", "send", "need")


@dataclass(frozen=True)
class Extract:
    """One that is held: which it is, where it lies, of which schools, and from when it is known."""

    day: date
    sha256: str
    schools: frozenset[str]
    received_on: date


def pupils(extracts: Sequence[Extract], as_at: date, area: str, schools: Mapping[str, SchoolFacts]) -> pa.Table:
    rows = _newest("census", [each for each in extracts if each.day <= as_at])
    return _placed(rows.rename_columns({"day": "census_on"}), area, schools)


def sessions(
    extracts: Sequence[Extract], roll: pa.Table, as_at: date, area: str, schools: Mapping[str, SchoolFacts]
) -> pa.Table:
    """`roll` is the frozen table of pupils. A term in hand is told of only by a file that had come by then."""
    known = [each for each in extracts if next_term(each.day) <= as_at or each.day <= each.received_on <= as_at]
    rows = _newest("sessions", known).rename_columns({"day": "term_on"})
    return _placed(_with_needs(rows, "term_on", roll), area, schools)


def exclusions(
    extracts: Sequence[Extract], roll: pa.Table, as_at: date, area: str, schools: Mapping[str, SchoolFacts]
) -> pa.Table:
    rows = _newest("exclusions", [each for each in extracts if each.day <= as_at])
    begun = rows.filter(pc.less_equal(rows["starts_on"], pa.scalar(as_at, pa.date32())))
    return _placed(_with_needs(begun, "day", roll).drop_columns(["day"]), area, schools)


def _newest(kind: str, extracts: Sequence[Extract]) -> pa.Table:
    """Of each school and day the newest extract stands. `extracts` from the oldest to the newest."""
    taken: set[tuple[date, str]] = set()
    found = []
    for each in reversed(extracts):
        mine = sorted(urn for urn in each.schools if (each.day, urn) not in taken)
        taken.update((each.day, urn) for urn in mine)
        if mine:
            rows = store.load(each.sha256).cast(SCHEMAS[kind])
            if len(mine) < len(each.schools):
                rows = rows.filter(pc.is_in(rows["urn"], pa.array(mine)))
            found.append(rows.append_column("day", pa.repeat(pa.scalar(each.day, pa.date32()), rows.num_rows)))
    empty = SCHEMAS[kind].append(pa.field("day", pa.date32())).empty_table()
    return pa.concat_tables([empty, *found])


def _placed(rows: pa.Table, area: str, schools: Mapping[str, SchoolFacts]) -> pa.Table:
    encoded = rows["urn"].combine_chunks().dictionary_encode()
    facts = [schools.get(urn) for urn in encoded.dictionary.to_pylist()]
    placed = pa.array([(one.kind or None) if one else None for one in facts], pa.string()).take(encoded.indices)
    district = pa.array([one.district if one else None for one in facts], pa.string()).take(encoded.indices)
    return (
        rows.append_column("placed", placed)
        .append_column("district", district)
        .append_column("area", pa.repeat(pa.scalar(area), rows.num_rows))
    )


def _with_needs(rows: pa.Table, column: str, roll: pa.Table) -> pa.Table:
    """What a row does not say of the pupil is what the census of its term said; null where that did not hold them."""
    days = pc.unique(roll["census_on"]).to_pylist()
    parts = []
    for on in pc.unique(rows[column]).to_pylist():
        some = rows.filter(pc.equal(rows[column], pa.scalar(on, pa.date32())))
        census_on = census_of(on, days)
        parts.append(some if census_on is None else _joined(some, _once(roll, census_on)))
    return pa.concat_tables(parts).select(rows.column_names) if parts else rows


def census_of(term_on: date, days: Iterable[date]) -> date | None:
    """The census that tells who had which support in a term: its own, else January's, else the first, of the same
    school year.
    """
    year = academic_year(term_on)
    same = [day for day in days if academic_year(day) == year]
    return min(same, key=lambda day: (term_of(day) != term_on, day.month != 1, day), default=None)


def _once(roll: pa.Table, census_on: date) -> pa.Table:
    """Each pupil of the day once: the main registration where there is one."""
    told = roll.filter(pc.equal(roll["census_on"], pa.scalar(census_on, pa.date32())))
    ordered = told.sort_by([("child", "ascending"), ("main", "descending"), ("urn", "ascending")])
    children = ordered["child"].combine_chunks()
    first = pc.fill_null(pc.not_equal(children, _shifted(children)), True)
    return ordered.filter(first).select(["child", *FROM_CENSUS])


def _shifted(values: pa.Array) -> pa.Array:
    return pa.concat_arrays([pa.nulls(min(1, len(values)), values.type), values.slice(0, max(len(values) - 1, 0))])


def _joined(rows: pa.Table, census: pa.Table) -> pa.Table:
    places = pc.index_in(rows["child"], census["child"])
    told: dict[str, Any] = {name: census[name].combine_chunks().take(places.combine_chunks()) for name in FROM_CENSUS}
    columns = {name: pc.coalesce(rows[name], told[name]) if name in told else rows[name] for name in rows.column_names}
    return pa.table(columns)
