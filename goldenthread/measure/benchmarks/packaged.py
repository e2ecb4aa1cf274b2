"""The compact tables that the package carries, read a measure at a time and kept. importer/build.py makes them."""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import cast
from urllib.parse import quote

from .areas import Kind, PublishedArea
from .figures import Figure
from .headlines import HEADLINES
from .measures import Measure, Polarity, Unit
from .periods import Period, PeriodKind
from .sources import LAIT
from .symbols import Status, read_cell

FOLDER = Path(__file__).parent / "data"
RANKED = ("area", "former area")  # DfE ranks every area it lists; one that has gone has no recent value
COMPARED = ("Children with SEN", "All Pupil Absence & Exclusions")  # LAIT's topics that `goldenthread compare` lists
Row = Mapping[str, str]


class UnknownMeasure(LookupError):
    """No published figures are carried under this code; the text says which are."""


@cache
def areas() -> Mapping[str, PublishedArea]:
    return {
        row["code"]: PublishedArea(
            *(row["code"], row["ons_code"], row["name"], cast(Kind, row["kind"]), row["region"], row["part"]),
            _whole(row["residents_0_25"]),
        )
        for row in _plain("areas.csv")
    }


@cache
def neighbour_rows() -> tuple[Row, ...]:
    return tuple(_plain("neighbours.csv"))


@cache
def measures() -> Mapping[str, Measure]:
    """Every measure carried, by code: our headlines, then those of LAIT by their short codes."""
    return HEADLINES | {row["code"]: _of_lait(row) for row in _plain("lait_measures.csv")}


@cache
def figures(code: str, area: str) -> tuple[Figure, ...]:
    """One area's figures, earliest first. Raises UnknownMeasure."""
    shape = _headline if code in HEADLINES else _of_year
    found = (figure for row in _rows(code).get(area, ()) for figure in shape(measures()[code], row))
    return tuple(sorted(found, key=lambda figure: (figure.period.order, figure.category)))


def figure(code: str, area: str, label: str, category: str) -> Figure | None:
    """One figure, without making the others."""
    for row in _rows(code).get(area, ()):
        if code in HEADLINES:
            if (row["period"], row["category"]) == (label, category):
                return next(_headline(measures()[code], row))
        elif label in row and not category:
            return _of_cell(measures()[code], row, label)
    return None


@cache
def values(code: str, label: str, category: str) -> tuple[float, ...]:
    """What every area that has a value published for one period."""
    ranked = (area for area, place in areas().items() if place.kind in RANKED)
    found = (_cell(code, row, label, category) for area in ranked for row in _rows(code).get(area, ()))
    return tuple(value for value in found if value is not None)


@cache
def last_label(code: str) -> str:
    """The last period that the measure is published for, anywhere."""
    rows = [row for every in _rows(code).values() for row in every]
    labels = {row["period"] for row in rows} if code in HEADLINES else list(rows[0])[1:]
    return max(labels, key=lambda label: Period(label, measures()[code].period_kind).order)


def member_name(code: str) -> str:
    """The file in the archive that holds a measure: LAIT's short codes carry slashes and per cent signs."""
    return quote(code, safe="") + ".csv"


@cache
def _rows(code: str) -> Mapping[str, tuple[Row, ...]]:
    if code not in measures():
        raise UnknownMeasure(
            f"No published figures are carried for “{code}”. Give one of {', '.join(HEADLINES)}, or a LAIT short code."
        )
    packed = _archive("headlines.zip" if code in HEADLINES else "lait.zip")
    lines = csv.reader(io.StringIO(packed.read(member_name(code)).decode("utf-8")))
    heading = next(lines)
    found: dict[str, list[Row]] = {}
    for line in lines:
        found.setdefault(line[0], []).append(dict(zip(heading, line, strict=True)))
    return {area: tuple(rows) for area, rows in found.items()}


@cache
def _archive(name: str) -> zipfile.ZipFile:
    """Held in memory, so that its list of members is read once."""
    return zipfile.ZipFile(io.BytesIO((FOLDER / name).read_bytes()))


def _headline(measure: Measure, row: Row) -> Iterator[Figure]:
    """A headline table has a row for each figure."""
    yield Figure(
        measure=measure,
        area=row["area"],
        period=Period(row["period"], measure.period_kind),
        value=read_cell(row["value"])[0],
        numerator=_whole(row["numerator"]),
        denominator=_whole(row["denominator"]),
        status=Status(row["status"]),
        source=row["source"],
        category=row["category"],
    )


def _of_year(measure: Measure, row: Row) -> Iterator[Figure]:
    """A LAIT table has a row for each area and a column for each period."""
    for label in list(row)[1:]:
        yield _of_cell(measure, row, label)


def _of_cell(measure: Measure, row: Row, label: str) -> Figure:
    value, status = read_cell(row[label])
    return Figure(measure, row["area"], Period(label, measure.period_kind), value, None, None, status, LAIT.code)


def _cell(code: str, row: Row, label: str, category: str) -> float | None:
    if code not in HEADLINES:
        return read_cell(row.get(label))[0]
    return read_cell(row["value"])[0] if (row["period"], row["category"]) == (label, category) else None


def _of_lait(row: Row) -> Measure:
    return Measure(
        code=row["code"],
        title=row["title"],
        period_kind=PeriodKind(row["period_kind"]),
        unit=Unit.AS_PUBLISHED,
        polarity=Polarity(row["polarity"]),
        lait=row["code"],
        banded=row["banded"] == "yes",
        axis=row["axis"],
        compared=row["topic"] in COMPARED,
    )


def _plain(name: str) -> Iterator[Row]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def _whole(cell: str) -> int | None:
    return int(cell) if cell else None
