"""Whose row it is: the pupil, by a pseudonym; and the school, by its number in the register."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.rules.sen2.identity import person_key

from .cells import day
from .told import Told, understood

if TYPE_CHECKING:
    from goldenthread.record.establishments.models import Establishment

SCHOOL = "school:"  # begins the answer that says which school a file's own name for it means


@dataclass
class Known:
    """What an area knows before it reads a file. `rolls`: pupils by the number that a census gave their row, both
    pseudonyms; `earlier` finds those of the censuses held. `strange`: names of schools not known, as they were met.
    """

    register: Mapping[str, "Establishment"]
    pseudonym: Callable[[str], str]
    chosen: Mapping[str, str] = field(default_factory=dict)
    earlier: Callable[[], dict[str, str]] = dict
    rolls: dict[str, str] = field(default_factory=dict)
    strange: list[str] = field(default_factory=list)
    one_school: bool = False  # the file names none: a person says which

    @property
    def laestabs(self) -> dict[str, str]:
        return {each.laestab: urn for urn, each in self.register.items() if each.laestab}


def children(told: Told, known: Known) -> pa.StringArray:
    """By unique pupil number, else by the census's own row number, else by name and birth date. Null, and kept aside,
    where nothing says who it is.
    """
    numbers = told.each("upn", lambda upn: known.pseudonym(person_key({"upn": upn})) if upn else None, pa.string())
    child = numbers
    if told.has("roll") and numbers.null_count:
        known.rolls = known.rolls or known.earlier()
        child = pc.coalesce(numbers, understood(rolls(told, known), known.rolls.get, pa.string()))
    if told.has("surname") and told.has("born"):
        nameless = pc.is_null(child)
        child = pc.coalesce(child, _by_name(told, known, nameless))
        told.tell(
            "PUP2", "query", pc.and_(nameless, pc.is_valid(child)), "upn",
            "This pupil has no unique pupil number, and is known by name and birth date alone.",
            "Give the number where there is one, so that the pupil is found again in other files.",
        )  # fmt: skip
    told.tell(
        "PUP3", "error", pc.is_null(child), "upn" if told.has("upn") else "roll",
        "Nothing in this row says which pupil it is of.",
        "Give the unique pupil number; or bring the census first, in which the pupil has this row number.",
    )  # fmt: skip
    return child


def rolls(told: Told, known: Known) -> pa.StringArray:
    """Pseudonyms of the census's own row numbers, which are of one school's system; null for none."""
    pairs = pc.binary_join_element_wise(told.text("native"), told.text("roll"), "|")
    return understood(pairs, lambda pair: None if pair.endswith("|") else known.pseudonym(f"ROLL:{pair}"), pa.string())


def _by_name(told: Told, known: Known, wanted: pa.BooleanArray) -> pa.StringArray:
    found: list[str | None] = [None] * len(told)
    places = pc.indices_nonzero(wanted)
    cells = (told.text(name).take(places).to_pylist() for name in ("surname", "forename", "born", "postcode"))
    for place, surname, forename, born, postcode in zip(places.to_pylist(), *cells, strict=True):
        born_on = day(born)
        if surname and born_on:
            person = {
                "surname": surname, "forename": forename, "personbirthdate": born_on.isoformat(), "postcode": postcode,
            }  # fmt: skip
            found[place] = known.pseudonym(person_key(person))
    return pa.array(found, pa.string())


def schools(told: Told, known: Known) -> pa.StringArray:
    """URNs, by the number itself, the authority's number, or what a person said that the file's name for it means."""
    column = next((name for name in ("urn", "laestab", "native") if told.has(name)), "")
    urn = told.each(column, lambda cell: _urn(cell, known), pa.string())
    unknown = pc.is_null(urn)
    for cell in pc.unique(told.text(column).filter(unknown)).to_pylist():
        if cell not in known.strange:
            known.strange.append(cell)
    told.tell_each(
        "PUP4", "error", unknown, column, "{value} is no school of the register.",
        "Say below which school it is, by its URN; or bring the register of schools first.",
    )  # fmt: skip
    registered = pc.is_in(urn, pa.array(list(known.register), pa.string()))
    told.tell_each(
        "PUP5", "query", pc.and_not(pc.is_valid(urn), registered), column,
        "{value} is not in the register that is held. Its pupils are counted, without a kind of school.",
        "Bring the register of schools, so that its kind is known.",
    )  # fmt: skip
    return urn


def _urn(cell: str, known: Known) -> str | None:
    number = "".join(each for each in cell if each.isascii() and each.isalnum())
    if number in known.register:
        return number
    if said := known.chosen.get(f"{SCHOOL}{cell}", "").strip():
        return said if said.isdecimal() and len(said) <= 6 else None
    if found := known.laestabs.get(number):
        return found
    return number if number.isdecimal() and len(number) == 6 else None


def say_closed(told: Told, known: Known, urn: pa.Array, on: pa.Array) -> None:
    """A school that closed, or became an academy, before the day it tells of."""
    column = next((name for name in ("urn", "laestab", "native") if told.has(name)), "")
    for number in pc.unique(urn).to_pylist():
        school = known.register.get(number) if number else None
        if school is None or school.closed_on is None:
            continue
        after = pc.and_(pc.equal(urn, number), pc.greater_equal(on, pa.scalar(school.closed_on, pa.date32())))
        told.tell_each("PUP7", "query", after, column, *_closed(school, known))


def _closed(school: Any, known: Known) -> tuple[str, str]:
    closed: date = school.closed_on
    said = f"{{value}}, {school.name}, closed on {closed.day} {closed:%B %Y}."
    if not school.successor_urn:
        return said, "If it became an academy, give the academy's number; or bring the register's file of links."
    successor = known.register.get(school.successor_urn)
    name = f", {successor.name}" if successor else ""
    return said, f"It was followed by {school.successor_urn}{name}: give that number."
