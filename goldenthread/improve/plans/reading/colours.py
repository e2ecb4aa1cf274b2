"""A colour as people give it: a word, a letter, a sign, what it means, or only a shade."""

import colorsys
import re
from collections.abc import Iterator
from functools import lru_cache

from goldenthread.rules.honesty.colours import Colour

MEANS = {
    Colour.BLUE: ("complete", "completed", "done", "achieved", "delivered", "finished", "closed", "embedded"),
    Colour.GREEN: ("on track", "on target", "on schedule"),
    Colour.AMBER: ("minor issue", "minor issues", "at risk", "slipping", "delayed", "behind schedule", "some concerns"),
    Colour.RED: ("significant issue", "significant issues", "off track", "overdue", "stalled", "significant concerns"),
    Colour.WHITE: ("not started", "not yet started", "yet to start", "not due", "not yet due", "to be started"),
}
ALSO_CALLED = {"orange": Colour.AMBER, "yellow": Colour.AMBER, "grey": Colour.WHITE, "gray": Colour.WHITE}
SIGNS = {
    "🟢": Colour.GREEN, "🟩": Colour.GREEN, "🟡": Colour.AMBER, "🟨": Colour.AMBER, "🟠": Colour.AMBER,
    "🟧": Colour.AMBER,
    "🔴": Colour.RED, "🟥": Colour.RED, "🔵": Colour.BLUE, "🟦": Colour.BLUE, "⚪": Colour.WHITE, "⬜": Colour.WHITE,
    "✅": Colour.BLUE, "✔": Colour.BLUE, "✓": Colour.BLUE,
}  # fmt: skip
BEGUN = {
    "in progress",
    "ongoing",
    "on going",
    "underway",
    "under way",
    "started",
    "begun",
    "n a",
    "none",
    "not applicable",
}
UNDOES = re.compile(r"\b(?:not|nearly|almost|partly|partially|mostly|no|to be|until|when|once|un|in)\s*$")
HUES = ((20, Colour.RED), (72, Colour.AMBER), (165, Colour.GREEN), (265, Colour.BLUE), (330, None), (361, Colour.RED))
# Saturation below which a shade is paper and not a colour: rows are banded in the palest blue, and blue says complete.
PALE, PALE_BLUE = 0.08, 0.15
DARK = 0.15


@lru_cache(2048)  # a history says the same five words, month by month
def colour_in_words(words: str) -> Colour | None:
    """None where the words name no colour, or more than one. A colour's name goes before what it means."""
    found = set(_named(words)) or set(_meant(_plain(words)))
    return found.pop() if len(found) == 1 else None


@lru_cache(2048)
def meant_otherwise(words: str) -> Colour | None:
    """Another colour than the one named, where the words beside the name mean it: “Green – complete”."""
    named, meant = set(_named(words)), set(_meant(_plain(words)))
    return meant.pop() if len(named) == 1 and len(meant) == 1 and meant != named else None


def tells_no_colour(words: str) -> bool:
    """Words that say how it goes, and no colour: “In progress”."""
    return _plain(words) in BEGUN or not re.search(r"\w", words)


@lru_cache(2048)
def colour_of_shade(fill: str) -> Colour | None:
    """The nearest of the four by its hue. White, grey and violet are nobody's colour."""
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", fill):
        return None
    red, green, blue = (int(fill[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if value < DARK:
        return None
    found = next(colour for limit, colour in HUES if hue * 360 < limit)
    return found if saturation >= (PALE_BLUE if found is Colour.BLUE else PALE) else None


def _named(words: str) -> Iterator[Colour]:
    yield from (colour for sign, colour in SIGNS.items() if sign in words)
    plain = _plain(words)
    letters = {colour.letter.lower(): colour for colour in Colour}
    first = re.sub(r"^(?:brag|rag)( rating| status)?\b", "", plain).split()
    if first and first[0] in letters and (len(first) == 1 or set(_meant(" ".join(first[1:]))) == {letters[first[0]]}):
        yield letters[first[0]]
    yield from (_WORDS[word] for word in plain.split() if word in _WORDS)


def _meant(plain: str) -> Iterator[Colour]:
    """What the phrases mean, the longest first, so that “not started” is not heard as “started”."""
    left = f" {plain} "
    for phrase, colour in _PHRASES:
        at = left.find(f" {phrase} ")
        if at >= 0 and not UNDOES.search(left[:at]):
            left = left.replace(f" {phrase} ", " ")
            yield colour


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[^a-z ]+", " ", words.lower()).split())


_WORDS = {colour.word.lower(): colour for colour in Colour} | ALSO_CALLED
_PHRASES = sorted(
    ((phrase, colour) for colour, phrases in MEANS.items() for phrase in phrases), key=lambda pair: -len(pair[0])
)
