"""plan.docx: the first two themes as areas have them, a Word table whose last column is a colour."""

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from goldenthread.config.synth.packing import fix

from .script import TITLE, Action, actions, rows
from .workbook import FILLS, MADE_AT

HEADINGS = ("Ref", "What we will do", "Lead officer", "Timescale", "Progress to date", "Evidence of impact", "BRAG")
THEMES = (1, 2)


def write(path: Path) -> None:
    document = Document()
    document.core_properties.author = "Goldenthread synth"
    document.core_properties.created = document.core_properties.modified = MADE_AT
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.add_heading(TITLE, level=1)
    document.add_paragraph("As at 31 October 2026. Marlshire is fictional.")
    titles = {int(row["theme"]): row["title"] for row in rows("themes")}
    for theme in THEMES:
        document.add_heading(f"Theme {theme}: {titles[theme]}", level=2)
        _table(document, [action for action in actions() if action.theme == theme])
    document.save(str(path))
    fix(path)


def _table(document: Any, listed: list[Action]) -> None:
    table = document.add_table(rows=1, cols=len(HEADINGS))
    table.style = "Table Grid"
    for cell, heading in zip(table.rows[0].cells, HEADINGS, strict=True):
        cell.text = heading
    for action in listed:
        cells = table.add_row().cells
        due = f"{action.due:%B %Y}"
        words = (action.ref, action.wording, action.lead, due, action.progress, action.evidence, action.colour)
        for cell, word in zip(cells, words, strict=True):
            cell.text = word
        _shade(cells[-1], FILLS[action.colour])
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(8)


def _shade(cell: Any, colour: str) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), colour.removeprefix("#"))
    cell._tc.get_or_add_tcPr().append(shading)
