"""What a paper says, in reading order: what the glossary harvests, and what every rendering must say."""

from collections.abc import Iterator

from goldenthread.publish.reports.document.blocks import (
    Block,
    BulletList,
    Figure,
    Heading,
    KeyValueTable,
    Note,
    NumberedList,
    Paragraph,
    Placeholder,
    Table,
)
from goldenthread.publish.reports.document.drawing import NOTHING_TO_DRAW
from goldenthread.publish.reports.document.inline import plain
from goldenthread.publish.reports.document.numbering import placed
from goldenthread.publish.reports.document.tree import Document

TO_BE_WRITTEN = "Words still to be written:"


def words(document: Document) -> list[str]:
    """Every printed word with heading and caption numbers; without list markers, contents list and page furniture."""
    lines = [document.title, document.subtitle]
    lines += passages_of(document.header) if document.header else []
    for item in placed(document):
        lines += [item.label, *passages_of(item.block)]
    return " ".join(lines).split()


def passages(document: Document) -> Iterator[str]:
    """Each title, sentence, item and cell as one string, nothing of the page's furniture."""
    yield document.title
    yield document.subtitle
    if document.header:
        yield from passages_of(document.header)
    for block in document.blocks:
        yield from passages_of(block)


def passages_of(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text):
            yield text
        case Paragraph(runs=line):
            yield plain(line)
        case BulletList(items=items) | NumberedList(items=items):
            yield from map(plain, items)
        case Table():
            yield block.caption
            yield from _table(block)
        case KeyValueTable(rows=pairs):
            for key, value in pairs:
                yield from (key, plain(value))
        case Figure():
            yield block.title
            yield from _figure(block)
        case Note(title=title, runs=line):
            yield from (title, plain(line))
        case Placeholder(question=question):
            yield from (TO_BE_WRITTEN, question)


def _table(table: Table) -> Iterator[str]:
    for row in (*table.head, *table.body):
        for cell in row:
            yield plain(cell.runs)
    yield from map(plain, table.notes)


def _figure(figure: Figure) -> Iterator[str]:
    if not figure.svg:
        yield NOTHING_TO_DRAW
    if figure.table.rows:
        yield figure.table.caption
        yield from _table(figure.table)
