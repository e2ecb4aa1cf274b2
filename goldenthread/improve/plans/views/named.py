"""What is written by hand, as an address names it, for the area of whoever asks; 404 for another area's."""

from django.shortcuts import get_object_or_404

from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans.models import Action, Dependency, ImprovementPlan, Milestone, Outcome, Remedy


def the_plan_itself(request: SignedInRequest, key: int) -> ImprovementPlan:
    """Also one that has no theme yet."""
    return get_object_or_404(ImprovementPlan.objects.select_related("area", "inspection"), area=request.area, pk=key)


def the_action_itself(request: SignedInRequest, key: int, *hangs_on_it: str) -> Action:
    """Without what hangs on it, but what is asked for."""
    asked = Action.objects.select_related("theme__plan", "lead").prefetch_related(*hangs_on_it)
    return get_object_or_404(asked, theme__plan__area=request.area, pk=key)


def the_outcome(request: SignedInRequest, key: int) -> Outcome:
    asked = Outcome.objects.select_related("theme__plan__area").prefetch_related("measures")
    return get_object_or_404(asked, theme__plan__area=request.area, pk=key)


def the_milestone(request: SignedInRequest, key: int) -> Milestone:
    asked = Milestone.objects.select_related("action__theme__plan", "action__lead")
    return get_object_or_404(asked, action__theme__plan__area=request.area, pk=key)


def the_remedy(request: SignedInRequest, key: int) -> Remedy:
    asked = Remedy.objects.select_related("action__theme__plan", "action__lead")
    return get_object_or_404(asked, action__theme__plan__area=request.area, pk=key)


def the_dependency(request: SignedInRequest, key: int) -> Dependency:
    asked = Dependency.objects.select_related("action__theme__plan", "needs__theme__plan")
    return get_object_or_404(asked, action__theme__plan__area=request.area, pk=key)
