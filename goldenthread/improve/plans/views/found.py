"""What an address names, for the area of whoever asks; 404 for what is not there, or is another area's."""

from django.http import Http404

from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import reads
from goldenthread.improve.plans.models import Action, Evidence, Theme
from goldenthread.improve.plans.reads import Themed


def the_plan(request: SignedInRequest) -> tuple[Themed | None, list[Themed]]:
    """The plan asked for by `?plan=`, else the area's largest; and the others."""
    listed = reads.plans(request.area)
    asked = request.GET.get("plan", "")
    chosen = next((one for one in listed if str(one.plan.pk) == asked), listed[0] if listed else None)
    return chosen, [one for one in listed if one is not chosen]


def the_theme(request: SignedInRequest, key: int) -> Theme:
    try:
        return reads.theme(request.area, key)
    except Theme.DoesNotExist as absent:
        raise Http404 from absent


def the_action(request: SignedInRequest, key: int) -> Action:
    try:
        return reads.action(request.area, key)
    except Action.DoesNotExist as absent:
        raise Http404 from absent


def the_evidence(request: SignedInRequest, key: int) -> Evidence:
    try:
        return reads.evidence(request.area, key)
    except Evidence.DoesNotExist as absent:
        raise Http404 from absent
