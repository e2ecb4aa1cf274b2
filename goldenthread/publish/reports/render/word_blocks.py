"""Each kind of block as Word's XML, in the paper's order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.document import Document as Docx

from goldenthread.publish.reports.document import (
    BulletList,
    Contents,
    Document,
    Figure,
    Heading,
    KeyValueTable,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Placed,
    Placeholder,
    Runs,
    Table,
)
from goldenthread.publish.reports.document.drawing import NOTHING_TO_DRAW
from goldenthread.publish.reports.document.words import TO_BE_WRITTEN
from goldenthread.publish.reports.render.ooxml import Pen, bookmark, field, line, link_within, numbered, paragraph, text
from goldenthread.publish.reports.render.word_numbering import Numbering
from goldenthread.publish.reports.render.word_pictures import picture_xml
from goldenthread.publish.reports.render.word_tables import key_values_xml, table_xml

_BOLD = "<w:b/>"
_KEEP = "<w:keepNext/>"


@dataclass
class Writer:
    docx: Docx
    pen: Pen
    numbering: Numbering
    pictures: Iterator[tuple[int, bytes]]
    blocks: Sequence[Placed]

    def everything(self, document: Document) -> str:
        start = self._paragraph("Title", text(document.title))
        if document.subtitle:
            start += self._paragraph("Subtitle", text(document.subtitle))
        if document.header:
            start += self._spaced(key_values_xml(document.header, self.pen))
        return start + "".join(self._block(place, item) for place, item in enumerate(self.blocks))

    def _block(self, place: int, item: Placed) -> str:
        match item.block:
            case Heading(text=words):
                return self._heading(place, item, words)
            case Paragraph(runs=content):
                number = numbered(self.numbering.headings, item.label.count(".")) if item.label else ""
                return self._paragraph("Normal", line(content, self.pen), number)
            case BulletList(items=items):
                return self._list("List Bullet", items, "bullets")
            case NumberedList(items=items, roman=roman):
                return self._list("List Number", items, "roman" if roman else "numbers")
            case Table() as table:
                return self._caption(item.label, table.caption) + self._table(table)
            case KeyValueTable() as table:
                return self._spaced(key_values_xml(table, self.pen))
            case Figure() as figure:
                return self._figure(item.label, figure)
            case Note(title=title, runs=content):
                words = text(title, _BOLD) + text(" " if title else "") + line(content, self.pen)
                return self._paragraph("Paper Aside", words)
            case Placeholder(question=question):
                return self._paragraph("Paper Gap", text(TO_BE_WRITTEN, _BOLD) + text(f" {question}"))
            case PageBreak():
                return self._paragraph("Normal", '<w:r><w:br w:type="page"/></w:r>')
            case Contents(depth=depth):
                return self._contents(depth)

    def _paragraph(self, style: str, inside: str, properties: str = "") -> str:
        return paragraph(self.pen.styles[style], inside, properties)

    def _heading(self, place: int, item: Placed, words: str) -> str:
        number = numbered(self.numbering.headings, item.label.count(".")) if item.label else numbered(0)
        return self._paragraph(f"Heading {item.level}", bookmark(place, f"_paper{place}", text(words)), number)

    def _list(self, style: str, items: Sequence[Runs], kind: str) -> str:
        number = numbered(self.numbering.new(kind))
        return "".join(self._paragraph(style, line(item, self.pen), number) for item in items)

    def _caption(self, label: str, words: str) -> str:
        kind, number = label.rstrip(":").split()
        counted = text(f"{kind} ") + field(f"SEQ {kind} \\* ARABIC", text(number))
        return self._paragraph("Caption", counted + text(f": {words}"), _KEEP)

    def _table(self, table: Table, *, small: bool = False) -> str:
        notes = "".join(self._paragraph("Paper Note", line(note, self.pen)) for note in table.notes)
        grid = table_xml(table, self.pen, small=small)
        return grid + notes if notes else self._spaced(grid)

    def _spaced(self, grid: str) -> str:
        """Two tables that touch would become one."""
        return grid + self._paragraph("Paper Note", "")

    def _figure(self, label: str, figure: Figure) -> str:
        xml = self._caption(label, figure.title)
        if figure.svg:
            number, png = next(self.pictures)
            xml += self._paragraph("Normal", picture_xml(self.docx, figure, png, self.pen.width, number))
        else:
            xml += self._paragraph("Normal", text(NOTHING_TO_DRAW))
        if figure.table.rows:
            xml += self._paragraph("Paper Note", text(figure.table.caption, _BOLD), _KEEP) + self._table(
                figure.table, small=True
            )
        return xml

    def _contents(self, depth: int) -> str:
        """Page numbers come when Word works the list out; until then it shows the headings, and no wrong number."""
        entries = [
            (item.level, link_within(f"_paper{place}", f"{item.label} {item.block.text}".strip()))
            for place, item in enumerate(self.blocks)
            if isinstance(item.block, Heading) and item.level <= depth
        ]
        if not entries:
            return ""
        whole = field(f'TOC \\o "1-{depth}" \\h \\z \\u', "\0", dirty=True)
        before, after = whole.split("\0")
        last = len(entries) - 1
        return self._paragraph("Normal", text("Contents", _BOLD), _KEEP) + "".join(
            self._paragraph(f"toc {level}", (before if place == 0 else "") + entry + (after if place == last else ""))
            for place, (level, entry) in enumerate(entries)
        )
