"""Reads the letter of a first-cycle inspection that asked for a Written Statement of Action: its weaknesses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .document import NotAReport, Report, ReportFinding
from .letters import MARK, opening, paragraphs

ASKED = re.compile(
    r"following (?:areas? of significant weakness(?:es)?|significant (?:areas? of )?weakness(?:es)?)\s*:?",
    re.IGNORECASE,
)
STATEMENT = re.compile(r"As a result of the findings of this inspection\b.*", re.IGNORECASE)


def read_first_cycle_letter(text: str, file_name: str) -> Report:
    """Raises NotAReport, also for a letter that asked for no statement: it has no list of weaknesses."""
    letter = opening(text, file_name)
    body = list(paragraphs(text))
    weaknesses = tuple(_weaknesses(body))
    return replace(
        letter,
        kind="first_cycle",
        outcome_text=next((found[0] for part in body if (found := STATEMENT.search(part))), ""),
        findings=tuple(
            ReportFinding("significant_weakness", number, words) for number, words in enumerate(weaknesses, start=1)
        ),
    )


def _weaknesses(body: Sequence[str]) -> Iterator[str]:
    """Each marked paragraph of the list, without its mark. A small letter after a page's end goes on with the last."""
    listed = list(_listed(body))
    for place, part in enumerate(listed):
        if mark := MARK.match(part):
            goes_on = listed[place + 1 : place + 2]
            rest = goes_on[0] if goes_on and not MARK.match(goes_on[0]) else ""
            yield f"{part[mark.end() :]} {rest}".strip()


def _listed(body: Sequence[str]) -> Iterator[str]:
    """The paragraphs of the list. Raises NotAReport where it cannot be told from what stands around it."""
    asked = next((place for place in reversed(range(len(body))) if ASKED.search(body[place])), None)
    if asked is None:
        raise NotAReport(
            "“… the following areas of significant weakness” is not in the letter. Give the whole of it; if it asked "
            "for no Written Statement of Action, record the inspection by hand."
        )
    after = body[asked + 1 :]
    if not ASKED.split(body[asked])[-1].strip(" :") == "" or not after or not MARK.match(after[0]):
        raise NotAReport(
            "The areas of significant weakness are not a list with a bullet or a number before each. Put one before "
            "each of them and bring the letter again."
        )
    ended = next((i for i, part in enumerate(after) if not MARK.match(part) and not part[0].islower()), len(after))
    if late := next((part for part in after[ended:] if MARK.match(part)), None):
        raise NotAReport(
            f"The list of weaknesses is broken off by “{after[ended][:60]}…”, and “{late[:60]}…” stands after it. "
            "Put the list together and bring the letter again."
        )
    yield from after[:ended]
