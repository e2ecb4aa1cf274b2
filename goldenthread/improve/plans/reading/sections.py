"""A row across the table that names a theme: “PRIORITY 2 – therapies”, “Workstream: early years”."""

import re
from dataclasses import dataclass

KIND = (
    r"(?:theme|priority(?: action| area)?|work ?stream|section|area(?: for (?:priority action|improvement))?|strand"
    r"|objective|aim|outcome)"
)
NUMBERED = re.compile(
    rf"(?P<kind>{KIND})?\s*(?P<number>\d{{1,2}})\s*(?P<mark>[-–—:.)]*)\s*(?P<title>.*)", re.IGNORECASE | re.DOTALL
)
UNNUMBERED = re.compile(rf"{KIND}\s*[-–—:]\s*(?P<title>\S.*)", re.IGNORECASE | re.DOTALL)
NOTE = re.compile(r"(?:notes?|key|source|nb|n\.b\.|please|\*)\b", re.IGNORECASE)
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Section:
    """`number` 0 where it has a title only."""

    number: int = 0
    title: str = ""


NO_SECTION = Section()


def announced(words: str, wide: bool = False) -> Section | None:
    """None for words that announce no theme. Across several columns (`wide`), a title alone is enough."""
    plain = " ".join(words.split())
    found = NUMBERED.fullmatch(plain)
    if found is not None:
        title = found["title"]
        if found["kind"] or found["mark"] or wide or not title or title[0].isupper():
            return Section(int(found["number"]), capital(title))
    if (found := UNNUMBERED.fullmatch(plain)) is not None:
        return Section(0, capital(found["title"]))
    return Section(0, capital(plain)) if wide and not NOTE.match(plain) and len(plain) <= LONGEST else None


def capital(words: str) -> str:
    return words[:1].upper() + words[1:LONGEST].strip()
