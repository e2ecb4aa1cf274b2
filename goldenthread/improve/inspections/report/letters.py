"""What the letters of the first cycle, 2016 to 2022, have in common: a heading, days, and marked paragraphs."""

import hashlib
import re
from collections.abc import Iterator

from .dates import days_on_site, published_on
from .document import NotAReport, Report
from .pages import PAGE, lines_of

HEADING = re.compile(
    r"^[ \t]*(?P<title>Joint (?:local )?area SEND (?P<what>inspection|re-?visit) (?:in|of) "
    r"(?:the )?(?:local area of )?(?P<area>[^\n]+?))\.?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
START = 3_000  # characters: names, address, heading and the opening sentence
BULLET = "[◼▪•■●\uf06e\uf0a7\uf0b7−–-]"  # three as a PDF's text gives those of an old symbol font
LONE_BULLET = re.compile(rf"^[ \t]*({BULLET})[ \t]*\n\s*", re.MULTILINE)
MARK = re.compile(rf"^(?:(?P<number>\d{{1,2}})[.)]|{BULLET}) (?=\S)", re.MULTILINE)
SIGNATURE = re.compile(r"Yours (?:sincerely|faithfully)\b")


def is_letter(text: str) -> bool:
    return HEADING.search(text[:START]) is not None


def is_revisit(text: str) -> bool:
    found = HEADING.search(text[:START])
    return found is not None and found["what"].lower() != "inspection"


def opening(text: str, file_name: str) -> Report:
    """The particulars of a letter, before its findings are read. Raises NotAReport."""
    start = text[:START]
    found = HEADING.search(start)
    if found is None:
        raise NotAReport("“Joint local area SEND inspection in …” is not in the text. Give the whole letter.")
    started_on, ended_on = days_on_site(" ".join(start.split()))
    return Report(
        title=" ".join(found["title"].split()),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        area_name=" ".join(found["area"].split()),
        started_on=started_on,
        ended_on=ended_on,
        published_on=published_on(start, file_name),
        outcome=None,
        outcome_text="",
        findings=(),
    )


def paragraphs(text: str) -> Iterator[str]:
    """The letter up to its signature, each paragraph evened into one line. A mark at a line's start begins one."""
    kept: list[str] = []
    for line in _lines(text):
        if kept and (not line or MARK.match(line)):
            yield " ".join(kept)
            kept = []
        if line:
            kept.append(line)
    if kept:
        yield " ".join(kept)


def _lines(text: str) -> Iterator[str]:
    """Lines evened, up to the signature; an empty one where a paragraph ends."""
    for block in re.split(r"\n\s*\n|\f", LONE_BULLET.sub(r"\1 ", text)):
        for line in lines_of(block):
            if SIGNATURE.match(line):
                return
            if line != PAGE:
                yield line
        yield ""
