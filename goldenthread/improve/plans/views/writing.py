"""A plan is begun, by hand or from what inspectors found, and its themes and outcomes are written."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.inspections import reads as inspections
from goldenthread.improve.plans import answers, kinds, writes
from goldenthread.improve.plans.forms.outcomes import EditOutcome, measure_lines
from goldenthread.improve.plans.forms.writing import BeginPlan, EditPlan, EditTheme
from goldenthread.improve.plans.models import Outcome, Theme
from goldenthread.improve.plans.permissions import may_write_plan
from goldenthread.improve.plans.views.filling import METHODS, by_hand, form_page, saved
from goldenthread.improve.plans.views.found import the_theme
from goldenthread.improve.plans.views.named import the_outcome, the_plan_itself
from goldenthread.rules.clocks import explain


@require_http_methods(METHODS)
def begin(request: SignedInRequest) -> HttpResponse:
    """`?inspection=` chooses one beforehand."""
    require(may_write_plan(request.person))
    offered = inspections.inspections_of(request.area)
    labels = answers.in_words(offered, inspections.every_area_to_answer(request.area, request.today))
    first = {"inspection": request.GET.get("inspection"), "kind": request.GET.get("kind")}
    form = BeginPlan.opened(request, inspections=offered, labels=labels, initial=first)
    begun = saved(request, form, lambda: writes.begin_plan(**form.given(), area=request.area, **by_hand(request)))
    if begun is not None:
        themes = begun.themes.count()
        messages.success(request, f"“{begun}” is begun, with {themes} theme{'' if themes == 1 else 's'} to write.")
        return redirect("plans:edit_plan", begun.pk)
    return form_page(
        request, form, title="Begin a plan", button="Begin it", back=reverse("plans:index"), back_text="The plan"
    )


@require_http_methods(METHODS)
def plan(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_plan_itself(request, key)
    require(may_write_plan(request.person))
    form = EditPlan.opened(request, asked, inspections=inspections.inspections_of(request.area))
    if saved(request, form, lambda: writes.edit_plan(plan=asked, **form.edited(), **by_hand(request))) is not None:
        messages.success(request, f"“{asked}” is saved.")
        return redirect("plans:edit_plan", asked.pk)
    clock, a_theme = kinds.submission_clock(asked), kinds.with_article(kinds.kind_of(asked).theme)
    return form_page(
        request, form, title="Edit the plan", button="Save the plan", back=f"{reverse('plans:index')}?plan={asked.pk}",
        back_text="The plan", template="plans/edit_plan.html", plan=asked, a_theme=a_theme, clock=clock,
        themes=asked.themes.all(), due=explain(clock, request.today if asked.submitted_on else None) if clock else "",
    )  # fmt: skip


@require_http_methods(METHODS)
def theme(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_plan_itself(request, key)
    require(may_write_plan(request.person))
    last = asked.themes.order_by("number").last()
    form = EditTheme.opened(
        request,
        findings=inspections.findings_of(request.area),
        initial={"number": last.number + 1 if last else 1},
    )
    added = saved(request, form, lambda: writes.add_theme(plan=asked, **form.given(), **by_hand(request)))
    if added is not None:
        messages.success(request, f"“{added}” is added. Say next what will be different for children.")
        return redirect("plans:theme", added.pk)
    return form_page(
        request, form, title=f"Add {kinds.with_article(kinds.kind_of(asked).theme)}", button="Add it",
        back=reverse("plans:edit_plan", args=[asked.pk]), back_text="Back to the plan", about=str(asked),
    )  # fmt: skip


@require_http_methods(METHODS)
def edit_theme(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_theme(request, key)
    require(may_write_plan(request.person))
    form = EditTheme.opened(request, asked, findings=inspections.findings_of(request.area))
    if saved(request, form, lambda: writes.edit_theme(theme=asked, **form.edited(), **by_hand(request))) is not None:
        messages.success(request, f"Theme {asked.number} is saved.")
        return redirect("plans:theme", asked.pk)
    return form_page(request, form, title=f"Edit theme {asked.number}", button="Save the theme", **_to(asked))


@require_http_methods(METHODS)
def outcome(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_theme(request, key)
    require(may_write_plan(request.person))
    form, lines = EditOutcome.opened(request), measure_lines(request.POST or None)
    words = kinds.kind_of(asked.plan).outcome

    def write() -> Outcome:
        return writes.add_outcome(theme=asked, measures=lines.measures(), **form.given(), **by_hand(request))

    if saved(request, form, write, lines) is not None:
        messages.success(request, f"The {words} is added.")
        return redirect("plans:theme", asked.pk)
    return form_page(
        request, form, title=f"Add {kinds.with_article(words)}", button="Add it", lines=lines, about=str(asked),
        template="plans/edit_outcome.html", **_to(asked),
    )  # fmt: skip


@require_http_methods(METHODS)
def edit_outcome(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_outcome(request, key)
    require(may_write_plan(request.person))
    form = EditOutcome.opened(request, asked, around=repr(writes.measures_of(asked)))
    lines = measure_lines(request.POST or None, asked)

    def write() -> object:
        return writes.edit_outcome(outcome=asked, measures=lines.measures(), **form.edited(), **by_hand(request))

    if saved(request, form, write, lines) is not None:
        messages.success(request, f"{asked.ref} is saved.")
        return redirect("plans:theme", asked.theme_id)
    return form_page(
        request, form, title=f"Edit {kinds.kind_of(asked.theme.plan).outcome} {asked.ref}", button="Save it",
        lines=lines, about=str(asked.theme), template="plans/edit_outcome.html", **_to(asked.theme),
    )  # fmt: skip


def _to(theme: Theme) -> dict[str, str]:
    return {"back": reverse("plans:theme", args=[theme.pk]), "back_text": "Back to the theme"}
