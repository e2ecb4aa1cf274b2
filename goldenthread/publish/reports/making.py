"""Facts and words → the paper. Figures are taken when it is drafted; words and names are put in until it is frozen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from goldenthread.publish.reports import typed as typing
from goldenthread.publish.reports.document import (
    Block,
    BulletList,
    Document,
    Heading,
    Paragraph,
    Placeholder,
    Section,
    differences,
    placeholders,
)
from goldenthread.publish.reports.facts import Facts, Paper, Typed
from goldenthread.publish.reports.glossary import Term, Unknown, expanded, glossary_table, harvest
from goldenthread.publish.reports.report import Report
from goldenthread.publish.reports.sections.appendices import GLOSSARY
from goldenthread.publish.reports.sections.header import lacking
from goldenthread.publish.reports.sections.saying import day

TERM = "term:"  # words under this code say what a short form stands for
KNOWN_TO_ALL = ("NHS",)  # spelt out it would break the names of its bodies in two
MADE_LAST = ("correction", "glossary")


@dataclass(frozen=True)
class Made:
    """The paper as it stands, with what still keeps it from being frozen."""

    document: Document
    gaps: tuple[Placeholder, ...]
    unknown: tuple[Unknown, ...]
    lacking: tuple[str, ...]  # names in its head and history
    uncleared: tuple[str, ...]

    @property
    def ready(self) -> bool:
        return not (self.gaps or self.unknown or self.lacking or self.uncleared)


@dataclass(frozen=True)
class Corrected:
    """The frozen paper that this one corrects, and why."""

    document: Document
    number: int
    why: str


def drafted(report: Report, facts: Facts) -> Document:
    """The paper from its facts, with a gap wherever a person must write."""
    paper = facts.paper
    return Document(
        title=paper.title,
        sections=tuple(section(facts) for section in report.sections),
        subtitle=f"Report to {paper.body}, {day(paper.meeting_on)}",
        author=paper.council,
        dated_on=paper.as_at,
        header=report.header(paper),
    )


def composed(report: Report, draft: Document, paper: Paper, corrected: Corrected | None = None) -> Made:
    """The draft with people's words and names in it, its short forms spelt out, and its glossary at the end."""
    words = {one.code: one for one in paper.typed}
    anew = {section.code: section for section in (make(paper) for make in report.of_the_paper)}
    sections = tuple(_filled(anew.get(section.code, section), words) for section in draft.sections)
    whole = replace(draft, title=paper.title, sections=sections, header=report.header(paper))
    if corrected is not None:
        whole = replace(whole, sections=(_correction(whole, corrected), *whole.sections))
    known = harvest(whole, define=_defined(paper.typed), dismiss=KNOWN_TO_ALL)
    spelt = expanded(whole, known)
    ending = Section("glossary", (Heading(GLOSSARY, numbered=False), glossary_table(known)))
    cleared = {one.role for one in paper.cleared}
    return Made(
        document=replace(spelt, sections=(*spelt.sections, ending)),
        gaps=placeholders(whole),
        unknown=known.unknown,
        lacking=tuple(lacking(paper)),
        uncleared=tuple(role for role in report.clearances if role not in cleared),
    )


def without_furniture(document: Document) -> Document:
    """The paper without its glossary and its list of corrections: what two editions are compared by."""
    return replace(document, sections=tuple(one for one in document.sections if one.code not in MADE_LAST))


def _defined(typed: Iterable[Typed]) -> list[Term]:
    return [Term(one.code.removeprefix(TERM), one.words) for one in typed if one.code.startswith(TERM)]


def _filled(section: Section, words: Mapping[str, Typed]) -> Section:
    numbered = next((block.numbered for block in section.blocks if isinstance(block, Heading)), False)
    filled: list[Block] = []
    for block in section.blocks:
        if isinstance(block, Placeholder) and block.code in words:
            filled += typing.blocks(words[block.code], numbered=numbered)
        else:
            filled.append(block)
    return replace(section, blocks=tuple(filled))


def _correction(whole: Document, corrected: Corrected) -> Section:
    """What a correction says differently, before anything else."""
    changes = [str(change) for change in differences(without_furniture(corrected.document), whole)]
    listed = BulletList.of(*changes) if changes else Paragraph.of("It says nothing differently.")
    blocks = (
        Heading("What this edition corrects", numbered=False),
        Paragraph.of(f"It takes the place of edition {corrected.number}. Why: {corrected.why}"),
        listed,
    )
    return Section("correction", blocks)
