"""An action is split, merged or withdrawn, and made to wait for another or freed of that."""

from collections.abc import Sequence

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest, people_in
from goldenthread.improve.plans import writes
from goldenthread.improve.plans.forms.shaping import (
    MOST_PIECES,
    PIECES,
    Ask,
    ChooseNeeded,
    ChooseOthers,
    TakeOver,
    new_action,
    new_actions,
)
from goldenthread.improve.plans.models import Action, Dependency
from goldenthread.improve.plans.permissions import may_write_plan
from goldenthread.improve.plans.views.filling import METHODS, by_hand, form_page, saved
from goldenthread.improve.plans.views.named import the_action_itself, the_dependency

GOES_OVER = ("evidence", "milestones", "depends_on__needs")


@require_http_methods(METHODS)
def split(request: SignedInRequest, key: int) -> HttpResponse:
    """`?into=3` asks for three."""
    asked = the_action_itself(request, key, *GOES_OVER)
    require(may_write_plan(request.person))
    sent = request.POST or None
    form = TakeOver(sent, actions=[asked])
    lines = new_actions(sent, people_in(request.area), asked, _count(request))

    def write() -> list[Action]:
        what_for = {"asked": form.asked(), "carried": form.carried(), **by_hand(request)}
        return writes.split_action(action=asked, pieces=lines.pieces(), **what_for)

    made = saved(request, form, write, lines)
    if made is not None:
        messages.success(request, f"Action {asked.ref} was split into {_refs(made)}.")
        return redirect("plans:theme", asked.theme_id)
    return form_page(
        request, form, title=f"Split action {asked.ref}", button="Split it", template="plans/split.html", lines=lines,
        counts=range(PIECES, MOST_PIECES + 1), count=_count(request), action=asked, **_to(asked),
    )  # fmt: skip


@require_http_methods(METHODS)
def merge(request: SignedInRequest, key: int) -> HttpResponse:
    """First with which others (`?others=`, a key each), then what they become. `?whole=` offers the whole plan."""
    asked = the_action_itself(request, key, *GOES_OVER)
    require(may_write_plan(request.person))
    chosen = "others" in request.GET
    whole = chosen or "whole" in request.GET
    choose = ChooseOthers(
        request.GET if chosen or request.method == "POST" else None,
        others=_others(asked, whole=whole).prefetch_related(*GOES_OVER),
    )
    if choose.is_valid():
        return _merged(request, [asked, *choose.cleaned_data["others"]])
    return form_page(
        request, choose, title=f"Merge action {asked.ref} with others", button="Go on", action=asked, whole=whole,
        template="plans/merge_choose.html", **_to(asked),
    )  # fmt: skip


def _merged(request: SignedInRequest, actions: list[Action]) -> HttpResponse:
    asked, sent = actions[0], request.POST or None
    form = TakeOver(sent, actions=actions)
    line = new_action(sent, people_in(request.area), actions)

    def write() -> Action:
        what_for = {"asked": form.asked(), "carried": form.carried(), **by_hand(request)}
        return writes.merge_actions(actions=actions, piece=line.piece(), **what_for)

    made = saved(request, form, write, line)
    if made is not None:
        messages.success(request, f"{_refs(actions)} are now one action, {made.ref}.")
        return redirect("plans:action", made.pk)
    return form_page(
        request, form, title=f"Merge actions {_refs(actions)}", button="Merge them",
        line=line, template="plans/merge.html", actions=actions, **_to(asked) | {"about": ""},
    )  # fmt: skip


@require_http_methods(METHODS)
def withdraw(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_action_itself(request, key)
    require(may_write_plan(request.person))
    form = Ask(request.POST or None)
    withdrawn = saved(
        request, form, lambda: writes.withdraw_action(action=asked, asked=form.asked(), **by_hand(request))
    )
    if withdrawn is not None:
        messages.success(request, f"Action {asked.ref} was withdrawn. It stays on its theme’s page as ended.")
        return redirect("plans:theme", asked.theme_id)
    return form_page(
        request, form, title=f"Withdraw action {asked.ref}", button="Withdraw it", **_to(asked),
        inset="It counts in the plan until yesterday. What was promised and reported stays to be read, and its "
        "reference is not used again.",
    )  # fmt: skip


@require_http_methods(METHODS)
def depends(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_action_itself(request, key, "depends_on__needs")
    require(may_write_plan(request.person))
    form = ChooseNeeded(request.POST or None, others=_others(asked, whole=True))

    def write() -> Dependency:
        return writes.add_dependency(action=asked, needs=form.cleaned_data["needs"], **by_hand(request))

    added = saved(request, form, write)
    if added is not None:
        messages.success(request, f"Action {asked.ref} waits for {added.needs.ref}.")
        return redirect("plans:depends", asked.pk)
    return form_page(
        request, form, title=f"What must be finished before action {asked.ref}?", button="Add it",
        template="plans/depends.html", depends_on=asked.depends_on.all(), **_to(asked),
    )  # fmt: skip


@require_POST
def free(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_dependency(request, key)
    require(may_write_plan(request.person))
    waiting, needed = asked.action, asked.needs
    try:
        writes.remove_dependency(dependency=asked, **by_hand(request))
    except writes.CannotSave as why:
        messages.error(request, str(why))
    else:
        messages.success(request, f"Action {waiting.ref} no longer waits for {needed.ref}.")
    return redirect("plans:depends", waiting.pk)


def _others(action: Action, *, whole: bool) -> QuerySet[Action]:
    """That are in the plan still; without `whole` those of the same theme."""
    rows = Action.objects.filter(theme__plan=action.theme.plan_id, ended_on=None).exclude(pk=action.pk)
    rows = rows if whole else rows.filter(theme=action.theme_id)
    return rows.select_related("theme__plan", "lead")


def _count(request: SignedInRequest) -> int:
    asked = request.GET.get("into", "")
    return min(max(int(asked), PIECES), MOST_PIECES) if asked.isdecimal() and len(asked) < 3 else PIECES


def _refs(actions: Sequence[Action]) -> str:
    """3.2, 3.3 and 4.1."""
    *others, last = [one.ref for one in actions]
    return f"{', '.join(others)} and {last}" if others else last


def _to(action: Action) -> dict[str, str]:
    return {"back": reverse("plans:action", args=[action.pk]), "about": action.wording}
