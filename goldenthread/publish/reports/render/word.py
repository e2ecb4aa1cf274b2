"""A paper as Word: real styles, real numbering, a contents list, headers that repeat, pictures with words for them."""

from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from docx.document import Document as Docx
from docx.opc.constants import RELATIONSHIP_TYPE

from goldenthread.publish.reports.document import Document, Figure, placed
from goldenthread.publish.reports.render.ooxml import Pen, body_of, elements, field, text
from goldenthread.publish.reports.render.pictures import as_png
from goldenthread.publish.reports.render.word_blocks import Writer
from goldenthread.publish.reports.render.word_numbering import Numbering
from goldenthread.publish.reports.render.word_styles import prepared


def render(document: Document, fonts: Path, template: BinaryIO | None) -> bytes:
    docx = prepared(template)
    _describe(docx, document)
    pngs = as_png([block.svg for block in document.blocks if isinstance(block, Figure) and block.svg], fonts)
    writer = Writer(docx, _pen(docx), Numbering(docx), iter(enumerate(pngs, 1)), placed(document))
    _foot(docx, document.author)
    _write(docx, writer.everything(document))
    out = BytesIO()
    docx.save(out)
    return out.getvalue()


def _pen(docx: Docx) -> Pen:
    section = docx.sections[-1]
    page, left, right = (
        section.page_width or 7560310,
        section.left_margin or 0,
        section.right_margin or 0,
    )  # A4 if it does not say

    def relate(address: str) -> str:
        return str(docx.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    styles = {str(style.name): str(style.style_id) for style in docx.styles}
    return Pen(relate, styles, (page - left - right) // 635)


def _describe(docx: Docx, document: Document) -> None:
    core = docx.core_properties
    core.title, core.subject, core.author, core.last_modified_by = (
        document.title,
        document.subtitle,
        document.author,
        document.author,
    )
    core.comments, core.keywords = "", ""
    if document.dated_on:
        core.created = core.modified = datetime.combine(document.dated_on, time())


def _write(docx: Docx, xml: str) -> None:
    """After whatever the council's template begins with, before the page's measures, which Word keeps last.

    The template's few elements are moved to the paper's many: the other way round takes lxml minutes for a long table.
    """
    whole = body_of(xml)
    for place, each in enumerate(list(docx.element.body)):
        if each is docx.element.body.sectPr:
            whole[0].append(each)
        else:
            whole[0].insert(place, each)
    docx.part._element = whole


def _foot(docx: Docx, author: str) -> None:
    """Page numbers, unless the template has a foot of its own."""
    footer = docx.sections[-1].footer
    if any(paragraph.text.strip() for paragraph in footer.paragraphs) or footer.tables:
        return
    numbers = text("Page ") + field("PAGE", text("1")) + text(" of ") + field("NUMPAGES", text("1"))
    line: Sequence[object] = elements(text(f"{author}  ·  " if author else "") + numbers)
    footer.is_linked_to_previous = False
    footer.paragraphs[0]._p.extend(line)
