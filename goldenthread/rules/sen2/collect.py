"""Reading COLLECT's nine CSV files, joined by their tableid columns: streamed where in order, else indexed."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from goldenthread.rules.problems import Problem
from goldenthread.rules.sen2 import persons
from goldenthread.rules.sen2.collection import Sen2Fault, collection_of
from goldenthread.rules.sen2.fields import CHILDREN, COLUMNS, TABLES
from goldenthread.rules.sen2.persons import Row, Sen2File
from goldenthread.rules.sen2.writer import key_of

_BOOK_KEEPING = ("tableid", "nativeid", "orderseqcolumn")  # COLLECT's own columns


def read_collect_csv(files: Mapping[str, TextIO]) -> Sen2File:
    """The return in CSV files, by table name (`sen2`, `person`, …), each opened with newline="". Raises Sen2Fault.

    Every row has a `line`, its row in its own file. Files may be left out, except sen2 and person.
    """
    missing = [name for name in ("sen2", "person") if name not in files]
    if missing:
        raise Sen2Fault(f"The CSV file of {' and of '.join(missing)} is not there. Give all of COLLECT's nine files.")
    notes: list[Problem] = []
    header = next(_rows("sen2", files["sen2"], notes), None)
    if header is None:
        raise Sen2Fault("The CSV file of sen2 holds no row, so that the year is not known. Export the return again.")
    text = {column: value for column, value in header.items() if column in COLUMNS["sen2"]}
    collection_of(text)
    return Sen2File(text, _persons(files, notes), notes)


def _persons(files: Mapping[str, TextIO], notes: list[Problem]) -> Iterator[Row]:
    ordered = {"person"} if _ascending(files["person"], key_of("person"), strictly=True) else set()
    below: dict[str, _Below] = {}
    for name in TABLES:
        parent = TABLES[name].parent
        if name in ("sen2", "person") or name not in files:
            continue
        if _ascending(files[name], key_of(name), strictly=True):
            ordered.add(name)
        streamed = parent in ordered and _ascending(files[name], key_of(parent), strictly=False)
        below[name] = _Below(name, _rows(name, files[name], notes), notes, streamed=streamed)
    for person in _rows("person", files["person"], notes):
        yield _complete("person", person, below)
    for each in below.values():
        each.finish()


def _complete(table: str, row: Row, below: Mapping[str, "_Below"]) -> Row:
    """A row with the rows below it hung on, and without the keys that joined them."""
    key = row.pop(key_of(table), "")
    row.pop(key_of(TABLES[table].parent), None)
    for child in CHILDREN[table]:
        if child.name not in below or not key:
            continue
        found = [_complete(child.name, each, below) for each in below[child.name].of(key)]
        if found and child.many:
            row[child.name] = found
        elif found:
            row[child.name] = found[0]
            below[child.name].surplus(found[1:])
    return row


class _Below:
    """The rows of one table, asked for by their parent's key: in step with the parents, or else all held in memory."""

    def __init__(self, table: str, rows: Iterator[Row], notes: list[Problem], *, streamed: bool) -> None:
        self._table, self._rows, self._notes, self._streamed = table, rows, notes, streamed
        self._key = key_of(TABLES[table].parent)
        self._next: Row | None = next(rows, None) if streamed else None
        self._held: dict[str, list[Row]] = {} if streamed else _by_key(rows, self._key)

    def of(self, key: str) -> list[Row]:
        if not self._streamed:
            return self._held.pop(key, [])
        found: list[Row] = []
        while self._next is not None and int(self._next[self._key]) <= int(key):
            if int(self._next[self._key]) == int(key):
                found.append(self._next)
            else:
                self._orphan(self._next)
            self._next = next(self._rows, None)
        return found

    def surplus(self, rows: Iterable[Row]) -> None:
        self._notes.extend(persons.repeated(self._table, self._table, row["line"]) for row in rows)

    def finish(self) -> None:
        """Say which rows no parent asked for."""
        left = (
            [self._next, *self._rows]
            if self._next is not None
            else [row for rows in self._held.values() for row in rows]
        )
        for row in left:
            self._orphan(row)

    def _orphan(self, row: Row) -> None:
        key = row.get(self._key, "")
        parent = TABLES[self._table].parent
        message = f"This row of {self._table} belongs to no row of {parent}, and was left out"
        what_to_do = f"Give the {parent} file of the same export, or take the row out."
        self._notes.append(
            Problem(persons.ORPHAN, "error", message, self._table, row["line"], self._key, key, what_to_do)
        )


def _by_key(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    held: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        held[row.get(key, "")].append(row)
    return dict(held)


def _rows(table: str, stream: TextIO, notes: list[Problem]) -> Iterator[Row]:
    """The rows of a file, empty cells left out. `line` counts rows as a spreadsheet does: the headings are row 1."""
    reader = csv.reader(stream)
    columns = [name.strip().lower() for name in next(reader, [])]
    known = {column for column in columns if column in COLUMNS[table] or column.endswith(_BOOK_KEEPING)}
    notes.extend(persons.unknown(table, column, 1) for column in columns if column not in known and column)
    for line, cells in enumerate(reader, start=2):
        row: Row = {
            name: text for name, cell in zip(columns, cells, strict=False) if name in known and (text := cell.strip())
        }
        if row:
            row["line"] = line
            yield row


def _ascending(stream: TextIO, column: str, *, strictly: bool) -> bool:
    """Whether a column holds whole numbers that only rise. A stream that cannot go back to its start is not asked."""
    if not stream.seekable():
        return False
    start = stream.tell()
    try:
        return _rises((row.get(column) or "" for row in _lowered(stream)), strictly=strictly)
    finally:
        stream.seek(start)


def _lowered(stream: TextIO) -> Iterator[dict[str, str]]:
    reader = csv.reader(stream)
    columns = [name.strip().lower() for name in next(reader, [])]
    return (dict(zip(columns, cells, strict=False)) for cells in reader if cells)


def _rises(values: Iterable[str], *, strictly: bool) -> bool:
    last = -1
    for value in values:
        if not value.isdecimal() or int(value) < last + strictly:
            return False
        last = int(value)
    return True
