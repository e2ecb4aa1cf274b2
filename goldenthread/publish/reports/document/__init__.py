"""A paper as a tree of plain values: what is said, and never how it is set."""

from goldenthread.publish.reports.document.blocks import (
    Align,
    Block,
    BulletList,
    Cell,
    Contents,
    Figure,
    Heading,
    KeyValueTable,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Placeholder,
    Row,
    Table,
    Tone,
)
from goldenthread.publish.reports.document.differences import Difference, differences
from goldenthread.publish.reports.document.drawing import Chart, drawing
from goldenthread.publish.reports.document.faults import DocumentError
from goldenthread.publish.reports.document.frozen import from_json, to_json
from goldenthread.publish.reports.document.inline import Emphasis, Link, Run, Runs, Strong, Text, runs
from goldenthread.publish.reports.document.numbering import Placed, placed
from goldenthread.publish.reports.document.tree import Document, Section, placeholders
from goldenthread.publish.reports.document.words import passages, words

__all__ = [
    "Align",
    "Block",
    "BulletList",
    "Cell",
    "Chart",
    "Contents",
    "Difference",
    "Document",
    "DocumentError",
    "Emphasis",
    "Figure",
    "Heading",
    "KeyValueTable",
    "Link",
    "Note",
    "NumberedList",
    "PageBreak",
    "Paragraph",
    "Placed",
    "Placeholder",
    "Row",
    "Run",
    "Runs",
    "Section",
    "Strong",
    "Table",
    "Text",
    "Tone",
    "differences",
    "drawing",
    "from_json",
    "passages",
    "placed",
    "placeholders",
    "runs",
    "to_json",
    "words",
]
