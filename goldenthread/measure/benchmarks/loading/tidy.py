"""Reads a data file of explore education statistics, or one prepared like it: a row a place, period and breakdown.

Everything is text until it is understood: a number, a symbol that stands for one, or kept aside with its line.
"""

# ruff: noqa: S608  columns go by their numbers: no text of a file is ever part of a statement

from collections.abc import Mapping, Sequence

from goldenthread.measure.benchmarks.measures import Measure, Polarity, Unit
from goldenthread.measure.benchmarks.places import Found, Place, find
from goldenthread.measure.benchmarks.symbols import Status

from . import csvs
from .opening import CannotLoad, Member
from .roles import Roles, Tally, identifying, roles, slug
from .taking import Taking
from .times import period

EVERYBODY = ("total", "all", "all pupils", "all children", "all schools", "all phases")
KNOWN = "number(cell) is not null or cell is null or is_symbol(cell)"
NHS_LEVELS = ("organisation type", "data_level")
PLACE_PARTS = ("level", "number", "ons", "name", "region_code", "region_name", "unit")


def take(member: Member, headings: Sequence[str], taking: Taking) -> Roles:
    """Adds the file's figures. Its rows stay in the table `raw`, numbered, until the next file. Raises CannotLoad."""
    csvs.read(member, headings, taking)
    named = identifying(headings)
    tallies = _tallies(headings, taking)
    found = roles(headings, named, tallies, member.meta)
    _places(named, headings, taking)
    _periods(named, headings, taking)
    _keyed(found, headings, taking)
    _rows_aside(member.stem, taking)
    codes = _described(member.stem, found, taking)
    _names(found, codes, headings, taking)
    _figures(found, taking)
    if not all(tallies[column].is_clear for column in found.indicators):
        _cells_aside(member.stem, found, taking)
    return found


def _tallies(headings: Sequence[str], taking: Taking) -> list[Tally]:
    columns = ", ".join(
        f"count(c{n}), count(number(c{n})), count(c{n}) filter (is_symbol(c{n}))" for n in range(len(headings))
    )
    counts = taking.engine.execute(f"select {columns} from raw").fetchone() or ()
    return [Tally(*counts[3 * n : 3 * n + 3]) for n in range(len(headings))]


def _part(named: Mapping[str, int], part: str) -> str:
    return f"coalesce(c{named[part]}, '')" if part in named else "''"


def _places(named: Mapping[str, int], headings: Sequence[str], taking: Taking) -> None:
    """Which area each distinct naming of a place is. A school is one by its own number, in no area's name."""
    parts = [_part(named, part) for part in PLACE_PARTS]
    rows = taking.engine.execute(f"select distinct {', '.join(parts)} from raw").fetchall()
    taking.engine.execute("create or replace table places (key varchar, area varchar, why varchar)")
    of_nhs = any(heading.casefold() in NHS_LEVELS for heading in headings)
    found = []
    for row in rows:
        place = _found(row, of_nhs)
        if place.note:
            taking.note(place.note)
        found.append(["\x1f".join(row), place.code, place.why])
    taking.fill("places", found)


def _found(row: tuple[str, ...], of_nhs: bool) -> Found:
    """The NHS's regions are not the nation's nine, though some have their names."""
    level, *parts, unit = row
    place = find(Place("NHS region" if of_nhs and level.casefold() == "region" else level, *parts))
    known = place.code.partition(": ")
    return Found(f"{known[0]}: {unit}") if known[1] and unit else place


def _periods(named: Mapping[str, int], headings: Sequence[str], taking: Taking) -> None:
    rows = taking.engine.execute(
        f"select distinct {_part(named, 'time')}, {_part(named, 'identifier')} from raw"
    ).fetchall()
    names = ", ".join(f"{name} varchar" for name in ("time", "identifier", "label", "kind"))
    taking.engine.execute(f"create or replace table periods ({names})")
    heading = headings[named["time"]]
    told = [(time, identifier, period(time, identifier, heading)) for time, identifier in rows]
    taking.fill("periods", ([time, identifier, *(found or ("", ""))] for time, identifier, found in told))


