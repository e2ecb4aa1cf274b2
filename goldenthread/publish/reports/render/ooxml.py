"""Word's own XML, a line or a paragraph at a time. Text is escaped here and nowhere else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from goldenthread.publish.reports.document import Emphasis, Link, Run, Runs, Strong

_NAMESPACES = nsdecls("w", "r", "wp", "a", "pic")


@dataclass(frozen=True, slots=True)
class Pen:
    """What writing into one Word file needs to know of it."""

    relate: Callable[[str], str]  # a web address to the id of its relationship
    styles: Mapping[str, str]  # a style's name to its id, which differs from language to language
    width: int  # between the margins, in twentieths of a point


def elements(xml: str) -> list[Any]:
    """What `xml` spells, in Word's namespaces."""
    return list(parse_xml(f"<w:body {_NAMESPACES}>{xml}</w:body>"))


def body_of(xml: str) -> Any:
    """A whole document with this in its body."""
    return parse_xml(f"<w:document {_NAMESPACES}><w:body>{xml}</w:body></w:document>")


def text(words: str, properties: str = "") -> str:
    dressed = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{dressed}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>' if words else ""


def line(content: Runs, pen: Pen, properties: str = "") -> str:
    return "".join(_run(run, pen, properties) for run in content)


def paragraph(style: str, inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style)}/>{properties}</w:pPr>{inside}</w:p>"


def numbered(number_id: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>'


def field(instruction: str, shown: str, *, dirty: bool = False) -> str:
    """A field with the text to show until Word works it out again."""
    old = ' w:dirty="true"' if dirty else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{old}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmark(number: int, name: str, inside: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def link_within(name: str, words: str) -> str:
    return f"<w:hyperlink w:anchor={quoteattr(name)}>{text(words)}</w:hyperlink>"


def _run(run: Run, pen: Pen, properties: str) -> str:
    match run:
        case Strong():
            return text(run.text, "<w:b/>" + properties.replace("<w:b/>", ""))
        case Emphasis():
            bold = "<w:b/>" if "<w:b/>" in properties else ""
            return text(run.text, bold + "<w:i/>" + properties.replace("<w:b/>", ""))
        case Link(href=href):
            words = text(run.text, '<w:rStyle w:val="Hyperlink"/>' + properties)
            return f'<w:hyperlink r:id="{pen.relate(href)}" w:history="1">{words}</w:hyperlink>'
    return text(run.text, properties)
