"""Word counts its own lists: one of many levels for headings and paragraphs, one for each list of points."""

from typing import Any

from docx.document import Document as Docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from goldenthread.publish.reports.render.ooxml import elements


class Numbering:
    """Adds lists of our own beside those of the template: ids count on from what is there."""

    def __init__(self, docx: Docx) -> None:
        self.root = _numbering(docx)
        self._abstracts: dict[str, int] = {}
        self.headings = self.new("headings")

    def new(self, kind: str) -> int:
        """The id of a list that starts again at one."""
        if kind not in self._abstracts:
            self._abstracts[kind] = self._define(kind)
        number = 1 + max((int(num.get(qn("w:numId"))) for num in self.root.findall(qn("w:num"))), default=0)
        again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        self.root.extend(
            elements(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{self._abstracts[kind]}"/>{again}</w:num>')
        )
        return number

    def _define(self, kind: str) -> int:
        there = self.root.findall(qn("w:abstractNum"))
        number = 1 + max((int(each.get(qn("w:abstractNumId"))) for each in there), default=0)
        multi = '<w:multiLevelType w:val="multilevel"/>'
        (definition,) = elements(f'<w:abstractNum w:abstractNumId="{number}">{multi}{_LEVELS[kind]}</w:abstractNum>')
        if there:
            there[-1].addnext(definition)
        else:
            self.root.insert(0, definition)
        return number


def _level(level: int, kind: str, shown: str, indent: int) -> str:
    place = f'<w:pPr><w:ind w:left="{indent}" w:hanging="{min(indent, 567)}"/></w:pPr>'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{shown}"/>'
        f'<w:lvlJc w:val="left"/>{place}</w:lvl>'
    )


_LEVELS = {
    "headings": "".join(
        _level(place, "decimal", ".".join(f"%{n}" for n in range(1, place + 2)), 567) for place in range(4)
    ),
    "bullets": _level(0, "bullet", "•", 567),
    "numbers": _level(0, "decimal", "%1.", 567),
    "roman": _level(0, "lowerRoman", "%1.", 567),
}


def _numbering(docx: Docx) -> Any:
    for relation in docx.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part.element
    (empty,) = elements("<w:numbering/>")
    part = NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, empty, docx.part.package)
    docx.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.element
