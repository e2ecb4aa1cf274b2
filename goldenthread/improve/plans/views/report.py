"""The lead's own report: one short page, and what the facts support is said before it is saved."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.facts import facts_of_one
from goldenthread.improve.plans.forms.report import ReportProgress, ReportTheme
from goldenthread.improve.plans.models import Action, Remedy, Update
from goldenthread.improve.plans.owing.debts import milestones_due
from goldenthread.improve.plans.permissions import may_report, may_write_plan
from goldenthread.improve.plans.views.filling import METHODS
from goldenthread.improve.plans.views.found import the_action, the_theme
from goldenthread.rules.honesty.action import may_save
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.honesty.reasons import Supported


@require_http_methods(METHODS)
def action(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_action(request, key)
    require(may_report(request.person, asked))
    newest = _newest(asked)
    if request.method != "POST":
        return _form(request, asked, _blank(request, asked, newest))
    form = _form_of(request, asked, request.POST)
    if not form.is_valid() or not _asks_for_remedy(form, asked, request) or "change" in request.POST:
        return _form(request, asked, form)
    if newest and newest.pk != form.cleaned_data["seen"]:
        return _changed(request, asked, newest)
    supported = _if_reported(request, asked, form.colour_chosen(), form.milestones_reached())
    if "confirmed" in request.POST or form.cleaned_data["told"] == supported.colour.name.lower():
        return _save(request, asked, form)
    return render(request, "plans/confirm.html", {"form": form, "action": asked, "supported": supported})


@require_safe
def supports(request: SignedInRequest, key: int) -> HttpResponse:
    """A part of the page: what the facts would support, were the report saved as it is filled now."""
    asked = the_action(request, key)
    require(may_report(request.person, asked))
    name = request.GET.get("colour", "")
    reached = [int(one) for one in request.GET.getlist("reached") if one.isdecimal() and len(one) < 19]
    part: dict[str, Any] = {"offered": "evidence" in request.GET}
    if name.upper() in Colour.__members__:
        part |= _told(request, asked, Colour[name.upper()], reached)
    return render(request, "plans/supports.html", part)


def _told(request: SignedInRequest, action: Action, colour: Colour, reached: Collection[int] = ()) -> dict[str, Any]:
    supported = _if_reported(request, action, colour, reached)
    unproven = any(reason.id == "D5" for reason in supported.because)
    return {"supported": supported, "unproven": unproven, "no_remedy": _standing_remedy(request, action) is None}


def _if_reported(request: SignedInRequest, action: Action, colour: Colour, reached: Collection[int]) -> Supported:
    """Milestones are taken as reached here only: nothing is saved."""
    for milestone in action.milestones.all():
        if milestone.pk in reached and milestone.reached_on is None:
            milestone.reached_on = request.today
    return reads.if_reported(action, colour, request.today)


def _newest(action: Action) -> Update | None:
    return max(action.updates.all(), key=lambda one: (one.on, one.pk), default=None)


def _standing_remedy(request: SignedInRequest, action: Action) -> Remedy | None:
    """The remedy that a Red report may rest on: the newest, while its day is still to come."""
    newest = max(action.remedies.all(), key=lambda one: one.pk, default=None)
    return newest if newest and newest.due_on >= request.today else None


def _form_of(request: SignedInRequest, action: Action, typed: Any = None, **first: Any) -> ReportProgress:
    due, remedy = milestones_due(action.milestones.all(), request.today), _standing_remedy(request, action)
    return ReportProgress(typed, due=due, remedy=remedy, initial=first)


def _blank(request: SignedInRequest, action: Action, newest: Update | None) -> ReportProgress:
    """With what stands: most reports say that it is still so."""
    return _form_of(request, action, seen=newest.pk if newest else 0, colour=newest.reported if newest else None)


def _save(request: SignedInRequest, action: Action, form: ReportProgress) -> HttpResponse:
    given = form.cleaned_data
    try:
        writes.report_progress(
            action=action,
            colour=form.colour_chosen(),
            done=given["done"],
            next_step=given["next_step"],
            help_needed=given["help_needed"],
            remedy=form.remedy_given(),
            reached=form.milestones_reached(),
            evidence=form.evidence_given(),
            seen=given["seen"],
            by=request.person,
            on=request.today,
        )
    except writes.ChangedSince as since:
        return _changed(request, action, since.update)
    except writes.CannotSave as why:
        form.add_error("colour", str(why))
        return _form(request, action, form)
    messages.success(request, f"Your report on action {action.ref} is saved.")
    return redirect("plans:mine") if request.GET.get("back") == "mine" else redirect("plans:action", action.pk)


def _asks_for_remedy(form: ReportProgress, action: Action, request: SignedInRequest) -> bool:
    facts = facts_of_one(action, request.today)
    missing = may_save(replace(facts, reported=form.colour_chosen(), remedy=form.remedy_given() or facts.remedy))
    form.ask_for(missing)
    return not missing


def _changed(request: SignedInRequest, action: Action, newest: Update) -> HttpResponse:
    """Nothing typed is lost: the same form, on top of what the other person said."""
    typed = request.POST.copy()
    typed["seen"] = str(newest.pk)
    return _form(request, action, _form_of(request, action, typed), {"newest": newest}, status=409)


def _form(
    request: SignedInRequest,
    action: Action,
    form: ReportProgress,
    more: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    last = _newest(action)
    page = {"form": form, "action": action, "last": last, **(more or {})}
    page["last_by"] = reads.names(request.area, [last.by])[last.by] if last else ""
    name = str(form["colour"].value() or "")
    if name.upper() in Colour.__members__:
        page |= _told(request, action, Colour[name.upper()])
    return render(request, "plans/report.html", page, status=400 if form.errors else status)


@require_http_methods(METHODS)
def theme(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_theme(request, key)
    require(may_write_plan(request.person))
    form = ReportTheme(request.POST or None, initial={"colour": asked.reported})
    if request.method == "POST" and form.is_valid():
        colour = Colour.named(form.cleaned_data["colour"])
        writes.report_theme(theme=asked, colour=colour, by=request.person, on=request.today)
        messages.success(request, f"Theme {asked.number} is now reported {colour.word}.")
        return redirect("plans:theme", asked.pk)
    page = {"form": form, "theme": asked, "title": f"Report on theme {asked.number}", "button": "Save this report"}
    return render(request, "plans/form.html", page, status=400 if form.errors else 200)
