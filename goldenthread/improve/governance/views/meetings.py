"""Meetings: those to come, those past, and one whole; how it is planned, and what is written down of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.foundation.ui.words import day
from goldenthread.improve.governance import reads, rhythm, writes
from goldenthread.improve.governance.forms.meetings import PlanMeeting
from goldenthread.improve.governance.models import Meeting
from goldenthread.improve.governance.permissions import may_keep_meetings, may_see_meetings
from goldenthread.improve.governance.seen import seen

from .asking import FORM, ask, attempt, posted, the

MEETINGS_A_PAGE, PROMISED = 20, 8


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    require(may_see_meetings(request.person))
    pages = Paginator(reads.past_meetings(request.area, request.today), MEETINGS_A_PAGE)
    promised = reads.commitments(request.area, request.today, state="open")
    page = {
        "next": reads.next_meetings(request.area, request.today),
        "page": pages.get_page(request.GET.get("page")),
        "promised": reads.standings(promised[:PROMISED], request.today),
        "counts": reads.counts(request.area, request.today),
        "may_keep": may_keep_meetings(request.person),
    }
    return render(request, "governance/index.html", page)


@require_safe
def meeting(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_see_meetings(request.person))
    asked = the(reads.whole_meeting, request, key)
    decisions, promised = list(asked.decisions.all()), list(asked.commitments.all())
    page = {
        "meeting": asked,
        "notices": reads.notices_of(asked),
        "items": [(item, [one for one in decisions if one.item_id == item.pk]) for item in asked.items.all()],
        "others": [one for one in decisions if one.item_id is None],
        "decisions": [(one, [kept for kept in promised if kept.decision_id == one.pk]) for one in decisions],
        "promised": reads.standings(promised, request.today),
        "present": [one for one in asked.attendances.all() if not one.apologies],
        "apologies": [one for one in asked.attendances.all() if one.apologies],
        "has_come": asked.on <= request.today,
        "may_keep": may_keep_meetings(request.person) and asked.minutes_agreed_on is None,
        "may_promise": may_keep_meetings(request.person),
    }
    return render(request, "governance/meeting.html", page)


@require_http_methods(FORM)
def plan_meeting(request: SignedInRequest, key: int) -> HttpResponse:
    """The body's rhythm offers the next date."""
    require(may_keep_meetings(request.person))
    body = the(reads.body, request, key)
    offered = rhythm.offered(body.rhythm, reads.last_met(body, request.today), request.today)
    form = PlanMeeting(posted(request), initial={"meets_on": offered})
    made = attempt(
        form,
        "meets_on",
        lambda: writes.plan_meeting(body=body, by=request.person, on=request.today, **form.given()),
    )
    if made:
        messages.success(request, f"{body.name} meets on {day(made.on)}. Now set its agenda.")
        return redirect("governance:meeting", made.pk)
    lead = f"{day(offered)} is the next date by its rhythm: {body.get_rhythm_display().lower()}." if offered else ""
    back = (reverse("governance:body", args=[body.pk]), body.name)
    return ask(request, form, title=f"When does {body.name} meet?", button="Plan this meeting", back=back, lead=lead)


@require_http_methods(FORM)
def edit(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_keep_meetings(request.person))
    asked = the(reads.meeting, request, key)
    first = {"meets_on": asked.on, "starts_at": asked.starts_at, "place": asked.place, "seen": seen(asked)}
    form = PlanMeeting(posted(request), initial=first)
    changed = attempt(
        form,
        "meets_on",
        lambda: writes.change_meeting(
            meeting=asked, by=request.person, on=request.today, seen=form.cleaned_data["seen"], **form.given()
        ),
        now=seen(asked),
    )
    if changed:
        messages.success(request, "The meeting is changed.")
        return redirect("governance:meeting", asked.pk)
    title = f"Change the meeting of {asked.body.name}"
    return ask(request, form, title=title, button="Save", back=back_to(asked), now=_now(asked))


def back_to(meeting: Meeting) -> tuple[str, str]:
    return reverse("governance:meeting", args=[meeting.pk]), str(meeting)


def _now(meeting: Meeting) -> list[tuple[str, str]]:
    starts = f"{meeting.starts_at:%H:%M}" if meeting.starts_at else ""
    return [("Day", day(meeting.on)), ("Time", starts), ("Place", meeting.place)]
