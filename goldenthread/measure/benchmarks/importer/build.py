"""Makes the package's compact tables from the official files. The same files always make the same bytes."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from goldenthread.measure.benchmarks.areas import ENGLAND, LONDON
from goldenthread.measure.benchmarks.changes import TABLE as CHANGES
from goldenthread.measure.benchmarks.headlines import HEADLINES
from goldenthread.measure.benchmarks.packaged import member_name
from goldenthread.measure.benchmarks.sources import EES, LAIT, SOURCES
from goldenthread.measure.benchmarks.symbols import Status, read_cell

from . import dashboard, ees, inspections, lait, residents, tribunal
from .rows import HeadlineRow, with_share

AREA_COLUMNS = ("code", "ons_code", "name", "kind", "region", "part", "residents_0_25")
HEADLINE_COLUMNS = ("area", "period", "category", "numerator", "denominator", "value", "status", "source")
PARTS = {"Inner London": "E13000001", "Outer London": "E13000002"}
SINCE = "2018"
Key = tuple[str, str, str]  # area, period, category
EPOCH = (1980, 1, 1, 0, 0, 0)  # a fixed stamp: the bytes must not tell when they were made


class MissingFiles(FileNotFoundError):
    """The folder lacks official files that the tables are made of; the text names them."""


def build(folder: Path) -> dict[str, bytes]:
    """Every table of the package, by file name. Raises MissingFiles."""
    if absent := [source.file for source in SOURCES.values() if not (folder / source.file).is_file()]:
        raise MissingFiles(
            f"{folder} lacks {len(absent)} of the official files: {', '.join(absent)}. "
            "docs/data-sources.md says where each is published."
        )
    series = lait.series(folder)
    return {
        "areas.csv": _table(AREA_COLUMNS, _areas(folder)),
        "inspections.csv": _plain(inspections.rows(folder)),
        CHANGES.name: CHANGES.read_bytes(),  # ours, by hand: no file tells it
        "lait_measures.csv": _plain(lait.measure_rows(folder)),
        "neighbours.csv": _plain(lait.neighbour_rows(folder)),
        "headlines.zip": _archive({code: _headline(rows) for code, rows in _headlines(folder, series).items()}),
        "lait.zip": _archive({code: _lait(one) for code, one in series.items()}),
    }


def write(tables: Mapping[str, bytes], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in tables.items():
        (folder / name).write_bytes(content)


def _headlines(folder: Path, series: Mapping[str, lait.Series]) -> dict[str, list[HeadlineRow]]:
    found: dict[str, dict[Key, HeadlineRow]] = {code: {} for code in HEADLINES}
    for row in chain(dashboard.headline_rows(folder), ees.headline_rows(folder), tribunal.headline_rows(folder)):
        found[row.measure][row.area, row.period, row.category] = row
    for code, measure in HEADLINES.items():
        if measure.lait:
            _fill(code, found[code], series[measure.lait])
    return {code: [with_share(rows[key], HEADLINES[code]) for key in sorted(rows)] for code, rows in found.items()}


def _fill(code: str, rows: dict[Key, HeadlineRow], series: lait.Series) -> None:
    """Where a release prints no figure, but LAIT does, LAIT's is the published one; the release's counts stay."""
    for area, cells in series.cells.items():
        for period, cell in cells.items():
            key, (value, _) = (area, period, ""), read_cell(cell)
            if value is None or period < SINCE:
                continue
            if key not in rows:
                rows[key] = HeadlineRow(code, area, period, value, None, None, Status.PUBLISHED, LAIT.code)
            elif rows[key].value is None:
                sources = f"{rows[key].source}+{LAIT.code}"
                rows[key] = replace(rows[key], value=value, status=Status.PUBLISHED, source=sources)


def _areas(folder: Path) -> Iterator[Sequence[str]]:
    with zipfile.ZipFile(folder / EES.file) as release:
        rows = list(ees.totals(release, "caseload"))
    regions = {
        row["region_name"].casefold(): (row["region_code"], row["region_name"]) for row in rows if row["region_code"]
    }
    ons = {row["old_la_code"]: row["new_la_code"] for row in rows}
    last = max(row["time_period"] for row in rows)
    today = {row["old_la_code"] for row in rows if row["time_period"] == last}
    people = residents.aged_0_to_25(folder)
    yield ENGLAND, ENGLAND, "England", "country", "", "", ""
    for code, name in sorted(regions.values()):
        yield code, code, name, "region", "", "", ""
    for name, code in PARTS.items():
        yield code, code, name, "part of a region", LONDON, "", ""
    for row in sorted(lait.area_rows(folder), key=lambda row: row["LA Number"]):
        code, part = row["LA Number"], PARTS.get(row["Region"], "")
        region = LONDON if part else regions[row["Region"].casefold()][0]
        kind = "area" if code in today else "former area"
        yield code, ons.get(code, ""), row["LA Name"], kind, region, part, people.get(code, "")


def _headline(rows: Iterable[HeadlineRow]) -> bytes:
    return _table(
        HEADLINE_COLUMNS,
        (
            (r.area, r.period, r.category, _text(r.numerator), _text(r.denominator), _text(r.value), r.status, r.source)
            for r in rows
        ),
    )


def _lait(series: lait.Series) -> bytes:
    labels = sorted(series.labels)
    lines = ((area, *(cells.get(label, "") for label in labels)) for area, cells in sorted(series.cells.items()))
    return _table(("area", *labels), lines)


def _plain(rows: Iterable[Mapping[str, str]]) -> bytes:
    every = list(rows)
    return _table(tuple(every[0]), (tuple(row.values()) for row in every))


def _table(columns: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(lines)
    return text.getvalue().encode("utf-8")


def _archive(members: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for code in sorted(members):
            member = zipfile.ZipInfo(member_name(code), EPOCH)
            archive.writestr(member, members[code], zipfile.ZIP_DEFLATED, 9)
    return packed.getvalue()


def _text(number: float | None) -> str:
    return "" if number is None else repr(number).removesuffix(".0")
