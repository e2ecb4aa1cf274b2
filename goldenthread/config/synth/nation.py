"""A return for every area of England, as large as its plans in force. One area at a time, so memory stays flat."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from goldenthread.rules.sen2.writer import write_xml

from .area import imagine
from .areas import Area, areas
from .dice import Dice, dice
from .profile import marlshire
from .returns import Collection, Record, persons

IN_FORCE = 0.8075  # of the plans that the story ends with, so many stand already at the census of 2026
ASKED_BEFORE = 0.185  # so many had asked years earlier, in vain: with them a nation's files hold a million requests

_IN_VAIN = {"requestsource": "1", "rya": "0", "requestoutcome": "H"}
_ASSESSED = {"assessmentoutcome": "H", "week20": "0"}


def write(folder: Path, seed: int, plans: int | None = None, year: int = 2026) -> Iterator[tuple[Area, Path]]:
    """Write `sen2_YEAR_CODE.xml` for each of the 153 areas, naming each as it is done.

    `plans` is the nation's number in force on census day, shared out in proportion; None means each area's own. All
    people are fictional.
    """
    folder.mkdir(parents=True, exist_ok=True)
    whole = sum(area.plans for area in areas())
    told = Collection.january(year)
    for area in areas():
        share = area.plans if plans is None else plans * area.plans / whole
        profile = replace(marlshire(max(round(share / IN_FORCE), 1)), code=area.code, name=area.name)
        path = folder / f"sen2_{year}_{area.code}.xml"
        own = seed + int(area.code)
        listed = asked_before(persons(imagine(profile, own).cases, told), dice(own, "asked before"))
        with path.open("wb") as stream:
            write_xml(stream, told.header(area.code), listed)
        yield area, path


def asked_before(told: Iterable[Record], roll: Dice) -> Iterator[Record]:
    """The same persons, some of whom had been assessed years before, and had got no plan."""
    for person in told:
        requests = person["requests"]
        if isinstance(requests, list) and roll.random() < ASKED_BEFORE:
            first = date.fromisoformat(requests[0]["receiveddate"])
            asked = (first - timedelta(roll.randint(400, 800))).isoformat()
            if asked > str(person["personbirthdate"]):
                requests.append({"receiveddate": asked, **_IN_VAIN, "assessment": dict(_ASSESSED)})
        yield person
