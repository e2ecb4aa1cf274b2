"""What a paper needs of a Word file: its styles and its language. A council's own styles are kept."""

from typing import Any, BinaryIO

import docx as library
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from goldenthread.publish.reports.document import DocumentError
from goldenthread.publish.reports.render.ooxml import elements

_INK = RGBColor(0x0B, 0x0C, 0x0C)
_EXPECTED = {"Title": 21.0, "Subtitle": 12.5, "Heading 1": 15.0, "Heading 2": 12.5, "Heading 3": 11.0, "Caption": 10.5}
_EXPECTED |= {"List Bullet": 11.0, "List Number": 11.0}
_OURS = {"Paper Cell": 9.5, "Paper Small": 8.0, "Paper Note": 8.5, "Paper Aside": 11.0, "Paper Gap": 11.0}
_OURS |= {"toc 1": 11.0, "toc 2": 11.0, "toc 3": 11.0}
# Points above, points below, centimetres in.
_SPACING: dict[str, tuple[float, float, float]] = {
    "Paper Cell": (0, 0, 0),
    "Paper Small": (0, 0, 0),
    "Paper Note": (3, 8, 0),
}
_SPACING |= {"toc 1": (0, 2, 0), "toc 2": (0, 2, 0.7), "toc 3": (0, 2, 1.4)}
_BOXES = {"Paper Aside": ("F3F4F5", "505A5F"), "Paper Gap": ("FFF7BF", "FFDD00")}


def missing_styles(template: BinaryIO) -> tuple[str, ...]:
    """The styles that a paper uses and this template has not: they are added in plain dress when the paper is made."""
    there = {style.name for style in _opened(template).styles}
    return tuple(name for name in ("Normal", *_EXPECTED) if name not in there)


def prepared(template: BinaryIO | None) -> Docx:
    """A Word file ready to be written in. Raises DocumentError when the template is not one."""
    docx = _opened(template) if template else library.Document()
    if template is None:
        _own_look(docx)
    there = {style.name for style in docx.styles}
    for name, size in {**_EXPECTED, **_OURS}.items():
        if name not in there:
            _add_style(docx, name, size)
    if "Hyperlink" not in there:
        link = docx.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
        link.font.color.rgb, link.font.underline = RGBColor(0x1D, 0x70, 0xB8), True
    _speak_british(docx)
    return docx


def _opened(template: BinaryIO) -> Docx:
    try:
        return library.Document(template)
    except Exception as fault:  # python-docx raises whatever the zip or the XML inside raised
        raise DocumentError(
            "The template is not a Word file (.docx). Save it from Word as “Word Document” and give it again."
        ) from fault


def _own_look(docx: Docx) -> None:
    section = docx.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.1), Cm(2.3)
    for name, size in {"Normal": 11.0, **_EXPECTED}.items():
        _dress(docx.styles[name], size)
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Caption"):
        style = docx.styles[name]
        style.font.bold, style.font.italic, style.font.color.rgb = True, False, _INK
        style.paragraph_format.keep_with_next = True
    for name in ("Title", "Subtitle"):
        for fancy in ("pBdr", "spacing", "kern"):
            for each in docx.styles[name].element.findall(f".//{qn(f'w:{fancy}')}"):
                each.getparent().remove(each)
    docx.styles["Subtitle"].font.italic, docx.styles["Subtitle"].font.color.rgb = False, RGBColor(0x50, 0x5A, 0x5F)
    for name, above, below in (
        ("Normal", 0, 7),
        ("Title", 0, 4),
        ("Subtitle", 0, 10),
        ("Heading 1", 18, 6),
        ("Heading 2", 14, 4),
        ("Heading 3", 10, 3),
        ("Caption", 10, 4),
    ):
        docx.styles[name].paragraph_format.space_before, docx.styles[name].paragraph_format.space_after = (
            Pt(above),
            Pt(below),
        )


def _add_style(docx: Docx, name: str, size: float) -> None:
    style = docx.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = docx.styles["Normal"] if "Normal" in {each.name for each in docx.styles} else None
    style.font.size = Pt(size)
    style.font.bold = name in ("Title", "Caption") or name.startswith("Heading")
    if name in _SPACING:
        above, below, indent = _SPACING[name]
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(below)
        style.paragraph_format.left_indent = Cm(indent)
    if name in _BOXES:
        fill, edge = _BOXES[name]
        side = f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{edge}"/>'
        properties = style.element.get_or_add_pPr()
        properties.insert_element_before(
            *elements(f"<w:pBdr>{side}</w:pBdr>"), "w:shd", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
        )
        (box,) = elements(f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>')
        properties.insert_element_before(box, "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _dress(style: Any, size: float) -> None:
    style.font.name, style.font.size = "Arial", Pt(size)
    faces = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("eastAsia", "cs"):
        faces.set(qn(f"w:{script}"), "Arial")


def _speak_british(docx: Docx) -> None:
    docx.core_properties.language = "en-GB"
    for language in docx.styles.element.findall(f".//{qn('w:lang')}"):
        language.set(qn("w:val"), "en-GB")
    for style in docx.styles:
        if style.name == "Normal" and style.element.find(f"{qn('w:rPr')}/{qn('w:lang')}") is None:
            style.element.get_or_add_rPr().extend(elements('<w:lang w:val="en-GB"/>'))
