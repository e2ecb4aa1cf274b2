"""DOOR. What somebody has been told, and how they want to be."""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea, Person

from .models import Notice, Pace, Preference


def told(person: Person, since: date | None = None) -> QuerySet[Notice]:
    """Newest first; with `since`, what was told on that day or later."""
    found = Notice.objects.filter(to=person)
    return found.filter(on__gte=since) if since else found


def waiting(person: Person) -> QuerySet[Notice]:
    """Not e-mailed yet, oldest first."""
    return Notice.objects.filter(to=person, sent_on=None).order_by("on", "pk")


def pace_of(person: Person) -> Pace:
    chosen = Preference.objects.filter(person=person).first()
    return Pace(chosen.pace) if chosen else Pace.DAILY


def at_once(keys: Collection[int]) -> set[int]:
    """Those of some people who want to be told at once."""
    return set(Preference.objects.filter(person__in=keys, pace=Pace.AT_ONCE).values_list("person_id", flat=True))


def address_of(person: Person) -> str:
    """Where e-mail reaches them; empty for somebody who cannot sign in, or has given no address."""
    return person.user.email if person.user is not None and person.user.is_active else ""


def owed_a_digest(area: LocalArea, *, weekly: bool) -> QuerySet[Person]:
    """Everyone with something waiting whose pace is due; whoever chose at once is among them, in case that failed."""
    unsent = Notice.objects.filter(to=OuterRef("pk"), sent_on=None)
    chosen = Preference.objects.filter(person=OuterRef("pk")).values("pace")[:1]
    paces = [Pace.AT_ONCE, Pace.DAILY, *([Pace.WEEKLY] if weekly else [])]
    people = partnership.people_in(area).exclude(user=None).select_related("user", "area")
    paced = people.annotate(pace=Coalesce(Subquery(chosen), Value(Pace.DAILY.value)))
    found = paced.filter(Exists(unsent), pace__in=paces)
    return found.order_by("pk")
