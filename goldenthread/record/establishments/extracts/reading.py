"""The tables of an upload: a CSV file, a workbook, or a zip of CSV files, with every cell as text."""

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import IO, Any

from goldenthread.foundation.intake import sheet
from goldenthread.foundation.intake.source import Refused, Upload

from .told import Told

START = 65_536
Wanted = Mapping[str, Sequence[str]]
Opened = Callable[[], AbstractContextManager[IO[bytes]]]


@dataclass(frozen=True)
class Part:
    """One table of an upload. `opened` gives its bytes; None for a workbook, which is read whole."""

    name: str
    headings: tuple[str, ...]
    opened: Opened | None
    upload: Upload


def parts(upload: Upload) -> list[Part]:
    """The tables, by their headings alone. Empty for what holds none; a workbook or a CSV file is one."""
    if upload.first(2) != b"PK":
        return [Part(upload.name, sheet.headings(upload), upload.open, upload)]
    with _archive(upload) as archive:
        names = [name for name in archive.namelist() if name.lower().endswith(".csv")]
        if names:
            return [Part(name, _headings(archive, name), _member(upload, name), upload) for name in sorted(names)]
    return [Part(upload.name, sheet.headings(upload), None, upload)]


def _headings(archive: zipfile.ZipFile, name: str) -> tuple[str, ...]:
    with archive.open(name) as stream:
        start = stream.read(START)
    return sheet.headings(Upload(name, len(start), lambda: io.BytesIO(start)))


def _member(upload: Upload, name: str) -> Opened:
    @contextmanager
    def opened() -> Iterator[IO[bytes]]:
        with _archive(upload) as archive, archive.open(name) as member:
            yield member

    return opened


@contextmanager
def _archive(upload: Upload) -> Iterator[zipfile.ZipFile]:
    """Raises Refused also where a table is found damaged, or packed in an unknown way, while it is being read."""
    try:
        with upload.open() as stream, zipfile.ZipFile(stream) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as fault:
        raise Refused("A table in this zip is damaged, and cannot be unpacked. Make the zip again.") from fault


def told(part: Part, wanted: Wanted) -> Told:
    """The part's columns that are wanted, under our names. Raises Refused where there is none of them."""
    columns = sheet.guess(part.headings, wanted)
    if not columns:
        if part.opened is None:
            sheet.read(part.upload)  # says so where it is no workbook at all
        raise Refused(
            f"The first row of {part.name} has none of the headings that we look for, such as "
            f"{', '.join(aliases[0] for aliases in list(wanted.values())[:3])}. Take out what stands above the "
            "headings, or choose another kind of file."
        )
    if part.opened is None:
        return _of_sheet(part, columns)
    return _of_csv(part, columns)


def _of_sheet(part: Part, columns: Mapping[str, str]) -> Told:
    import pyarrow as pa

    found = sheet.read(part.upload)
    numbers = pa.array([number for number, _ in found.rows], pa.int64())
    texts = {
        name: pa.array([cells.get(heading, "") for _, cells in found.rows], pa.string())
        for name, heading in columns.items()
    }
    return Told(part.name, texts, columns, numbers)


def _of_csv(part: Part, columns: Mapping[str, str]) -> Told:
    import pyarrow as pa
    import pyarrow.compute as pc

    ragged: list[Any] = []
    table = _parsed(part, ragged)
    texts = {
        name: pc.utf8_trim_whitespace(table.column(part.headings.index(heading))) for name, heading in columns.items()
    }
    skipped = {row.number for row in ragged}
    numbers = [number for number in range(2, table.num_rows + len(skipped) + 2) if number not in skipped]
    filled = pc.not_equal(pc.binary_join_element_wise(*texts.values(), ""), "")
    kept = {name: column.filter(filled) for name, column in texts.items()}
    found = Told(part.name, kept, columns, pa.array(numbers, pa.int64()).filter(filled))
    found.lost = len(ragged)
    _say_ragged(found, ragged)
    return found


def _say_ragged(found: Told, ragged: Sequence[Any]) -> None:
    if ragged:
        rows = ", ".join(f"{row.number:,}" for row in ragged[:10])
        found.say(
            "PUP1", "error",
            f"{len(ragged):,} rows have more or fewer cells than there are headings, and are kept aside: row {rows}.",
            what_to_do="Look for a comma in a cell that is not in quotation marks, and export the file again.",
        )  # fmt: skip


def _parsed(part: Part, ragged: list[Any]) -> Any:
    """Text in UTF-8, or the Windows code page that Excel writes. Blank lines count as rows, so that numbers fit."""
    import pyarrow as pa

    for encoding in _encodings(part):
        ragged.clear()
        try:
            return _parsed_as(part, encoding, ragged)
        except (pa.ArrowInvalid, UnicodeDecodeError):
            continue
    raise Refused(
        f"The table {part.name} holds no rows, or cannot be read as CSV. Export it again, with its headings in the "
        "first row and its pupils below."
    )


def _parsed_as(part: Part, encoding: str, ragged: list[Any]) -> Any:
    import pyarrow as pa
    from pyarrow import csv

    def aside(row: Any) -> str:
        ragged.append(row)
        return "skip"

    assert part.opened
    names = [f"{place}" for place in range(len(part.headings))]  # headings may repeat
    with part.opened() as stream:
        return csv.read_csv(
            stream,
            csv.ReadOptions(use_threads=False, encoding=encoding, column_names=names, skip_rows=1),
            csv.ParseOptions(
                delimiter=_delimiter(part), newlines_in_values=True, ignore_empty_lines=False,
                invalid_row_handler=aside,
            ),
            csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False, check_utf8=True
            ),
        )  # fmt: skip


def _encodings(part: Part) -> Iterator[str]:
    assert part.opened
    with part.opened() as stream:
        start = stream.read(2)
    yield from ("utf-16",) if start in (b"\xff\xfe", b"\xfe\xff") else ("utf8", "cp1252")


def _delimiter(part: Part) -> str:
    assert part.opened
    with part.opened() as stream:
        first = sheet.decoded(stream.read(START)).partition("\n")[0]
    return max(",;\t|", key=first.count)
