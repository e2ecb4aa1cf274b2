"""The lead's own report: one short form, and a look at what the facts support before it is saved."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.facts import facts_of_one
from goldenthread.improve.plans.forms import ReportProgress, ReportTheme
from goldenthread.improve.plans.models import Action, Update
from goldenthread.improve.plans.permissions import may_report, may_write_plan
from goldenthread.improve.plans.views.found import the_action, the_theme
from goldenthread.rules.honesty.action import may_save
from goldenthread.rules.honesty.colours import Colour


@require_http_methods(["GET", "HEAD", "POST"])
def action(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_action(request, key)
    require(may_report(request.person, asked))
    newest = asked.updates.order_by("on", "pk").last()
    if request.method != "POST":
        first = {"seen": newest.pk if newest else 0, "colour": newest.reported if newest else None}
        return _form(request, asked, ReportProgress(initial=first))
    form = ReportProgress(request.POST)
    if not form.is_valid() or not _asks_for_remedy(form, asked, request):
        return _form(request, asked, form)
    if newest and newest.pk != form.cleaned_data["seen"]:
        return _changed(request, asked, newest)
    if "confirmed" not in request.POST:
        supported = reads.if_reported(asked, form.colour_chosen(), request.today)
        return render(request, "plans/confirm.html", {"form": form, "action": asked, "supported": supported})
    return _save(request, asked, form)


def _save(request: SignedInRequest, action: Action, form: ReportProgress) -> HttpResponse:
    given = form.cleaned_data
    try:
        writes.report_progress(
            action=action,
            colour=form.colour_chosen(),
            done=given["done"],
            remedy=form.remedy_given(),
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
    return redirect("plans:action", action.pk)


def _asks_for_remedy(form: ReportProgress, action: Action, request: SignedInRequest) -> bool:
    facts = facts_of_one(action, request.today)
    missing = may_save(replace(facts, reported=form.colour_chosen(), remedy=form.remedy_given() or facts.remedy))
    form.ask_for(missing)
    return not missing


def _changed(request: SignedInRequest, action: Action, newest: Update) -> HttpResponse:
    """Nothing typed is lost: the same form, on top of what the other person said."""
    typed = request.POST.copy()
    typed["seen"] = str(newest.pk)
    name = reads.names(request.area, [newest.by])[newest.by]
    return _form(request, action, ReportProgress(typed), {"newest": newest, "newest_by": name}, status=409)


def _form(
    request: SignedInRequest,
    action: Action,
    form: ReportProgress,
    more: dict[str, object] | None = None,
    status: int = 200,
) -> HttpResponse:
    page = {"form": form, "action": action, **(more or {})}
    return render(request, "plans/report.html", page, status=400 if form.errors else status)


@require_http_methods(["GET", "HEAD", "POST"])
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
