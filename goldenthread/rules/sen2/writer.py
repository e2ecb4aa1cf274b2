"""Writing the return, as XML or as COLLECT's nine CSV files, person by person, in flat memory."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO, TextIO

from lxml import etree

from goldenthread.rules.sen2.fields import CHILDREN, COLUMNS, TABLES, Field
from goldenthread.rules.sen2.persons import Row


def write_xml(stream: BinaryIO, header: Mapping[str, str], persons: Iterable[Row]) -> int:
    """Write the return; how many persons were written. Elements come in the specification's order, one a line."""
    written = 0
    with etree.xmlfile(stream, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("Message"):
            xml.write("\n")
            for part in _header(header):
                xml.write(part, pretty_print=True)
            with xml.element("Persons"):
                xml.write("\n")
                for person in persons:
                    xml.write(_element("person", person), pretty_print=True)
                    written += 1
    return written


def _header(header: Mapping[str, str]) -> Iterator[etree._Element]:
    """Header, then the area's officers where any are named."""
    parts: dict[str, etree._Element] = {}
    for each in COLUMNS["sen2"].values():
        if each.column in header:
            _grow(parts, each).text = header[each.column]
    yield from (part for path, part in parts.items() if "/" not in path)


def _grow(parts: dict[str, etree._Element], each: Field) -> etree._Element:
    """A new element for this field, in its group, which is made where it is not there yet."""
    path = ""
    parent: etree._Element | None = None
    for name in each.group.split("/"):
        path = f"{path}/{name}" if path else name
        if path not in parts:
            parts[path] = etree.Element(name) if parent is None else etree.SubElement(parent, name)
        parent = parts[path]
    assert parent is not None
    return etree.SubElement(parent, each.element)


def _element(table: str, row: Row) -> etree._Element:
    element = etree.Element(TABLES[table].element)
    for column, each in COLUMNS[table].items():
        if value := row.get(column):
            etree.SubElement(element, each.element).text = value
    for below in CHILDREN[table]:
        element.extend([_element(below.name, child) for child in children(row, below.name)])
    return element


def children(row: Row, table: str) -> list[Row]:
    """The rows of one table below a row: none, one, or as many as there are."""
    found = row.get(table)
    if found is None:
        return []
    return found if isinstance(found, list) else [found]


def write_collect_csv(open_file: Callable[[str], TextIO], header: Mapping[str, str], persons: Iterable[Row]) -> int:
    """Write the nine tables; how many persons were written. `open_file` is asked once for each table's name, and its
    streams (opened with newline="") are left to the caller to close. Rows stand in their parents' order."""
    sheets = {name: _Sheet(name, open_file(name)) for name in TABLES}
    top = sheets["sen2"].write(header, None)
    written = 0
    for person in persons:
        _write_below(sheets, "person", person, top)
        written += 1
    return written


def _write_below(sheets: Mapping[str, "_Sheet"], table: str, row: Row, parent: int) -> None:
    key = sheets[table].write(row, parent)
    for below in CHILDREN[table]:
        for child in children(row, below.name):
            _write_below(sheets, below.name, child, key)


class _Sheet:
    """One CSV file being written, which numbers its rows from 1."""

    def __init__(self, table: str, stream: TextIO) -> None:
        parent = TABLES[table].parent
        keys = [key_of(table), *([key_of(parent)] if parent else [])]
        self._writer = csv.DictWriter(stream, [*keys, *COLUMNS[table]], extrasaction="ignore", lineterminator="\r\n")
        self._writer.writeheader()
        self._keys = keys
        self._rows = 0

    def write(self, row: Mapping[str, str], parent: int | None) -> int:
        self._rows += 1
        self._writer.writerow({**row, **dict(zip(self._keys, (self._rows, parent), strict=False))})
        return self._rows


def key_of(table: str) -> str:
    """The column by which a table's rows are known: persontableid, requeststableid, …"""
    return f"{table}tableid"
