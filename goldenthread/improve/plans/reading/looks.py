"""What a workbook's parts tell that its values do not: shades, formulas, merged and hidden cells, when it was saved.

Read straight from the parts, a row at a time: a plan of a thousand actions has forty thousand cells of history.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from posixpath import join, normpath
from typing import Any
from zipfile import ZipFile

from lxml import etree

from goldenthread.improve.plans.reading.palette import colour_of, theme_colours

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SAVED = "{http://purl.org/dc/terms/}modified"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
SAFELY = {"resolve_entities": False, "no_network": True, "huge_tree": False}
Place = tuple[int, int]


@dataclass
class Looks:
    """Of one sheet. Places are (row, column), from 0; `merged` gives first row, first column, last row, last column."""

    fills: dict[Place, str] = field(default_factory=dict)
    formulas: set[Place] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


class Parts:
    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._names = set(archive.namelist())

    @cached_property
    def sheets(self) -> Mapping[str, tuple[str, bool]]:
        """Title → the sheet's part, and whether anybody sees it."""
        root = self._read("xl/workbook.xml")
        parts = {each.get("Id"): _target(each.get("Target", "")) for each in self._read("xl/_rels/workbook.xml.rels")}
        return {
            each.get("name"): (parts.get(each.get(RELATION), ""), each.get("state", "visible") == "visible")
            for each in root.iter(f"{MAIN}sheet")
        }

    @property
    def title(self) -> str:
        found = self._core.find(TITLE) if self._core is not None else None
        return (found.text or "").strip() if found is not None else ""

    @property
    def saved_on(self) -> date | None:
        found = self._core.find(SAVED) if self._core is not None else None
        said = re.match(r"\d{4}-\d\d-\d\d", found.text or "") if found is not None else None
        try:
            return date.fromisoformat(said[0]) if said else None
        except ValueError:
            return None

    def looks(self, title: str) -> Looks:
        """Nothing, where the sheet's part is not where it should be."""
        found, name = Looks(), self.sheets.get(title, ("", True))[0]
        if name not in self._names:
            return found
        tags = tuple(MAIN + each for each in ("row", "f", "mergeCell"))
        with self._archive.open(name) as stream:
            for _, element in etree.iterparse(stream, events=("end",), tag=tags, **SAFELY):
                if element.tag == tags[0]:
                    self._shades(element, found)
                    element.clear()
                elif element.tag == tags[1]:
                    found.formulas.update(_places(element.getparent()))
                else:
                    first, _, last = element.get("ref").partition(":")
                    found.merged.append((*_place(first), *_place(last or first)))
        return found

    def _shades(self, row: Any, found: Looks) -> None:
        shades = self._fills
        for cell in row:
            if shade := shades.get(cell.get("s")):
                found.fills.update(dict.fromkeys(_places(cell), shade))

    @cached_property
    def _fills(self) -> Mapping[str | None, str]:
        """A cell's style, by its number → the shade of its ground, of those that have one."""
        if "xl/styles.xml" not in self._names:
            return {}
        root = self._read("xl/styles.xml")
        theme = theme_colours(self._read("xl/theme/theme1.xml") if "xl/theme/theme1.xml" in self._names else None)
        solid = [
            colour_of(each.find(f"{MAIN}patternFill/{MAIN}fgColor"), theme) if _is_solid(each) else ""
            for each in root.iterfind(f"{MAIN}fills/{MAIN}fill")
        ]
        styles = root.iterfind(f"{MAIN}cellXfs/{MAIN}xf")
        named = ((str(number), int(each.get("fillId", 0))) for number, each in enumerate(styles))
        return {number: solid[fill] for number, fill in named if fill < len(solid) and solid[fill]}

    @cached_property
    def _core(self) -> Any:
        return self._read("docProps/core.xml") if "docProps/core.xml" in self._names else None

    def _read(self, name: str) -> Any:
        return etree.fromstring(self._archive.read(name), etree.XMLParser(**SAFELY))  # type: ignore[arg-type]


def hidden(parts: Parts) -> Iterator[str]:
    return (title for title, (_, seen) in parts.sheets.items() if not seen)


def _is_solid(fill: Any) -> bool:
    pattern = fill.find(f"{MAIN}patternFill")
    return pattern is not None and pattern.get("patternType") == "solid"


def _target(address: str) -> str:
    return address.lstrip("/") if address.startswith("/") else normpath(join("xl", address))


def _places(cell: Any) -> list[Place]:
    """None for a cell that does not say where it stands."""
    reference = cell.get("r")
    return [_place(reference)] if reference else []


def _place(reference: str) -> Place:
    """“B12” → (11, 1)."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(reference[len(letters) :]) - 1, column - 1
