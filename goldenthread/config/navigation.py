"""The way about: each destination, for those who may see it."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from goldenthread.foundation.partnership.models import Person
from goldenthread.foundation.partnership.permissions import Access, FieldClass, may


@dataclass(frozen=True)
class Destination:
    text: str
    view: str
    needs: FieldClass | None = None

    def address(self) -> str:
        """Empty while the room has not been built."""
        try:
            return reverse(self.view)
        except NoReverseMatch:
            return ""

    def open_to(self, person: Person) -> bool:
        return self.needs is None or may(person, Access.READ, self.needs)


DESTINATIONS = (
    Destination("Home", "home"),
    Destination("Plan", "plans:index", FieldClass.PLAN),
    Destination("Children", "casework:index", FieldClass.IDENTITY),
    Destination("Measures", "indicators:index", FieldClass.COUNTS),
    Destination("Families", "feedback:index", FieldClass.COUNTS),
    Destination("Places and money", "money:index", FieldClass.COUNTS),
    Destination("Meetings and papers", "governance:index", FieldClass.PLAN),
    Destination("Inspection", "inspections:index", FieldClass.PLAN),
    Destination("Local Offer", "local_offer:index"),
)


def page_furniture(request: HttpRequest) -> dict[str, Any]:
    """The navigation of every page: `current` is the one whose pages begin with its address."""
    person = getattr(request, "person", None)
    if person is None:
        return {"navigation": []}
    shown = [(place, place.address()) for place in DESTINATIONS if place.open_to(person)]
    return {
        "navigation": [
            {"text": place.text, "href": link, "current": request.path == link, "active": _within(request.path, link)}
            for place, link in shown
            if link
        ]
    }


def _within(path: str, address: str) -> bool:
    return address != "/" and path.startswith(address)
