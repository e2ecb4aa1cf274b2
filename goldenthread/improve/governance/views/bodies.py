"""Who meets, who sits there, and who reports to whom."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.foundation.charts.reporting import Body as Drawn
from goldenthread.foundation.charts.reporting import ReportingChart
from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.governance import reads, writes
from goldenthread.improve.governance.forms.bodies import DescribeBody, DrawLine, EndSeat, FillSeat
from goldenthread.improve.governance.models import Body
from goldenthread.improve.governance.permissions import may_keep_meetings, may_see_meetings
from goldenthread.improve.governance.seen import seen

from .asking import FORM, ask, attempt, posted, the


@require_safe
def governance_map(request: SignedInRequest) -> HttpResponse:
    require(may_see_meetings(request.person))
    found = reads.governance_map(request.area, request.today)
    page = {"map": found, "chart": _drawn(found), "may_keep": may_keep_meetings(request.person)}
    return render(request, "governance/map.html", page)


def _drawn(found: reads.GovernanceMap) -> ReportingChart:
    bodies = [
        Drawn(
            identity=str(one.body.pk),
            name=one.body.name,
            note=one.rhythm.brief,
            reports_to=tuple(str(line.upper_id) for line in one.lines),
        )
        for one in sorted(found.bodies, key=lambda one: not one.owns)
    ]
    said = [
        f"{one.body} reports to {', '.join(line.upper.name for line in one.lines)}" for one in found.bodies if one.lines
    ]
    return ReportingChart(
        identity="reporting",
        title="Who reports to whom",
        description=". ".join(said) + "." if said else "No body reports to another yet.",
        bodies=bodies,
    )


@require_safe
def body(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_see_meetings(request.person))
    one = the(lambda area, key: reads.governing(area, key, request.today), request, key)
    page = {
        "one": one,
        "hears_from": one.body.hears_from.select_related("lower"),
        "next": reads.next_meetings(request.area, request.today).filter(body=one.body),
        "past": reads.past_meetings(request.area, request.today, one.body)[:12],
        "may_keep": may_keep_meetings(request.person),
    }
    return render(request, "governance/body.html", page)


@require_http_methods(FORM)
def add(request: SignedInRequest) -> HttpResponse:
    require(may_keep_meetings(request.person))
    form = DescribeBody(posted(request))
    made = attempt(
        form, "name", lambda: writes.add_body(area=request.area, by=request.person, on=request.today, **form.given())
    )
    if made:
        messages.success(request, f"{made.name} is on the map. Say who sits there, and whom it reports to.")
        return redirect("governance:body", made.pk)
    back = (reverse("governance:map"), "The governance map")
    return ask(request, form, title="Add a body", button="Add this body", back=back)


@require_http_methods(FORM)
def edit(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_keep_meetings(request.person))
    asked = the(reads.body, request, key)
    first = {name: getattr(asked, name) for name in ("name", "kind", "purpose", "rhythm", "workstream")}
    form = DescribeBody(posted(request), initial={**first, "seen": seen(asked)})
    changed = attempt(
        form,
        "name",
        lambda: writes.change_body(
            body=asked, by=request.person, on=request.today, seen=form.cleaned_data["seen"], **form.given()
        ),
        now=seen(asked),
    )
    if changed:
        messages.success(request, f"{changed.name} is changed.")
        return redirect("governance:body", asked.pk)
    return ask(request, form, title=f"Change {asked.name}", button="Save", back=_to(asked), now=_now(asked))


@require_http_methods(FORM)
def seat(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_keep_meetings(request.person))
    asked = the(reads.body, request, key)
    form = FillSeat(request.area, posted(request))
    filled = attempt(
        form,
        "name",
        lambda: writes.fill_seat(body=asked, by=request.person, on=request.today, **form.cleaned_data),
    )
    if filled:
        messages.success(request, f"{filled.name} has a seat on {asked.name}.")
        return redirect("governance:body", asked.pk)
    return ask(request, form, title=f"Who sits on {asked.name}?", button="Add this seat", back=_to(asked))


@require_http_methods(FORM)
def end_seat(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_keep_meetings(request.person))
    asked = the(reads.seat, request, key)
    form = EndSeat(posted(request))
    ended = attempt(
        form, "until_on", lambda: writes.end_seat(seat=asked, by=request.person, on=request.today, **form.cleaned_data)
    )
    if ended:
        messages.success(request, f"{asked.name}’s seat has ended. It is kept among the past ones.")
        return redirect("governance:body", asked.body_id)
    title = f"When did {asked.name} leave {asked.body.name}?"
    return ask(request, form, title=title, button="End this seat", back=_to(asked.body))


@require_http_methods(FORM)
def line(request: SignedInRequest, key: int) -> HttpResponse:
    """Whom it reports to: a line drawn, or one removed (`remove`, its key)."""
    require(may_keep_meetings(request.person))
    asked = the(reads.body, request, key)
    if request.method == "POST" and "remove" in request.POST:
        return _remove(request, asked)
    form = DrawLine(asked, posted(request))
    drawn = attempt(
        form, "upper", lambda: writes.draw_line(lower=asked, by=request.person, on=request.today, **form.cleaned_data)
    )
    if drawn:
        messages.success(request, f"{drawn}.")
        return redirect("governance:body", asked.pk)
    lines = asked.reports_to.select_related("upper")
    title = f"Whom does {asked.name} report to?"
    return ask(request, form, title=title, button="Add this line", back=_to(asked), lines=lines)


def _remove(request: SignedInRequest, asked: Body) -> HttpResponse:
    key = request.POST["remove"]
    found = get_object_or_404(
        asked.reports_to.select_related("upper", "lower"), pk=int(key) if key.isdecimal() and len(key) < 19 else 0
    )
    writes.remove_line(line=found, by=request.person, on=request.today)
    messages.success(request, f"{asked.name} no longer reports to {found.upper.name}.")
    return redirect("governance:body", asked.pk)


def _to(body: Body) -> tuple[str, str]:
    return reverse("governance:body", args=[body.pk]), body.name


def _now(body: Body) -> list[tuple[str, str]]:
    """What stands now, for whoever saved second."""
    return [
        ("Name", body.name),
        ("Kind", body.get_kind_display()),
        ("For", body.purpose),
        ("Meets", body.get_rhythm_display()),
        ("Workstream", body.workstream),
    ]
