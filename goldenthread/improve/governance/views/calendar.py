"""Which days matter?"""

from itertools import groupby

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest, as_of
from goldenthread.improve.governance.feed import feed as written
from goldenthread.improve.governance.permissions import may_see_meetings
from goldenthread.improve.governance.reads import calendar as reads
from goldenthread.improve.governance.writes.calendar import make_calendar_key
from goldenthread.improve.plans.reads import CriticalDate


@require_safe
def dates(request: SignedInRequest) -> HttpResponse:
    """Late first; then month by month."""
    require(may_see_meetings(request.person))
    every = reads.dates(request.area, request.today)
    kinds = sorted({one.kind for one in every})
    asked = request.GET.get("kind", "")
    shown = [one for one in every if not asked or one.kind == asked]
    page = {
        "late": [one for one in shown if one.on < request.today],
        "months": [(f"{day:%B %Y}", list(days)) for day, days in groupby(_to_come(shown, request), _month)],
        "kinds": kinds,
        "asked": asked,
        "has_feed": reads.key_of(request.person),
    }
    return render(request, "governance/dates.html", page)


@require_POST
def new_key(request: SignedInRequest) -> HttpResponse:
    """The address is shown once, on the page that this leads to."""
    require(may_see_meetings(request.person))
    key = make_calendar_key(person=request.person, on=request.today)
    address = settings.SITE_ADDRESS.rstrip("/") + reverse("governance:feed", args=[key])
    messages.success(
        request, f"Your calendar’s address, shown this once: {address} – whoever has it can read these dates."
    )
    return redirect("governance:dates")


@require_safe
@login_not_required
def feed(request: HttpRequest, key: str) -> HttpResponse:
    """For calendar programs, which cannot sign in: the secret in the address is one person’s own, and can be thrown
    away. What the person may no longer read is no longer there.
    """
    person = reads.whose(key)
    today = request.today  # type: ignore[attr-defined]  # set at the edge
    if person is None or not may_see_meetings(as_of(person, today)):
        raise Http404
    body = written(person.area.name, reads.dates(person.area, today), settings.SITE_ADDRESS, today)
    return HttpResponse(body, "text/calendar; charset=utf-8", headers={"Cache-Control": "private, no-store"})


def _to_come(shown: list[CriticalDate], request: SignedInRequest) -> list[CriticalDate]:
    return [one for one in shown if one.on >= request.today]


def _month(one: CriticalDate) -> object:
    return one.on.replace(day=1)
