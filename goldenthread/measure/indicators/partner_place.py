"""Of whom a partner's figure is: the whole area, or one of its parts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.measure.indicators import bands
from goldenthread.measure.indicators.definition import Definition, Level
from goldenthread.measure.indicators.partner_cells import Doubt, Unreadable
from goldenthread.rules.sen2.codes import NEEDS
from goldenthread.rules.statistics import disclosure

LONGEST = 60
SEND = ("EHC plan", "SEN support", "no SEN")
LEVELS = {
    **{level.value: level for level in Level},
    "la": Level.AREA, "local authority": Level.AREA, "whole area": Level.AREA,
    "school": Level.ESTABLISHMENT, "urn": Level.ESTABLISHMENT, "setting": Level.ESTABLISHMENT,
    "primary need": Level.NEED, "age": Level.AGE_BAND, "age band": Level.AGE_BAND, "sen": Level.SEND,
    "send group": Level.SEND,
}  # fmt: skip
NAMES = {
    Level.AREA: "the whole area",
    Level.NEED: "need",
    Level.AGE_BAND: "age band",
    Level.ESTABLISHMENT: "school",
    Level.WAIT: "wait",
    Level.SEND: "SEND group",
    Level.PLACEMENT: "placement",
    Level.DISTRICT: "district",
    Level.SERVICE: "service",
}


@dataclass(frozen=True, slots=True)
class School:
    name: str
    closed_on: date | None = None
    followed_by: str = ""  # URN


@dataclass(frozen=True, slots=True)
class Former:
    """An area or a code that is no more. `whole`: it had the bounds that the area has now."""

    name: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What the area knows of itself. `area`: every way to write it. `former`: by old number or code. No schools: none
    have been brought, so that none is doubted.
    """

    area: frozenset[str]
    schools: Mapping[str, School]
    districts: Mapping[str, str]  # as written in any case → as held
    former: Mapping[str, Former]


def place_of(
    said: Mapping[str, str], definition: Definition, known: Known, start: date
) -> tuple[Level, str, list[Doubt]]:
    """The level, the place as it is held (empty for the area) and doubts. Raises Unreadable."""
    text = said.get("place", "")
    level = _level(said.get("level", ""), text, definition, known)
    _refuse_other_levels(level, definition)
    if level is Level.AREA:
        return level, "", _doubt_former(text, known)
    if not text:
        raise Unreadable("place", "The place is missing.", f"Say which {NAMES[level]} the figure is of.")
    if level is Level.ESTABLISHMENT:
        return level, *_school(text, known, start)
    held = _held_as(level, known)
    if held and text.lower() not in held:
        raise Unreadable("place", f"“{text}” is no {NAMES[level]} that we know.", f"Use {_one_of(held)}.")
    if len(text) > LONGEST:
        why = f"The name has {len(text)} letters, and the most that can be kept are {LONGEST}."
        raise Unreadable("place", why, "Give a shorter one that no other place has.")
    return level, held.get(text.lower(), text), []


def _level(word: str, place: str, definition: Definition, known: Known) -> Level:
    if word:
        if word.lower() not in LEVELS:
            raise Unreadable("level", f"“{word}” is no level that we know.", f"Use one of: {_names(definition)}.")
        return LEVELS[word.lower()]
    if not place or place.lower() in known.area or place.upper() in known.former:
        return Level.AREA
    if re.fullmatch(r"\d{6}", place):
        return Level.ESTABLISHMENT
    if re.fullmatch(r"\d{3}|[EWSN]\d{8}", place):
        raise Unreadable("place", f"{place} is the number of another area.", "Bring it where that area is looked at.")
    for level in definition.levels:
        if place.lower() in _held_as(level, known):
            return level
    if Level.SERVICE in definition.levels:
        return Level.SERVICE
    raise Unreadable(
        "place",
        f"We cannot tell what “{place}” is.",
        f"Leave it empty for the whole area, or say in the column level which of these it is: {_names(definition)}.",
    )


def _refuse_other_levels(level: Level, definition: Definition) -> None:
    if level is Level.AREA and level in definition.levels:
        return
    if level is not Level.AREA and not disclosure.rule(definition.disclosure).cross_tables_below_area:
        raise Unreadable(
            "place",
            f"“{definition.title}” tells of so few children that only the whole area’s figure is taken (rule D5).",
            "Send the whole area’s figure, and leave its parts out.",
        )
    if level not in definition.levels:
        raise Unreadable(
            "level",
            f"“{definition.title}” is not given by {NAMES[level]}.",
            f"Give it for: {_names(definition)}.",
        )


def _doubt_former(text: str, known: Known) -> list[Doubt]:
    found = known.former.get(text.upper())
    if found is None:
        return []
    if not found.whole:
        raise Unreadable(
            "place",
            f"{text} is the old number of {found.name}, which is not the same as this area: it was joined or divided.",
            "Ask for the figure of the whole area as it is now.",
        )
    why = f"{text} is the old number of {found.name}: the figure is taken as this area’s."
    return [Doubt("place", why, "Ask the sender to use the number of today.")]


def _school(urn: str, known: Known, start: date) -> tuple[str, list[Doubt]]:
    if not re.fullmatch(r"\d{6}", urn):
        raise Unreadable(
            "place", f"“{urn}” is not a school’s number.", "Give the six digits of its unique reference number (URN)."
        )
    school = known.schools.get(urn)
    if not known.schools or (school is not None and not _closed(school, start)):
        return urn, []
    if school is None:
        why, what_to_do = f"{urn} is not among the area’s schools.", "Check the number, or bring the schools first."
    else:
        after = f"; {school.followed_by} followed it" if school.followed_by else ""
        why = f"{school.name} ({urn}) had closed before this period{after}."
        what_to_do = "If the figure is of the school that followed it, give that one’s number."
    return urn, [Doubt("place", why, what_to_do)]


def _closed(school: School, start: date) -> bool:
    return school.closed_on is not None and school.closed_on <= start


def _held_as(level: Level, known: Known) -> Mapping[str, str]:
    """Lower case → as held, of the levels that have a list; empty where any words will do."""
    if level is Level.DISTRICT:
        return known.districts
    lists: dict[Level, tuple[str, ...]] = {
        Level.SEND: SEND,
        Level.NEED: tuple(NEEDS),
        Level.AGE_BAND: tuple(name for _, name in bands.AGES),
    }
    return {name.lower(): name for name in lists.get(level, ())}


def _one_of(held: Mapping[str, str]) -> str:
    *first, last = held.values()
    return f"{', '.join(first)} or {last}" if first else last


def _names(definition: Definition) -> str:
    return ", ".join(NAMES[level] for level in definition.levels)
