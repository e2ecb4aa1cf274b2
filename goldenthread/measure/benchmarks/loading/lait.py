"""Reads LAIT's long table, packed or plain, and its dictionary of measures."""

# ruff: noqa: S608  columns go by their numbers: no text of a file is ever part of a statement

import csv
from collections.abc import Mapping
from pathlib import Path

from goldenthread.measure.benchmarks import loaded, packaged
from goldenthread.measure.benchmarks.importer.lait import WIDER, WRONG_THERE, described
from goldenthread.measure.benchmarks.measures import Measure, Polarity, Unit
from goldenthread.measure.benchmarks.periods import PeriodKind
from goldenthread.measure.benchmarks.symbols import Status

from .opening import Member
from .taking import Taking

# Why a row is kept aside, the first that holds; the words stand in the list as they are here.
REASONS = (
    ("area is null", "no area of England has this LA Number"),
    ("measure is null", "no measure is named"),
    (
        " or ".join(f"(measure = '{code}' and area = '{area}' and value is not null)" for code, area in WRONG_THERE),
        "England’s figure is wrong in LAIT: a sum of regional rates",
    ),
    (
        "value is null and cell is not null and not is_symbol(cell)",
        "neither a number nor a symbol used in official tables",
    ),
    ("place > 1", "the same measure, area and period as a row above"),
)


def take(member: Member, taking: Taking, told: Mapping[str, Measure]) -> None:
    """`told` is what a dictionary loaded with it says of the measures; else one loaded before tells, or the package."""
    source = "read_parquet(?)" if member.path.suffix == ".parquet" else "read_csv(?, all_varchar = true, header = true)"
    engine = taking.engine
    engine.execute("create table areas (number varchar, area varchar)")
    own = {code: code for code, place in packaged.areas().items() if place.kind in packaged.RANKED}
    taking.fill("areas", (own | WIDER).items())
    why = " ".join(f"when {which} then '{words}'" for which, words in REASONS)
    engine.execute(
        f"""
        create table cells as
        select *, case {why} end as reason
        from (
            select row_number() over () + 1 as line, "Short Desc" as measure, "Years" as period, trim("Values") as cell,
                   number(trim("Values")) as value, area, "LA and Regions" as name,
                   row_number() over (partition by "Short Desc", "Years", "LA Number") as place
            from {source}
            left join areas on number = cast(try_cast("LA Number" as double)::bigint as varchar)
        )
        """,
        [str(member.path)],
    )
    engine.execute(
        "insert into aside select ?, line, measure, concat_ws(', ', name, period, cell), reason from cells "
        "where reason is not null",
        [member.stem],
    )
    _figures(taking, told)


def dictionary(path: Path) -> Mapping[str, Measure]:
    """What LAIT's dictionary says of each measure, by its short code."""
    with path.open(encoding="utf-8-sig", newline="", errors="replace") as stream:
        return {row["code"]: _measure(row) for row in map(described, csv.DictReader(stream)) if row["code"]}


def _figures(taking: Taking, told: Mapping[str, Measure]) -> None:
    engine = taking.engine
    (taking.rows,) = engine.execute("select count(*) from cells").fetchone() or (0,)
    taking.measures.update(_measures(taking, told))
    engine.execute("create table kinds (measure varchar, kind varchar)")
    taking.fill("kinds", ((code, measure.period_kind.value) for code, measure in taking.measures.items()))
    engine.execute(f"""
        insert into figures
        select measure, area, period, kind, '', value, null, null,
               case when value is not null then '{Status.PUBLISHED.value}'
                    when cell is null then '{Status.MISSING.value}' else symbols.status end
        from cells join kinds using (measure) left join symbols on symbols.text = lower(cell)
        where reason is null
    """)


def _measures(taking: Taking, told: Mapping[str, Measure]) -> dict[str, Measure]:
    known = {**loaded.measures(), **packaged.measures(), **told}
    rows = taking.engine.execute("select distinct measure from cells where reason is null order by 1").fetchall()
    if any(code not in known for (code,) in rows):
        taking.note("Some measures are not in a dictionary at hand: load lait_data_dictionary.csv with this file.")
    return {code: known.get(code) or _unknown(code) for (code,) in rows}


def _unknown(code: str) -> Measure:
    return Measure(code, code, PeriodKind.YEAR, Unit.AS_PUBLISHED, Polarity.NEUTRAL, lait=code)


def _measure(row: Mapping[str, str]) -> Measure:
    return Measure(
        code=row["code"],
        title=row["title"],
        period_kind=PeriodKind(row["period_kind"]),
        unit=Unit.AS_PUBLISHED,
        polarity=Polarity(row["polarity"]),
        lait=row["code"],
        banded=row["banded"] == "yes",
        axis=row["axis"],
    )
