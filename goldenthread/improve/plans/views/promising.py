"""Actions are written: what is promised, by whom, by when, with which steps on the way."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest, people_in
from goldenthread.improve.plans import kinds, writes
from goldenthread.improve.plans.forms.actions import AddAction, AddMilestone, EditAction, ReachMilestone
from goldenthread.improve.plans.models import Action
from goldenthread.improve.plans.permissions import may_report, may_write_plan
from goldenthread.improve.plans.views.filling import METHODS, by_hand, form_page, saved
from goldenthread.improve.plans.views.found import the_theme
from goldenthread.improve.plans.views.named import the_action_itself, the_milestone


@require_http_methods(METHODS)
def action(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_theme(request, key)
    require(may_write_plan(request.person))
    form = AddAction.opened(request, people=people_in(request.area), outcomes=asked.outcomes.all())
    added = saved(request, form, lambda: writes.add_action(theme=asked, **form.given(), **by_hand(request)))
    if added is not None:
        messages.success(request, f"Action {added.ref} is added. It is White until its lead reports on it.")
        return redirect("plans:action", added.pk)
    return form_page(
        request, form, title=f"Add {kinds.with_article(kinds.kind_of(asked.plan).action)}", button="Add it",
        back=reverse("plans:theme", args=[asked.pk]), back_text="Back to the theme", about=str(asked),
    )  # fmt: skip


@require_http_methods(METHODS)
def edit_action(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_action_itself(request, key)
    require(may_write_plan(request.person))
    form = EditAction.opened(request, asked, people=people_in(request.area), outcomes=asked.theme.outcomes.all())
    changes = saved(request, form, lambda: writes.edit_action(action=asked, **form.edited(), **by_hand(request)))
    if changes is not None:
        kept = (
            " What its dates were is kept on its page."
            if {"starts_on", "due_on", "due_as_written"} & changes.keys()
            else ""
        )
        messages.success(request, f"Action {asked.ref} is saved.{kept}")
        return redirect("plans:action", asked.pk)
    return form_page(
        request, form, title=f"Edit action {asked.ref}", button="Save the action", **_to(asked),
        inset="Its words are changed by rewording it. A date that moves is kept as it was, with who asked and why: a "
        "late action does not turn green because its date was moved.",
    )  # fmt: skip


@require_http_methods(METHODS)
def milestone(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_action_itself(request, key)
    require(may_write_plan(request.person))
    form = AddMilestone(request.POST or None)
    if saved(request, form, lambda: writes.add_milestone(action=asked, **form.cleaned_data, **by_hand(request))):
        messages.success(request, f"The milestone is added to action {asked.ref}.")
        return redirect("plans:action", asked.pk)
    return form_page(request, form, title=f"Add a milestone to action {asked.ref}", button="Add it", **_to(asked))


@require_http_methods(METHODS)
def reach(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_milestone(request, key)
    require(may_report(request.person, asked.action))
    form = ReachMilestone(request.POST or None, initial={"reached_on": request.today})
    if saved(request, form, lambda: writes.reach_milestone(milestone=asked, **form.cleaned_data, **by_hand(request))):
        messages.success(request, f"“{asked.title}” is reached.")
        return redirect("plans:action", asked.action_id)
    to = _to(asked.action) | {"about": asked.title}
    return form_page(request, form, title="Say when a milestone was reached", button="Save the day", **to)


def _to(action: Action) -> dict[str, str]:
    return {"back": reverse("plans:action", args=[action.pk]), "about": action.wording}
