"""One table out of a CSV file or a workbook, whatever its code page, and a guess at which column is which."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import python_calamine
from rapidfuzz import fuzz, process

from .source import Refused, Upload

LIKE_ENOUGH = 86  # out of 100; below it a column is not guessed
DAY_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%d %B %Y", "%d %b %Y", "%Y-%m-%dT%H:%M:%S")
MOST_ROWS = 1_000_000


@dataclass(frozen=True)
class Sheet:
    """`rows` pairs each row with the number that a person finds beside it in the file; the headings are row 1."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]


def read(upload: Upload) -> Sheet:
    """The first table of a CSV file or workbook, every cell as text without outer spaces. Raises Refused when there
    is none.
    """
    found = _workbook(upload) if upload.first(2) == b"PK" else _csv(text(upload))
    try:
        numbered = [(number, [cell.strip() for cell in row]) for number, row in enumerate(found, start=1)]
    except csv.Error as fault:
        raise Refused(
            "This file has a cell of more than 100,000 letters, as a quotation mark that is never closed makes one. "
            "Look for it, and export the file again."
        ) from fault
    filled = [(number, row) for number, row in numbered if any(row)]
    if not filled:
        raise Refused("This file holds no rows. Export it again, with its headings in the first row.")
    columns = tuple(filled[0][1])
    return Sheet(columns, tuple((number, dict(zip(columns, row, strict=False))) for number, row in filled[1:]))


def text(upload: Upload) -> str:
    with upload.open() as stream:
        return decoded(stream.read())


def decoded(content: bytes) -> str:
    """UTF-8 or UTF-16 where it says so or reads as such, else the Windows code page that Excel writes."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def headings(upload: Upload) -> tuple[str, ...]:
    """The headings alone, cheaply; empty for a file that is no table."""
    start = upload.first(65_536)
    if start[:2] == b"PK":
        try:
            return read(upload).columns
        except Refused:
            return ()
    is_utf16 = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    if start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"<", b"{")) or (b"\0" in start[:64] and not is_utf16):
        return ()
    rows = _csv(start.decode("utf-16" if is_utf16 else "utf-8-sig", errors="replace"))
    return tuple(cell.strip() for cell in next(rows, []))


def guess(columns: Sequence[str], wanted: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """{our name: their heading} for each of ours that was found. Exact words go first, then the nearest spelling."""
    found: dict[str, str] = {}
    plain = {heading: _plain(heading) for heading in columns if heading}
    for name, known_as in wanted.items():
        aliases = [_plain(alias) for alias in (name, *known_as)]
        exact = [heading for alias in aliases for heading, said in plain.items() if said == alias]
        if exact and exact[0] not in found.values():
            found[name] = exact[0]
    for name, known_as in wanted.items():
        free = {heading: said for heading, said in plain.items() if heading not in found.values()}
        if name not in found and (heading := _nearest([_plain(alias) for alias in (name, *known_as)], free)):
            found[name] = heading
    return found


def day(cell: str) -> date | None:
    """The date in a cell, None for an empty one. Days come before months, as in England. Raises ValueError when it
    is no date.
    """
    if not cell:
        return None
    for form in DAY_FORMATS:
        try:
            return datetime.strptime(cell, form).date()  # noqa: DTZ007  (a day has no time zone)
        except ValueError:
            continue
    raise ValueError(f"{cell} is not a date.")


def _nearest(aliases: Sequence[str], free: Mapping[str, str]) -> str | None:
    scored = [
        (match[1], match[2])
        for alias in aliases
        if (match := process.extractOne(alias, free, scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH))
    ]
    return max(scored)[1] if scored else None


def _plain(heading: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", heading.lower()).strip()


def _csv(content: str) -> Iterator[list[str]]:
    first = content.partition("\n")[0]
    delimiter = max(",;\t|", key=first.count)
    return csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)


def _workbook(upload: Upload) -> Iterator[list[str]]:
    try:
        with upload.open() as stream:
            rows = python_calamine.load_workbook(stream).get_sheet_by_index(0).to_python(nrows=MOST_ROWS)
    except (python_calamine.CalamineError, OSError, ValueError, IndexError) as fault:
        raise Refused("This workbook cannot be read. Open it in Excel, save it as .xlsx and bring it again.") from fault
    return ([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
