"""The way about: each destination, for those who may see it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from goldenthread.foundation.intake.permissions import may_bring_files
from goldenthread.foundation.partnership.models import Person
from goldenthread.foundation.partnership.permissions import Access, FieldClass, may, may_manage_people
from goldenthread.record.casework.permissions import may_see_waiting_list


@dataclass(frozen=True)
class Destination:
    """`allows` says who may go there; a destination whose room is not built yet is not shown."""

    text: str
    view: str
    allows: Callable[[Person], bool]

    def address(self) -> str:
        """Empty while the room has not been built."""
        try:
            return reverse(self.view)
        except NoReverseMatch:
            return ""


def _reads(field_class: FieldClass) -> Callable[[Person], bool]:
    return lambda person: may(person, Access.READ, field_class)


def _anybody(_person: Person) -> bool:
    return True


DESTINATIONS = (
    Destination("Home", "home", _anybody),
    Destination("Plan", "plans:index", _reads(FieldClass.PLAN)),
    Destination("Children", "casework:index", may_see_waiting_list),
    Destination("Measures", "indicators:index", _reads(FieldClass.COUNTS)),
    Destination("Families", "feedback:index", _reads(FieldClass.COUNTS)),
    Destination("Meetings", "governance:index", _reads(FieldClass.PLAN)),
    Destination("Papers", "reports:index", _reads(FieldClass.PLAN)),
    Destination("Inspection", "inspections:index", _reads(FieldClass.PLAN)),
    Destination("Bring files", "intake:index", may_bring_files),
    Destination("People", "partnership:index", may_manage_people),
)


def page_furniture(request: HttpRequest) -> dict[str, Any]:
    """The navigation of every page: `current` is the one whose pages begin with its address."""
    person = getattr(request, "person", None)
    if person is None:
        return {"navigation": []}
    shown = [(place, place.address()) for place in DESTINATIONS if place.allows(person)]
    return {
        "navigation": [
            {"text": place.text, "href": link, "current": request.path == link, "active": _within(request.path, link)}
            for place, link in shown
            if link
        ]
    }


def _within(path: str, address: str) -> bool:
    return address != "/" and path.startswith(address)
