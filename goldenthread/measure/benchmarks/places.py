"""Which area a row of a published file is of. A row names it by a number, an ONS code or a name, of today or before."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from . import packaged
from .areas import ENGLAND
from .changes import NEW_CODE, changes, successors

AREA, REGION, NATION = "local authority", "regional", "national"
LEVELS = {
    "local authority": AREA, "la": AREA, "regional": REGION, "region": REGION, "national": NATION, "country": NATION,
    "england": NATION,
}  # fmt: skip
ALIASES = {"county durham": "840", "bedford": "822", "dorset": "838", "poole": "836", "bournemouth": "837"}
WIDER = {
    "north east yorkshire and the humber": "",  # Ofsted's region is two of the nation's nine
    "yorkshire and humber": "E12000003",
    "east": "E12000006",
}


@dataclass(frozen=True, slots=True)
class Place:
    """What identifies the place in a row: any of these may be empty."""

    level: str = ""
    number: str = ""
    ons: str = ""
    name: str = ""
    region_code: str = ""
    region_name: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """`code` is ours, or "level: name" for a kind of place that we do not compare; empty with a `why` where unknown."""

    code: str
    why: str = ""
    note: str = ""  # how it was found, where that is not plain: by an old code


def find(place: Place) -> Found:
    level = _level(place)
    if level == NATION:
        return Found(ENGLAND)
    if level == REGION:
        return _region(place)
    if level != AREA:
        name = place.name or place.region_name or place.ons or place.number
        return Found(f"{place.level}: {name}") if name else Found("", f"a {place.level.lower()} without a name or code")
    return _area(place)


def _level(place: Place) -> str:
    if place.level.strip() not in ("", "NA"):
        return LEVELS.get(place.level.strip().casefold(), place.level)
    if place.number or place.ons.startswith(("E06", "E08", "E09", "E10")):
        return AREA
    name = place.name.strip().casefold()
    if name in ("england", "") and not place.region_code:
        return NATION if name or not place.region_name or place.region_name.casefold() == "england" else REGION
    return AREA if name else REGION


def _area(place: Place) -> Found:
    number = place.number.strip().removesuffix(".0").zfill(3) if place.number.strip() else ""
    if number in packaged.areas() or number in _former():
        return _with_note(number, place.ons)
    if (code := _by_ons().get(place.ons.strip())) is not None:
        return _with_note(code, place.ons)
    if (code := _by_name().get(plain_name(place.name))) is not None:
        return Found(code)
    told = ", ".join(filter(None, (number, place.ons.strip(), place.name.strip()))) or "none is given"
    return Found("", f"no area of England is known by: {told}")


def _with_note(code: str, ons: str) -> Found:
    """Names the change, where a row goes by a code that has been replaced, or is of an area that is no more."""
    renamed = [c for c in changes() if c.kind == NEW_CODE and ons == c.old_ons and code == c.new_code]
    return Found(code, note=" ".join(change.sentence for change in (*renamed, *successors(code))))


def _region(place: Place) -> Found:
    if place.region_code.strip() in packaged.areas():
        return Found(place.region_code.strip())
    for name in (place.region_name, place.name):
        if code := _regions().get(plain_name(name), WIDER.get(plain_name(name), "")):
            return Found(code)
    if plain_name(place.region_name or place.name) == "england":
        return Found(ENGLAND)
    told = place.region_code or place.region_name or place.name or "none is given"
    return Found("", f"no region of England is known by: {told}")


def plain_name(name: str) -> str:
    """A name without the marks that files spell it with: "Bristol, City of" and "Bristol City of" are "bristol"."""
    words = re.sub(r"[^a-z ]", " ", name.casefold().replace("&", " and ").replace("'", "").replace("’", ""))
    return re.sub(r" (city of|county of|pre lgr?)$", "", " ".join(words.split()))


@cache
def _by_name() -> Mapping[str, str]:
    areas = [place for place in packaged.areas().values() if place.kind in packaged.RANKED]
    former = {plain_name(place.name): place.code for place in areas if place.kind == "former area"}
    today = {plain_name(place.name): place.code for place in areas if place.kind == "area"}
    gone = {plain_name(change.old_name): change.old_code for change in changes() if change.kind != NEW_CODE}
    return gone | former | today | ALIASES


@cache
def _by_ons() -> Mapping[str, str]:
    known = {place.ons_code: place.code for place in packaged.areas().values() if place.kind in packaged.RANKED}
    changed = {ons: code for c in changes() for ons, code in ((c.old_ons, c.old_code), (c.new_ons, c.new_code)) if ons}
    return changed | known


@cache
def _regions() -> Mapping[str, str]:
    wider = ("region", "part of a region")
    return {plain_name(place.name): place.code for place in packaged.areas().values() if place.kind in wider}


@cache
def _former() -> frozenset[str]:
    return frozenset(change.old_code for change in changes())
