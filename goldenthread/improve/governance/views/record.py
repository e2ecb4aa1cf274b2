"""The record of one meeting: agenda, papers, who came, what was said, whether it was held, that minutes are agreed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.governance import reads, writes
from goldenthread.improve.governance.forms.meetings import (
    AddItem,
    AgreeMinutes,
    RecordAttendance,
    SayHeld,
    TablePaper,
    WriteMinute,
)
from goldenthread.improve.governance.models import Meeting
from goldenthread.improve.governance.permissions import may_keep_meetings
from goldenthread.improve.governance.seen import seen

from .asking import FORM, ask, attempt, posted, the
from .meetings import back_to


@require_http_methods(FORM)
def item(request: SignedInRequest, key: int) -> HttpResponse:
    """What the facts ask for is offered as text to take or leave (`?title=`)."""
    require(may_keep_meetings(request.person))
    asked = the(reads.meeting, request, key)
    form = AddItem(posted(request), initial={"title": request.GET.get("title", "")[:200]})
    added = attempt(
        form,
        "title",
        lambda: writes.add_item(meeting=asked, by=request.person, on=request.today, **form.cleaned_data),
    )
    if added:
        messages.success(request, f"Item {added.number} is on the agenda.")
        return redirect("governance:meeting", asked.pk)
    offered = reads.suggested_items(asked, request.area, request.today)
    return ask(request, form, title="Add to the agenda", button="Add this item", back=back_to(asked), offered=offered)


@require_http_methods(FORM)
def paper(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_keep_meetings(request.person))
    asked = the(reads.agenda_item, request, key)
    form = TablePaper(posted(request))
    tabled = attempt(
        form, "title", lambda: writes.table_paper(item=asked, by=request.person, on=request.today, **form.cleaned_data)
    )
    if tabled:
        messages.success(request, f"“{tabled.title}” is tabled, as it stands today.")
        return redirect("governance:meeting", asked.meeting_id)
    title = f"Table a paper under item {asked.number}"
    return ask(request, form, title=title, button="Table this paper", back=back_to(asked.meeting), lead=asked.title)


@require_http_methods(FORM)
def attend(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_keep_meetings(request.person))
    asked = the(reads.meeting, request, key)
    form = RecordAttendance(reads.seats_on(asked.body, asked.on), asked.attendances.all(), posted(request))
    written = attempt(
        form,
        "others",
        lambda: (
            writes.record_attendance(meeting=asked, people=form.people(), by=request.person, on=request.today),
            True,
        ),
    )
    if written:
        messages.success(request, "Who came is written down.")
        return redirect("governance:meeting", asked.pk)
    lead = "" if form.seats else f"No seat on {asked.body.name} is recorded for that day. Write down who came below."
    return ask(request, form, title="Who came?", button="Save who came", back=back_to(asked), lead=lead)


@require_http_methods(FORM)
def minute(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_keep_meetings(request.person))
    asked = the(reads.agenda_item, request, key)
    form = WriteMinute(posted(request), initial={"minutes": asked.minutes, "seen": seen(asked)})
    written = attempt(
        form,
        "minutes",
        lambda: writes.write_minute(
            item=asked,
            minutes=form.cleaned_data["minutes"],
            seen=form.cleaned_data["seen"],
            by=request.person,
            on=request.today,
        ),
        now=seen(asked),
    )
    if written:
        messages.success(request, f"The minutes of item {asked.number} are saved.")
        return redirect("governance:meeting", asked.meeting_id)
    title, now = f"Minutes of item {asked.number}", [("Minutes", asked.minutes)]
    return ask(request, form, title=title, button="Save", back=back_to(asked.meeting), lead=asked.title, now=now)


@require_http_methods(FORM)
def held(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_keep_meetings(request.person))
    asked = the(reads.meeting, request, key)
    form = SayHeld(posted(request))
    said = attempt(form, "was", lambda: _say(request, asked, form))
    if said:
        messages.success(request, f"The meeting is recorded as {said.get_state_display().lower()}.")
        return redirect("governance:meeting", asked.pk)
    return ask(request, form, title="Was this meeting held?", button="Save", back=back_to(asked), lead=str(asked))


def _say(request: SignedInRequest, meeting: Meeting, form: SayHeld) -> Meeting:
    if form.cleaned_data["was"] == "held":
        return writes.hold_meeting(meeting=meeting, by=request.person, on=request.today)
    because = form.cleaned_data["because"]
    return writes.cancel_meeting(meeting=meeting, because=because, by=request.person, on=request.today)


@require_http_methods(FORM)
def agree(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_keep_meetings(request.person))
    asked = the(reads.meeting, request, key)
    form = AgreeMinutes(posted(request))
    agreed = attempt(
        form,
        "agreed_on",
        lambda: writes.agree_minutes(meeting=asked, by=request.person, on=request.today, **form.cleaned_data),
    )
    if agreed:
        messages.success(request, "The minutes are agreed: the record of this meeting stands.")
        return redirect("governance:meeting", asked.pk)
    return ask(
        request, form, title="When were the minutes agreed?", button="Save", back=back_to(asked), lead=str(asked)
    )
