"""The words of an action change; what they were stays to be read."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import writes
from goldenthread.improve.plans.forms.wording import Reword
from goldenthread.improve.plans.models import Amendment
from goldenthread.improve.plans.permissions import may_write_plan
from goldenthread.improve.plans.views.filling import METHODS, by_hand, form_page, saved
from goldenthread.improve.plans.views.named import the_action_itself


@require_http_methods(METHODS)
def reword(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_action_itself(request, key)
    require(may_write_plan(request.person))
    form = Reword.opened(request, asked)
    amendment = saved(request, form, lambda: writes.reword_action(action=asked, **form.edited(), **by_hand(request)))
    if amendment is not None:
        messages.success(request, f"Action {asked.ref} has new words. The old ones are kept beside them.")
        return redirect("plans:action", asked.pk)
    return form_page(
        request, form, title=f"Change the words of action {asked.ref}", button="Save the new words",
        about=asked.wording, back=reverse("plans:action", args=[asked.pk]), template="plans/reword.html",
        amendments=asked.amendments.filter(about=Amendment.About.WORDING),
    )  # fmt: skip
