"""Reads what is a list, not a table of figures: neighbours and inspections. And the tribunal's printed table."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from goldenthread.measure.benchmarks import packaged
from goldenthread.measure.benchmarks.headlines import HEADLINES
from goldenthread.measure.benchmarks.importer import inspections, tribunal
from goldenthread.measure.benchmarks.importer.lait import neighbours_of

from . import release
from .opening import CannotLoad, Member
from .shapes import Shape
from .taking import Taking
from .times import MONTHS

Row = Mapping[str, str]
READERS: Mapping[Shape, Callable[[Iterable[Row], str], Iterator[dict[str, str]]]] = {
    Shape.INSPECTIONS_2016: inspections.of_2016,
    Shape.INSPECTIONS_2023: inspections.of_2023,
    Shape.INSPECTIONS_LIST: inspections.of_list,
}
FIRST_LINE = 2


def neighbours(member: Member, version: str, taking: Taking) -> list[dict[str, str]]:
    """Kept aside: an area or a neighbour that no area of ours is."""
    found = []
    for line, row in enumerate(_rows(member.path), FIRST_LINE):
        taking.rows += 1
        for one in neighbours_of(row, version):
            unknown = [code for code in (one["area"], one["neighbour"]) if code not in packaged.areas()]
            if unknown:
                taking.set_aside(member.stem, line, "", ", ".join(unknown), "no area of England has this number")
            else:
                found.append(one)
    return found


def version_of(name: str, given: str) -> str:
    """The year and month of a list, as given or as its file's name tells it. Raises CannotLoad."""
    if re.fullmatch(r"\d{4}-\d\d", given):
        return given
    months = "|".join(MONTHS)
    if (told := re.search(rf"({months})[ _-]*(\d{{4}})", name.casefold())) is not None:
        return f"{told[2]}-{MONTHS.index(told[1]) + 1:02}"
    raise CannotLoad(f"{name} does not say when its list was made. Give its year and month: --version 2025-05.")


def inspected(member: Member, shape: Shape, source: str, taking: Taking) -> list[dict[str, str]]:
    """Kept aside: a row of no area that we know, and one without a day of publication."""
    found = []
    for line, row in enumerate(READERS[shape](_rows(member.path), source), FIRST_LINE):
        taking.rows += 1
        if not row["area"]:
            taking.set_aside(member.stem, line, "", "", "no area of England is known by its code or name")
        elif not row["published_on"]:
            taking.set_aside(member.stem, line, "", row["area"], "no day of publication is given")
        else:
            found.append(row)
            if not row["outcome"]:
                taking.note(f"{packaged.areas()[row['area']].name}: its outcome was not read from the report.")
    return found


def appeals(member: Member, source: str, taking: Taking) -> None:
    """The tribunal's table, all years of it."""
    with member.path.open(encoding="utf-8", newline="") as stream:
        rows = list(tribunal.of_table(csv.reader(stream), source, since="0"))
    taking.rows += len({row.area for row in rows})
    taking.measures.update({code: HEADLINES[code] for code in {row.measure for row in rows}})
    for row in rows:
        if row.area not in packaged.areas():
            taking.set_aside(member.stem, 0, row.measure, row.area, "no area of England has this number")
    known = [row for row in rows if row.area in packaged.areas()]
    taking.fill("figures", (release.figure(row) for row in known))


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)
