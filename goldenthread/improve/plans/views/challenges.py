"""Which colours do the facts not support, and what became of those that they did not?"""

from collections.abc import Mapping
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership.permissions import require, sees_small_numbers
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import challenging, reads
from goldenthread.improve.plans.models import Challenge
from goldenthread.improve.plans.permissions import may_see_plan
from goldenthread.improve.plans.views.found import the_plan
from goldenthread.improve.plans.views.subject import page_of
from goldenthread.rules.honesty.colours import Colour

A_PAGE = 50
WHICH = (("", "All"), ("open", "Open"), ("answered", "Answered"))


@require_safe
def challenges(request: SignedInRequest) -> HttpResponse:
    """Every colour that the facts do not support, worst first."""
    require(may_see_plan(request.person))
    chosen, _ = the_plan(request)
    if chosen is None:
        return render(request, "plans/none.html")
    standing = reads.standing(
        chosen.plan,
        request.today,
        themes=chosen.themes,
        with_remedies=False,
        small_numbers=sees_small_numbers(request.person),
    )
    page = Paginator(standing.challenged_actions, A_PAGE).get_page(request.GET.get("page"))
    groups = [
        (colour, sum(one.supported.colour is colour for one in standing.challenged_actions), here)
        for colour in Colour
        if (here := [one for one in page if one.supported.colour is colour])
    ]
    shown = {
        "standing": standing,
        "groups": groups,
        "page": page,
        "green": standing.tally.everything.of(Colour.GREEN),
    }
    return render(request, "plans/challenges.html", shown)


@require_safe
def records(request: SignedInRequest) -> HttpResponse:
    """The history: each challenge, how it was answered, by whom, and how long that took."""
    require(may_see_plan(request.person))
    chosen, _ = the_plan(request)
    if chosen is None:
        return render(request, "plans/none.html")
    which = request.GET.get("which", "")
    page = Paginator(challenging.record(chosen.plan, which), A_PAGE).get_page(request.GET.get("page"))
    names = reads.names(request.area, {row.answered_by for row in page if row.answered_by} - {SYSTEM.handle})
    shown = {
        "plan": chosen.plan,
        "which": which,
        "filters": WHICH,
        "page": page,
        "rows": [_row(row, names, request.today) for row in page],
        "answering": challenging.answering(chosen.plan),
    }
    return render(request, "plans/challenge_record.html", shown)


def _row(row: Challenge, names: Mapping[str, str], today: date) -> tuple[Challenge, str, str, str, int]:
    """With what it is called, where that is read, who answered it, and how many days it was open."""
    about = challenging.subject_of(row)
    by = names.get(row.answered_by, "")
    return row, challenging.called(about), page_of(about), by, challenging.days_open(row, today)
