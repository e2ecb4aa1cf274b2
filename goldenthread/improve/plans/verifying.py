"""What waits for a verifier: evidence that nobody has looked at, and complete actions that nobody has verified."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from goldenthread.foundation.partnership.models import Person
from goldenthread.improve.plans.facts import completed, in_the_plan
from goldenthread.improve.plans.gathered import newest_told
from goldenthread.improve.plans.models import Action, Evidence


def evidence_for(person: Person, on: date) -> QuerySet[Evidence]:
    """Oldest first; not that of an action which the person leads or shares, nor what they offered themselves."""
    waiting = Evidence.objects.filter(action__in=_not_theirs(person, on), accepted_on=None, returned_because="")
    others = waiting.exclude(offered_by=person.handle)
    return others.select_related("action__theme", "action__lead").order_by("captured_on", "pk")


def complete_for(person: Person, on: date) -> QuerySet[Action]:
    """Reported complete by somebody else, and not verified since by anybody who does not lead it (D6); longest waiting
    first.
    """
    by = {"completed_by": newest_told("by", "pk", on)}
    rows = Action.objects.filter(pk__in=_not_theirs(person, on)).annotate(
        completed_on=completed(on), pieces=Count("evidence", filter=Q(evidence__accepted_on__lte=on)), **by
    )
    sharer = Action.shared_with.through.objects.filter(action=OuterRef("pk"), person=OuterRef("verified_by"))
    unverified = Q(verified_by=None) | Q(verified_by=F("lead")) | Exists(sharer) | Q(verified_on__lt=F("completed_on"))
    others = rows.filter(unverified, completed_on__isnull=False).exclude(**{"completed_by": person.handle})
    return others.select_related("theme", "lead").order_by("completed_on", "pk")


def _not_theirs(person: Person, on: date) -> QuerySet[Action, Any]:
    shared = Action.shared_with.through.objects.filter(person=person).values("action")
    theirs = Q(lead=person) | Q(pk__in=shared)
    of_the_area = Action.objects.filter(in_the_plan(on), theme__plan__area=person.area_id)
    return of_the_area.exclude(theirs).values("pk")
