"""Invented schools and settings: schools.csv in the shape of the government's register of schools (GIAS)."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import TextIO

from .dice import Dice
from .people import postcode
from .profile import FULL_SIZE

_PLACES = (
    "Marlbridge", "Ashcombe", "Upton Marl", "Kingsmarl", "Brackley Heath", "Wendlow", "Castle Orrin", "Thornby",
    "Ledwick", "Great Saltham", "Little Saltham", "Priors Elmley", "Fernhurst", "Old Dray", "Nether Dray",
    "Hallow Cross", "Westering", "Cobbleford", "Ravensmoor", "Holt Abbey",
)  # fmt: skip
DISTRICTS = ("Marlbridge", "Ashcombe and Orrin", "Wendlow", "North Saltham", "Dray Valley", "Ravensmoor")
_DEDICATIONS = (
    "St Anne's", "St Bede's", "St Chad's", "St Oswald's", "Holy Cross", "St Wilfrid's", "All Hallows", "St Hilda's",
)  # fmt: skip
_FEATURES = (
    "Orchard", "Mill Lane", "Riverside", "Hillcrest", "Beacon", "Woodfield", "Meadow", "Churchfields", "Greenway",
    "Larkrise", "Oakfield", "Brookside", "Station Road", "Heathlands", "Northfield", "Southgate", "Elm Tree",
    "Quarry Bank", "Long Acre", "Swan Lane", "Windmill", "Priory",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class School:
    urn: str
    ukprn: str
    name: str
    kind: str  # as in profile.PLACEMENTS_BY_AGE
    type: str
    phase: str
    low: int
    high: int
    pupils: int
    town: str
    postcode: str
    opened: date
    closed: date | None = None
    unit: int = 0
    resourced: int = 0


@dataclass(frozen=True, slots=True)
class _Plan:
    """So many of one kind in an area of full size; `size` is the usual number of pupils."""

    number: int
    kind: str
    type: str
    phase: str
    suffix: str
    low: int
    high: int
    size: int


_PLANS = (
    _Plan(5, "early_years", "Local authority nursery school", "Nursery", "Nursery School", 2, 5, 80),
    _Plan(78, "mainstream_maintained", "Community school", "Primary", "Primary School", 4, 11, 210),
    _Plan(96, "mainstream_academy", "Academy converter", "Primary", "Primary Academy", 4, 11, 240),
    _Plan(6, "mainstream_maintained", "Foundation school", "Secondary", "High School", 11, 18, 820),
    _Plan(26, "mainstream_academy", "Academy converter", "Secondary", "Academy", 11, 18, 980),
    _Plan(8, "mainstream_independent", "Other independent school", "Not applicable", "School", 3, 18, 260),
    _Plan(6, "special_maintained", "Community special school", "Not applicable", "Special School", 3, 19, 150),
    _Plan(6, "special_academy", "Academy special converter", "Not applicable", "Special Academy", 4, 19, 160),
    _Plan(7, "special_independent", "Other independent special school", "Not applicable", "House School", 5, 19, 50),
    _Plan(4, "alternative", "Pupil referral unit", "Not applicable", "Short Stay School", 5, 16, 60),
    _Plan(4, "college", "Further education", "16 plus", "College", 16, 99, 2400),
    _Plan(2, "specialist_post16", "Special post 16 institution", "16 plus", "Pathways College", 16, 25, 70),
)


def schools(code: str, plans: int, roll: Dice) -> list[School]:
    """248 establishments at full size, fewer or more in proportion, and never none of a kind."""
    serials, taken, made = count(), set[str](), list[School]()
    for plan in _PLANS:
        for position in range(max(1, round(plan.number * plans / FULL_SIZE))):
            made.append(_school(plan, code, next(serials), position, taken, roll))
    return made


def _school(plan: _Plan, code: str, serial: int, position: int, taken: set[str], roll: Dice) -> School:
    town = roll.choice(_PLACES)
    secondary = plan.phase == "Secondary"
    return School(
        urn=f"{900_000 + (int(code) * 97 + serial) % 99_000:06}",
        ukprn=f"{19_000_000 + int(code) * 1000 + serial}" if plan.low >= 16 else "",
        name=_name(plan, town, taken, roll),
        kind=plan.kind,
        type=plan.type,
        phase=plan.phase,
        low=plan.low,
        high=plan.high,
        pupils=round(plan.size * roll.uniform(0.6, 1.5)),
        town=town,
        postcode=postcode(roll),
        opened=date(roll.randint(1955, 2016), 9, 1),
        closed=date(2025, 8, 31)
        if (plan.kind, position) == ("mainstream_maintained", 77)
        else None,  # one small primary school closed
        unit=12 if plan.kind.startswith("mainstream_a") and position % 9 == 1 else 0,
        resourced=16 if plan.kind.startswith("mainstream_a") and position % (4 if secondary else 12) == 2 else 0,
    )


def _name(plan: _Plan, town: str, taken: set[str], roll: Dice) -> str:
    while True:
        middle = roll.choice(_FEATURES if plan.phase != "Primary" or roll.random() < 0.7 else _DEDICATIONS)
        for name in (f"{middle} {plan.suffix}", f"{town} {middle} {plan.suffix}"):
            if name not in taken:
                taken.add(name)
                return name
        town = roll.choice(_PLACES)


HEADINGS = (
    "URN", "LA (code)", "LA (name)", "EstablishmentName", "TypeOfEstablishment (name)", "EstablishmentStatus (name)",
    "OpenDate", "CloseDate", "PhaseOfEducation (name)", "StatutoryLowAge", "StatutoryHighAge", "NumberOfPupils",
    "UKPRN", "Town", "Postcode", "TypeOfResourcedProvision (name)", "ResourcedProvisionCapacity", "SenUnitCapacity",
    "EstablishmentNumber", "DistrictAdministrative (name)", "SchoolCapacity",
)  # fmt: skip


def write(file: TextIO, code: str, name: str, made: Iterable[School]) -> None:
    """GIAS's own column headings; dates as GIAS prints them, day first."""
    out = csv.writer(file, lineterminator="\n")
    out.writerow(HEADINGS)
    for one in made:
        status = "Closed" if one.closed else "Open"
        closed = f"{one.closed:%d-%m-%Y}" if one.closed else ""
        out.writerow(
            (one.urn, code, name, one.name, one.type, status, f"{one.opened:%d-%m-%Y}", closed, one.phase, one.low,
             one.high, one.pupils, one.ukprn, one.town, one.postcode, _provision(one), one.resourced or "",
             one.unit or "", int(one.urn) % 9000 + 1000, _district(one), _places(one))
        )  # fmt: skip


def _places(one: School) -> int:
    """Special schools are of like size, and full."""
    special = one.kind in ("special_maintained", "special_academy")
    return round(69 + 0.3 * one.pupils if special else 1.08 * one.pupils)


def _district(one: School) -> str:
    """By town: a town lies in one district."""
    return DISTRICTS[_PLACES.index(one.town) * len(DISTRICTS) // len(_PLACES)]


def _provision(one: School) -> str:
    kinds = {(False, False): "Not applicable", (True, False): "Resourced provision", (False, True): "SEN unit"}
    return kinds.get((bool(one.resourced), bool(one.unit)), "Resourced provision and SEN unit")
