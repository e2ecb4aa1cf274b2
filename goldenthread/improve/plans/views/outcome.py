"""The report on an outcome: are children and families better off?"""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import writes
from goldenthread.improve.plans.forms.signing import ReportOutcome
from goldenthread.improve.plans.models import Outcome
from goldenthread.improve.plans.permissions import may_write_plan
from goldenthread.rules.honesty.colours import Colour


def the_outcome(request: SignedInRequest, key: int) -> Outcome:
    found = Outcome.objects.select_related("theme__plan").filter(theme__plan__area=request.area, pk=key).first()
    if found is None:
        raise Http404
    found.theme.plan.area = request.area
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_outcome(request, key)
    require(may_write_plan(request.person))
    form = ReportOutcome(request.POST if request.method == "POST" else None, initial={"colour": asked.reported})
    if request.method == "POST" and form.is_valid():
        colour = Colour.named(form.cleaned_data["colour"])
        writes.report_outcome(outcome=asked, colour=colour, by=request.person, on=request.today)
        messages.success(request, f"Outcome {asked.ref} is now reported {colour.word}.")
        return redirect("plans:theme", asked.theme_id)
    page = {
        "form": form,
        "theme": asked.theme,
        "title": f"Report on outcome {asked.ref}",
        "lead": asked.sentence,
        "button": "Save this report",
    }
    return render(request, "plans/form.html", page, status=400 if form.errors else 200)
