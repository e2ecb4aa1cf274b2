"""DOOR. Which schools and settings, and of what kind; and what is held of their pupils, none of whom has a name."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.rules.calendar import academic_year
from goldenthread.rules.cases import SchoolFacts
from goldenthread.rules.sen2 import case

from .kinds import ATTENDING, COUNTED, supply_of
from .models import Establishment, PupilExtract

if TYPE_CHECKING:
    from .extracts.frozen import Extract
    from .extracts.made import Made

MAINSTREAM = {Establishment.Kind.MAINSTREAM, Establishment.Kind.EARLY_YEARS, Establishment.Kind.POST16}


def establishments(area: LocalArea) -> QuerySet[Establishment]:
    return Establishment.objects.filter(area=area)


def open_on(area: LocalArea, on: date) -> QuerySet[Establishment]:
    """Open on a day; an establishment whose dates are not known counts as open."""
    opened = Q(opened_on__isnull=True) | Q(opened_on__lte=on)
    not_closed = Q(closed_on__isnull=True) | Q(closed_on__gt=on)
    return establishments(area).filter(opened & not_closed)


def by_urn(area: LocalArea, urns: Collection[str] | None = None) -> dict[str, Establishment]:
    """{URN: establishment}; all of the area's when no numbers are given."""
    found = establishments(area)
    return {each.urn: each for each in (found if urns is None else found.filter(urn__in=urns))}


def kinds(area: LocalArea) -> dict[str, str]:
    """{URN: kind} for every establishment known to an area."""
    return dict(establishments(area).values_list("urn", "kind"))


def facts(area: LocalArea) -> dict[str, SchoolFacts]:
    """{URN: what the frozen tables say of a school}."""
    found = establishments(area).values_list("urn", "kind", "stands_in", "district")
    return {
        urn: SchoolFacts(kind, _home(stands_in, area), district or None) for urn, kind, stands_in, district in found
    }


def rows(area: LocalArea) -> list[dict[str, Any]]:
    """The frozen table of establishments."""
    columns = ("urn", "name", "phase", "kind", "places")
    return [
        {
            **{name: getattr(one, name) for name in columns},
            "district": one.district or None,
            "home_area": _home(one.stands_in, area),
        }
        for one in establishments(area)
    ]


def _home(stands_in: str, area: LocalArea) -> bool | None:
    return stands_in == area.code if stands_in else None


def names(area: LocalArea, urns: Iterable[str]) -> dict[str, str]:
    """{URN: name}; a number that is not known has no entry."""
    return dict(establishments(area).filter(urn__in=set(urns)).values_list("urn", "name"))


def for_checks(area: LocalArea) -> dict[str, case.Establishment] | None:
    """{URN: what the checks of a return ask about a school}; None while the area has brought no schools, so that
    none is blamed.
    """
    found = {
        each.urn: case.Establishment(
            urn=each.urn,
            opened_on=each.opened_on.isoformat() if each.opened_on else "",
            closed_on=each.closed_on.isoformat() if each.closed_on else "",
            mainstream=each.kind in MAINSTREAM,
            sen_unit=each.sen_unit,
            resourced_provision=each.resourced_provision,
        )
        for each in establishments(area)
    }
    return found or None


KINDS = {str(kind): str(label) for kind, label in PupilExtract.Kind.choices}


def frozen_pupils(area: LocalArea, as_at: date) -> dict[str, Any]:
    """{table: Arrow table} of pupils, half-days and exclusions, as known on a day. Raises FileNotFoundError where a
    file was lost.
    """
    from .extracts import frozen

    schools, code = facts(area), area.code
    roll = frozen.pupils(_extracts(area, "census"), as_at, code, schools)
    return {
        "pupils": roll,
        "sessions": frozen.sessions(_extracts(area, "sessions"), roll, as_at, code, schools),
        "exclusions": frozen.exclusions(_extracts(area, "exclusions"), roll, as_at, code, schools),
    }


def _extracts(area: LocalArea, kind: str) -> "list[Extract]":
    from .extracts.frozen import Extract

    held = PupilExtract.objects.filter(area=area, kind=kind).order_by("pk")
    return [Extract(each.day, each.sha256, frozenset(each.schools), each.received_on) for each in held]


def children_by_roll(area: LocalArea) -> dict[str, str]:
    """{row number of a census: pupil}, both pseudonyms; a later census wins."""
    from .extracts import store

    found: dict[str, str] = {}
    for each in PupilExtract.objects.filter(area=area, kind="census").order_by("day", "pk"):
        rows = store.load(each.sha256, ("roll", "child")).drop_null()
        found |= dict(zip(rows["roll"].to_pylist(), rows["child"].to_pylist(), strict=True))
    return found


def extract_held(area: LocalArea, made: "Made") -> tuple[bool, int]:
    """Whether these very rows are the newest held of their kind and day; and how many rows they would replace."""
    from .extracts import store

    held = PupilExtract.objects.filter(area=area, kind=made.kind, day=made.day).order_by("-pk")
    if not held:
        return False, 0
    told_before = {urn for each in held for urn in each.schools}
    rows = made.table["urn"].to_pylist()
    same = held[0].sha256 == store.address(store.packed(made.table))
    return same, sum(urn in told_before for urn in rows)


@dataclass(frozen=True)
class Response:
    """Who told, of those asked. `required` of the silent have a duty to send it to the council; the others send it by
    goodwill.
    """

    asked: int
    told: int
    required: tuple[Establishment, ...]
    goodwill: tuple[Establishment, ...]


def response(area: LocalArea, kind: str, day: date) -> Response:
    """Which schools supplied one kind of extract for a census day or term: of those open that day whose pupils the
    school census counts. None told of an exclusion where a school told of its pupils in that school year: it had none.
    Nursery schools are not asked of absence.
    """
    counted = COUNTED if kind == PupilExtract.Kind.CENSUS else ATTENDING
    asked = [each for each in open_on(area, day) if each.kind in counted]
    told = _schools_told(area, kind, day)
    silent = [each for each in asked if each.urn not in told]
    required = tuple(each for each in silent if supply_of(each.type_name, each.kind) == "required")
    goodwill = tuple(each for each in silent if each not in required)
    return Response(len(asked), len(asked) - len(silent), required, goodwill)


def silent_schools(area: LocalArea, kind: str, day: date) -> list[Establishment]:
    """Those asked that supplied nothing, by name; missing is not zero."""
    found = response(area, kind, day)
    return sorted((*found.required, *found.goodwill), key=lambda each: each.name)


def _schools_told(area: LocalArea, kind: str, day: date) -> set[str]:
    held = PupilExtract.objects.filter(area=area)
    if kind == PupilExtract.Kind.EXCLUSIONS:
        year = academic_year(day)
        some = [each for each in held if academic_year(each.day) == year]
    else:
        some = list(held.filter(kind=kind, day=day))
    return {urn for each in some for urn in each.schools}
