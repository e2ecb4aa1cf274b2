"""When does it end, and who says so?"""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.foundation.ui.words import day
from goldenthread.improve.plans import forecasting, reads, writes
from goldenthread.improve.plans.forecasting import PlanForecast
from goldenthread.improve.plans.forms.ends import StateEnd
from goldenthread.improve.plans.models import ImprovementPlan, StatedEnd
from goldenthread.improve.plans.permissions import may_see_plan, may_write_plan
from goldenthread.improve.plans.views.filling import METHODS, by_hand, form_page, saved
from goldenthread.improve.plans.views.found import the_plan


@require_safe
def ends(request: SignedInRequest) -> HttpResponse:
    require(may_see_plan(request.person))
    chosen, others = the_plan(request)
    if chosen is None:
        return render(request, "plans/none.html")
    found, forecast = reads.ends(chosen.plan), reads.forecast(chosen.plan, request.today)
    page = {
        "plan": chosen.plan,
        "others": others,
        "found": found,
        "rows": [(one, _by(forecast, one.on), one in found.open) for one in found.stated],
        "own": [(end, _by(forecast, end.on)) for end in forecast.ends if end.own],
        "forecast": forecasting.sentence(forecast),
        "may_write": may_write_plan(request.person),
        "add": f"{reverse('plans:state_end')}?plan={chosen.plan.pk}",
    }
    return render(request, "plans/ends.html", page)


@require_http_methods(METHODS)
def state(request: SignedInRequest) -> HttpResponse:
    require(may_write_plan(request.person))
    chosen, _ = the_plan(request)
    if chosen is None:
        raise Http404
    form = StateEnd(request.POST or None)
    made = saved(request, form, lambda: writes.state_end(plan=chosen.plan, **form.cleaned_data, **by_hand(request)))
    if made is not None:
        messages.success(request, _read(made))
        return redirect(_back(chosen.plan))
    return form_page(
        request, form, title="Record an end that was stated", button="Record it", back=_back(chosen.plan),
        back_text="End dates", about=str(chosen.plan),
    )  # fmt: skip


def _read(made: StatedEnd) -> str:
    return f"Recorded: the words allow {day(made.on)} at the latest." if made.on else "Recorded. The words name no day."


def _by(forecast: PlanForecast, on: date | None) -> str:
    whole = forecast.reported.whole
    return forecasting.chance(whole, on) if whole and on else ""


def _back(plan: ImprovementPlan) -> str:
    return f"{reverse('plans:ends')}?plan={plan.pk}"
