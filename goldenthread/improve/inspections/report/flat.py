"""Cuts a table that was run together into one line of text: what is printed at the foot of pages goes, rows come apart.

Where a page ended inside a row, the left cell is torn: its end stands somewhere in the right one. It is mended from the
other rows, which name the same bodies whole.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from .priorities import BEGINS_THE_AREA, Row

FOOT = re.compile(
    r"\s*(?:Area SEND )?Inspection report: .{3,60}? Local Area Partnership,?"
    r"(?: \d{1,2} (?:\w+ )?(?:\d{4} )?to \d{1,2} \w+ \d{4})?(?: \d{1,3}\b)?"
)
PAGE_NUMBER = re.compile(r"(?:(?<=[.!?])| [◼▪•■]) \d{1,2}(?= [A-Z]|$)")  # left behind where its foot is lost
HEADING = re.compile(r"^\s*(?:Responsible body )?Areas? for (?:priority action|improvement) ")
SENTENCE = re.compile(r"(?:^|(?<=[.!?] ))(?=[A-Z])")
NAME_ENDS = r"(?:Council|ICB\)?|Board(?: \(ICB\))?|Trust|First|Authority|leaders\.?)"
NAMES = rf"(?:(?!\b(?:should|must|needs?)\b)[^:;•▪◼]){{4,220}}?{NAME_ENDS}"
BODIES = re.compile(rf"(?P<bodies>{NAMES}) (?=[A-Z])")
BEFORE_A_TEAR = re.compile(rf"(?:{NAMES}(?: and|,) )?")
ORGANISATION = re.compile(r"Council|NHS|ICB")


def without_feet(text: str) -> str:
    """The text without its heading, and without the feet and numbers of pages."""
    return " ".join(PAGE_NUMBER.sub("", FOOT.sub("", HEADING.sub("", text))).split()).rstrip(" ◼▪•■")


def rows_of(text: str) -> tuple[Row, ...]:
    """The rows of a table of areas for priority action, [responsible body | area]; none where no row begins."""
    flat = _mended(without_feet(text))
    begins = dict(_beginnings(flat))
    if 0 not in begins:
        return ()
    return tuple(
        Row([begins[place]], [flat[place + len(begins[place]) : end].strip()])
        for place, end in pairwise([*begins, len(flat)])
    )


def _beginnings(flat: str) -> Iterator[tuple[int, str]]:
    """Where a row begins, and the bodies that its left cell names."""
    for sentence in SENTENCE.finditer(flat):
        found = BODIES.match(flat, sentence.start())
        if found and not BEGINS_THE_AREA.match(found["bodies"]) and ORGANISATION.search(found["bodies"]):
            yield sentence.start(), found["bodies"]


def _mended(flat: str) -> str:
    """Each torn cell made whole: what is left of it stands again behind its beginning."""
    begins = dict(_beginnings(flat))
    for place in [found.start() for found in SENTENCE.finditer(flat)][::-1]:
        torn = _tear(flat, place, set(begins.values())) if place not in begins else None
        if torn is not None:
            end, rest = torn
            following = next((later for later in sorted(begins) if later > place), len(flat))
            last = flat.rfind(rest, end, following + len(rest) + 1)
            if last >= 0:
                between = re.sub(r"(?<=[a-z]) \d{1,3} $", "", flat[end:last]).strip()
                flat = f"{flat[:end]} {rest} {between}{flat[last + len(rest) :]}"
    return flat


def _tear(flat: str, place: int, known: set[str]) -> tuple[int, str] | None:
    """Where the beginning of a known left cell stands that goes on as an area does: its end, and what is torn off."""
    for start in {place, BEFORE_A_TEAR.match(flat, place).end()}:  # type: ignore[union-attr]
        for words in map(str.split, known):
            for count in range(len(words) - 1, 2, -1):
                part = " ".join(words[:count])
                if flat.startswith(part, start) and BEGINS_THE_AREA.match(flat[start + len(part) :].lstrip()):
                    return start + len(part), " ".join(words[count:])
    return None
