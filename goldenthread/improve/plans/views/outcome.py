"""The report on an outcome: are children and families better off?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import writes
from goldenthread.improve.plans.forms.signing import ReportOutcome
from goldenthread.improve.plans.permissions import may_write_plan
from goldenthread.improve.plans.views.filling import METHODS, by_hand, posted
from goldenthread.improve.plans.views.named import the_outcome
from goldenthread.rules.honesty.colours import Colour


@require_http_methods(METHODS)
def report(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_outcome(request, key)
    require(may_write_plan(request.person))
    form = ReportOutcome(posted(request), initial={"colour": asked.reported})
    if form.is_valid():
        colour = Colour.named(form.cleaned_data["colour"])
        writes.report_outcome(outcome=asked, colour=colour, **by_hand(request))
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
