"""What changed since the last paper: by section, by sentence, by cell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from goldenthread.publish.reports.document.blocks import Figure, Heading, KeyValueTable, PageBreak, Table
from goldenthread.publish.reports.document.inline import plain
from goldenthread.publish.reports.document.tree import Document, Section
from goldenthread.publish.reports.document.words import passages_of


@dataclass(frozen=True, slots=True)
class Difference:
    section: str  # its first heading, or its code
    where: str  # "text", or "Table 1 …, row, column"
    kind: Literal["added", "removed", "changed"]
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        place = f"{self.section}, {self.where}"
        match self.kind:
            case "added":
                return f"{place}: new: “{self.after}”"
            case "removed":
                return f"{place}: no longer said: “{self.before}”"
        return f"{place}: “{self.before}” became “{self.after}”"


def differences(old: Document, new: Document) -> tuple[Difference, ...]:
    """In the new paper's order, what was taken out last. Sections match by code, tables and figures by caption."""
    before = {section.code: section for section in old.sections}
    after = {section.code: section for section in new.sections}
    head = _cells("Title and header", _header(old), _header(new))
    return (*head, *(change for code in _both(before, after) for change in _section(before.get(code), after.get(code))))


def _section(old: Section | None, new: Section | None) -> Iterator[Difference]:
    name = _name(new or old)
    if old is None or new is None:
        said = "; ".join(_sentences(new or old))
        yield (
            Difference(name, "whole section", "removed", said)
            if old
            else Difference(name, "whole section", "added", "", said)
        )
        return
    yield from _text(name, _sentences(old), _sentences(new))
    yield from _cells(name, _facts(old), _facts(new))


def _text(section: str, old: list[str], new: list[str]) -> Iterator[Difference]:
    for what, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = old[start:end], new[new_start:new_end]
        if what == "replace" and len(gone) == len(come):
            yield from (Difference(section, "text", "changed", was, now) for was, now in zip(gone, come, strict=True))
        elif what != "equal":
            yield from (Difference(section, "text", "removed", was) for was in gone)
            yield from (Difference(section, "text", "added", "", now) for now in come)


def _cells(section: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Difference]:
    for where in _both(old, new):
        was, now = old.get(where), new.get(where)
        if was is None:
            yield Difference(section, where, "added", "", now or "")
        elif now is None:
            yield Difference(section, where, "removed", was)
        elif was != now:
            yield Difference(section, where, "changed", was, now)


def _header(document: Document) -> dict[str, str]:
    pairs = document.header.rows if document.header else ()
    return {"title": document.title, "subtitle": document.subtitle, **{key: plain(value) for key, value in pairs}}


def _sentences(section: Section | None) -> list[str]:
    blocks = section.blocks if section else ()
    prose = (block for block in blocks if not isinstance(block, Table | Figure | KeyValueTable | PageBreak))
    return [passage for block in prose for passage in passages_of(block) if passage]


def _facts(section: Section) -> dict[str, str]:
    """Every cell under the name of its table, row and column; a name met twice keeps a count."""
    facts: dict[str, str] = {}
    for where, said in (fact for block in section.blocks for fact in _facts_of(block)):
        name, again = where, 2
        while name in facts:
            name, again = f"{where} ({again})", again + 1
        facts[name] = said
    return facts


def _facts_of(block: object) -> Iterator[tuple[str, str]]:
    match block:
        case KeyValueTable(rows=pairs):
            yield from ((key, plain(value)) for key, value in pairs)
        case Figure(title=title, table=table):
            yield from _table_facts(f"figure “{title}”", table)
        case Table(caption=caption):
            yield from _table_facts(f"table “{caption}”", block)


def _table_facts(name: str, table: Table) -> Iterator[tuple[str, str]]:
    columns = [plain(cell.runs) for cell in table.head[-1] for _ in range(cell.across)] if table.head else []
    for place, row in enumerate(table.rows, 1):
        said = [plain(cell.runs) for cell in row]
        label = said[0] if table.row_headers else str(place)
        for column, value in enumerate(said[1:] if table.row_headers else said, 1 if table.row_headers else 0):
            heading = columns[column] if column < len(columns) else f"column {column + 1}"
            yield f"{name}, row “{label}”, “{heading}”", value
    yield from ((f"{name}, note {number}", plain(note)) for number, note in enumerate(table.notes, 1))


def _name(section: Section | None) -> str:
    blocks = section.blocks if section else ()
    return next((block.text for block in blocks if isinstance(block, Heading)), section.code if section else "")


def _both(old: Iterable[str], new: Iterable[str]) -> list[str]:
    return list(dict.fromkeys((*new, *old)))
