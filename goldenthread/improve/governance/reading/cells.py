"""How the cells of a column are read. Each reader gives a value, or raises Unread with what is taken in its place."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from django.db.models import TextChoices
from rapidfuzz import fuzz, process

from goldenthread.foundation.intake import sheet

from .book import said

LIKE_ENOUGH = 86  # out of 100, as for headings
YES = {"yes", "y", "true", "x", "1", "✓", "✔", "chair", "accepted", "apologies", "sent apologies"}
NO = {"no", "n", "false", "0", "–", "-", "member", "not accepted", "present"}
HOUR = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|noon)?(?:\s*(?:to|[–-]).*)?", re.IGNORECASE)
WRITE_A_DAY = "Write the date as 31/08/2026."

Reader = Callable[[object], Any]


class Unread(ValueError):
    """The text is a sentence about the cell; `instead` is taken in its place, and None is nothing."""

    def __init__(self, why: str, what_to_do: str, instead: Any = None) -> None:
        super().__init__(why)
        self.what_to_do, self.instead = what_to_do, instead


def words(room: int = 0) -> Reader:
    """As it is written; cut, and said so, where there is room for less."""

    def read(value: object) -> str:
        text = said(value)
        if room and len(text) > room:
            why = f"There is room for {room} letters, and this has {len(text)}: it ends at “…{text[room - 30 : room]}”."
            raise Unread(why, "Shorten it, if what is cut matters.", text[:room])
        return text

    return read


def day(value: object) -> date:
    found = _day(value)
    if found is None:
        raise Unread(f"“{said(value)}” is not a date. It is left out.", WRITE_A_DAY)
    return found


def day_or_words(value: object) -> date | str:
    """Words such as “by the autumn” are kept as they are written: nobody is held to a day that was never named."""
    found = _day(value)
    if found is None:
        why = f"“{said(value)}” names no day. The words are kept; there is no date to hold anyone to."
        raise Unread(why, f"{WRITE_A_DAY[:-1]}, if one was meant.", said(value)[:100])
    return found


def number(value: object) -> int:
    text = said(value).strip("#. ")
    if not (text.isascii() and text.isdigit()) or int(text) > 9_999:
        raise Unread(f"“{said(value)}” is not a whole number.", "Write figures only.")
    return int(text)


def hour(value: object) -> time:
    if isinstance(value, datetime | time):
        return value.time() if isinstance(value, datetime) else value
    found = HOUR.fullmatch(said(value))
    hours = int(found[1]) if found else 24
    if found and found[3]:
        hours = hours % 12 + (12 if found[3].lower() != "am" else 0)
    minutes = int(found[2] or 0) if found else 0
    if hours > 23 or minutes > 59:
        raise Unread(f"“{said(value)}” is not a time of day. It is left out.", "Write it as 14:00.")
    return time(hours, minutes)


def tick(value: object) -> bool:
    text = said(value).casefold()
    if text in YES:
        return True
    if text in NO:
        return False
    raise Unread(f"“{said(value)}” says neither yes nor no. It is left out.", "Write yes or no.")


def one_of(choices: type[TextChoices], also: Mapping[str, str] | None = None) -> Reader:
    """A choice by its words, or by others that people use for it; the nearest spelling will do."""
    known = {label.casefold(): value for value, label in choices.choices} | dict(also or {})
    known |= {value.casefold(): value for value in choices.values}

    def read(value: object) -> str:
        text = said(value).casefold()
        found = text if text in known else _like(text, known)
        if not found:
            listed = "; ".join(str(label) for label in choices.labels)
            raise Unread(f"“{said(value)}” is none of: {listed}.", "Write one of them.")
        return known[found]

    return read


def _like(text: str, known: Mapping[str, str]) -> str:
    near = process.extractOne(text, list(known), scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH)
    return near[0] if near else ""


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return sheet.day(said(value))
    except ValueError:
        return None
