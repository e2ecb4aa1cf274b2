"""What a change of words took out and put in, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

MOST_COMPARED = 100_000  # pairs of words: what is longer takes a computer minutes, and no reader follows it
WORD = re.compile(r"(\s*)([\w’'-]+|[^\w\s])")  # a full stop is a word by itself: what is added stands before it


class Change(Enum):
    KEPT = "kept"
    TAKEN_OUT = "taken out"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Words:
    """`gap` is the space before them, or none before a full stop."""

    change: Change
    words: str
    gap: str

    @property
    def kept(self) -> bool:
        return self.change is Change.KEPT

    @property
    def added(self) -> bool:
        return self.change is Change.ADDED


def difference(before: str, after: str) -> tuple[Words, ...]:
    """In reading order; where words were replaced those taken out come first. The kept and the added words together
    are `after`, but for spaces, and the kept and those taken out `before`. Of long wordings all is taken out and put
    in.
    """
    old, new = WORD.findall(before), WORD.findall(after)
    if len(old) * len(new) > MOST_COMPARED:
        return (*_words(Change.TAKEN_OUT, old), *_words(Change.ADDED, new))
    pieces: list[Words] = []
    matcher = SequenceMatcher(None, [word for _, word in old], [word for _, word in new], autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        if what != "equal":
            pieces += _words(Change.TAKEN_OUT, old[i:j])
        pieces += _words(Change.KEPT if what == "equal" else Change.ADDED, new[k:m])
    return tuple(pieces)


def _words(change: Change, told: list[tuple[str, str]]) -> list[Words]:
    if not told:
        return []
    together = "".join(f"{' ' if gap else ''}{word}" for gap, word in told)
    return [Words(change, together.strip(), " " if told[0][0] else "")]
