"""How a paper says days, counts, money and colours."""

from collections.abc import Sequence
from datetime import date

from goldenthread.publish.reports.document import Cell, Tone
from goldenthread.rules.calendar import format_date
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.statistics.rounding import number

OUTSTANDING = "Outstanding"


def day(value: date | None, missing: str = "not given") -> str:
    return format_date(value) if value else missing


def many(count: int, thing: str, things: str = "") -> str:
    """“1 action”, “17 actions”, “no action”."""
    if count == 0:
        return f"no {thing}"
    return f"{number(count)} {thing if count == 1 else things or thing + 's'}"


def is_or_are(count: int, thing: str, things: str = "") -> str:
    return f"{many(count, thing, things)} {'are' if count > 1 else 'is'}"


def pounds(amount: int) -> str:
    return f"£{number(amount)}"


def listed(names: Sequence[str]) -> str:
    """“a, b and c”."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def sentence(words: str) -> str:
    """Begun with a capital and ended with a stop."""
    whole = words.strip()
    return f"{whole[:1].upper()}{whole[1:]}{'' if whole.endswith(('.', '!', '?', ':')) else '.'}"


def coloured(colour: Colour) -> Cell:
    return Cell.of(f"{colour.letter} {colour.word}", tone=tone(colour))


def tone(colour: Colour) -> Tone:
    return Tone(colour.word.lower())