def _keyed(found: Roles, headings: Sequence[str], taking: Taking) -> None:
    """Each row with its area, period and category, which leaves out words for everybody while it stays plain."""
    place = ", ".join(_part(found.named, part) for part in PLACE_PARTS)
    taking.engine.execute(f"""
        create or replace table keyed as
        select raw.*, places.area, places.why, periods.label, periods.kind,
               {_category(found, headings, True)} as category, {_category(found, headings, False)} as whole
        from raw
        join places on places.key = concat_ws('\x1f', {place})
        join periods on periods.time = {_part(found.named, "time")}
                    and periods.identifier = {_part(found.named, "identifier")}
    """)
    (twice,) = taking.engine.execute(
        "select count(*) - count(distinct (area, label, kind, category)) from keyed where area <> '' and label <> ''"
    ).fetchone() or (0,)
    if twice:
        taking.engine.execute("update keyed set category = whole")


def _category(found: Roles, headings: Sequence[str], short: bool) -> str:
    if not found.filters:
        return "''"
    plain = [heading.casefold() for heading in headings]
    cells = [f"coalesce(c{n}, '')" for n in found.filters]
    if short:
        words = ", ".join(f"'{word}'" for word in EVERYBODY)
        cells = [f"case when lower({cell}) in ({words}) then '' else {cell} end" for cell in cells]
    text = f"array_to_string(list_filter([{', '.join(cells)}], lambda x: x <> ''), ' / ')"
    if short and {"breakdown_topic", "breakdown"} <= set(plain):
        topic, part = plain.index("breakdown_topic"), plain.index("breakdown")
        return f"case when c{topic} = c{part} then '' else {text} end"
    return text


def _rows_aside(stem: str, taking: Taking) -> None:
    taking.engine.execute("insert into aside select ?, line, '', '', why from keyed where area = ''", [stem])
    taking.engine.execute(
        "insert into aside select ?, line, '', '', 'no year can be read in the period' from keyed "
        "where area <> '' and label = ''",
        [stem],
    )
    taking.engine.execute("delete from keyed where area = '' or label = ''")
    taking.engine.execute(
        "insert into aside select ?, line, '', '', 'the same place, period and breakdown as a row above' from keyed "
        "qualify row_number() over (partition by area, label, kind, category order by line) > 1",
        [stem],
    )
    taking.engine.execute(
        "delete from keyed where line in (select line from keyed "
        "qualify row_number() over (partition by area, label, kind, category order by line) > 1)"
    )


def _described(stem: str, found: Roles, taking: Taking) -> dict[int, str]:
    """A code for each column of figures, such as caseload.ehcplans; and what is known of it."""
    kinds = taking.engine.execute("select kind from keyed group by kind order by count(*) desc limit 1").fetchone()
    if kinds is None:
        raise CannotLoad("no row has both a place in England and a period that we can read.")
    plain = taking.engine.execute("select 1 from keyed where category = '' limit 1").fetchone()
    codes: dict[int, str] = {}
    for column in found.indicators:
        code = f"{stem}.{slug(found.titles[column])}"
        codes[column] = code if code not in taking.measures else f"{code}_{column}"
        taking.measures[codes[column]] = Measure(
            code=codes[column],
            title=found.titles[column],
            period_kind=csvs.kind(kinds[0]),
            unit=Unit.AS_PUBLISHED,
            polarity=Polarity.NEUTRAL,
            axis=found.units[column],
            by="" if plain else "breakdown",
        )
    return codes


def _names(found: Roles, codes: Mapping[int, str], headings: Sequence[str], taking: Taking) -> None:
    taking.engine.execute("create or replace table names (c varchar, measure varchar, heading varchar)")
    taking.fill("names", ([f"c{n}", codes[n], headings[n]] for n in found.indicators))


def _figures(found: Roles, taking: Taking) -> None:
    taking.engine.execute(f"""
        insert into figures
        select measure, area, label, kind, category, number(cell), null, null,
               case when number(cell) is not null then '{Status.PUBLISHED.value}'
                    when cell is null then '{Status.MISSING.value}' else symbols.status end
        from {_long(found)} left join symbols on symbols.text = lower(cell)
        where {KNOWN}
    """)


def _cells_aside(stem: str, found: Roles, taking: Taking) -> None:
    taking.engine.execute(
        "insert into aside select ?, line, heading, cell, 'neither a number nor a symbol used in official tables' "
        f"from {_long(found)} where not ({KNOWN})",
        [stem],
    )


def _long(found: Roles) -> str:
    """A row for each cell of figures."""
    columns = ", ".join(f"c{n}" for n in found.indicators)
    return f"""(
        select line, area, label, kind, category, measure, heading, cell
        from (select line, area, label, kind, category, {columns} from keyed)
        unpivot include nulls (cell for c in ({columns}))
        join names using (c)
    )"""
