"""Pupils on roll on a census day."""

from collections.abc import Mapping
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from . import when
from .cells import day, main
from .made import Brought
from .send import born_months, primary_needs, statuses
from .told import Told
from .who import Known, children, rolls, say_closed, schools

WANTED = {
    "upn": ("unique pupil number", "upn", "pupil number"),
    "roll": ("pupilonrolltableid",),
    "urn": ("urn", "school urn", "unique reference number"),
    "laestab": ("laestab", "dfe number", "la estab", "school number"),
    "native": ("NativeId",),
    "surname": ("surname", "legal surname", "last name"),
    "forename": ("forename", "legal forename", "first name"),
    "postcode": ("postcode", "home postcode"),
    "born": ("dob", "date of birth", "birth date", "personbirthdate"),
    "sen": ("senprovision", "sen provision", "sen status", "sen"),
    "need": ("primary need", "primary sen need", "sentype", "sen type"),
    "status": ("enrolstatus", "enrolment status", "enrol status"),
    "entry": ("entrydate", "entry date", "date of entry"),
    "census_on": ("census date", "census day"),
}
NEEDS_WANTED = {"roll": ("pupilonrolltableid",), "native": ("NativeId",), "rank": ("sentyperank",),
                "need": ("sentype",)}  # fmt: skip


def read(told: Told, listed: Mapping[str, str], on: date | None, known: Known, brought: Brought) -> None:
    """Into `brought`. `on` is the census day of rows that do not say theirs; `listed` primary needs by row number."""
    census_on = _days(told, on)
    urn, child = schools(told, known), children(told, known)
    say_closed(told, known, urn, census_on)
    send = statuses(told, needed=True)
    columns = {
        "child": child, "urn": urn, "day": census_on, "born_month": born_months(told), "send": send,
        "need": primary_needs(told, listed, known), "roll": rolls(told, known),
    }  # fmt: skip
    counted = told.each("status", main, pa.bool_())
    twice, later = _twice(told, child, urn, census_on, counted)
    told.tell(
        "PUP14", "query", twice, "upn", "This pupil stands on the roll of this school twice on one census day.",
        "The pupil is counted once. Look which of the rows is right.",
    )  # fmt: skip
    told.tell(
        "PUP15", "query", later, "upn",
        "This pupil has a sole or main registration at two schools on one census day.",
        "The pupil is counted once, at the school entered later. Ask the other school whether it is a subsidiary one.",
    )  # fmt: skip
    table = pa.table({**columns, "main": pc.and_not(counted, later)})
    brought.take("census", told, table.filter(pc.invert(pc.or_(told.aside, twice))))


def _days(told: Told, on: date | None) -> pa.Date32Array:
    own = told.each("census_on", day, pa.date32())
    census_on = pc.coalesce(own, pa.scalar(on, pa.date32()))
    told.tell(
        "PUP13", "error", pc.is_null(census_on), "census_on", "Nothing says on which census day this is.",
        "Give the day below, as 15 January 2026; or in a column headed Census date.",
    )  # fmt: skip
    return census_on


def _twice(
    told: Told, child: pa.Array, urn: pa.Array, days: pa.Array, counted: pa.Array
) -> tuple[pa.BooleanArray, pa.BooleanArray]:
    """Which rows repeat one before them; and which main registrations give way to that of a school entered later."""
    entry = told.each("entry", day, pa.date32()).to_pylist() if told.has("entry") else [None] * len(told)
    seen: set[tuple[object, ...]] = set()
    main_at: dict[tuple[object, ...], int] = {}
    twice, later = [False] * len(told), [False] * len(told)
    rows = zip(child.to_pylist(), urn.to_pylist(), days.to_pylist(), counted.to_pylist(), strict=True)
    for place, (who, where, on, is_main) in enumerate(rows):
        if who is None or where is None or on is None:
            continue
        if (who, where, on) in seen:
            twice[place] = True
            continue
        seen.add((who, where, on))
        if not is_main:
            continue
        held = main_at.setdefault((who, on), place)
        if held != place:
            gone, stays = sorted((held, place), key=lambda each: (entry[each] or date.min, each))
            later[gone], main_at[who, on] = True, stays
    return pa.array(twice, pa.bool_()), pa.array(later, pa.bool_())


def say_wrong_year(told: Told, name: str, on: date | None) -> None:
    """The file's own days and the year in its name do not agree."""
    named = when.named_census(name)
    said = [each for each in pc.unique(told.each("census_on", day, pa.date32())).to_pylist() if each]
    strange = [each for each in said if named and each.year != named.year] if on is None or named == on else []
    for each in strange:
        words = f"The file’s name speaks of {named.year if named else ''}, its rows of {each.day} {each:%B %Y}."
        told.say(
            "PUP16", "query", words, "census_on", "The rows’ own days are taken. Look whether it is the right file."
        )
