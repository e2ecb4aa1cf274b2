"""DOOR. Which schools and settings, and of what kind."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.rules.cases import SchoolFacts
from goldenthread.rules.sen2 import case

from .models import Establishment

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
