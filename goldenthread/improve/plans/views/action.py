"""What was promised, what was done, what is next?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.forms import Reword
from goldenthread.improve.plans.permissions import may_override, may_report, may_see_plan, may_verify, may_write_plan
from goldenthread.improve.plans.views.found import the_action


@require_safe
def action(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_see_plan(request.person))
    asked = the_action(request, key)
    updates = list(asked.updates.all())
    names = reads.names(request.area, (update.by for update in updates))
    page = {
        "action": asked,
        "standing": reads.one_action(asked, request.today),
        "updates": [(update, names[update.by]) for update in updates],
        "amendments": asked.amendments.all(),
        "depends_on": asked.depends_on.all(),
        "holds_up": asked.holds_up.select_related("action"),
        "milestones": asked.milestones.all(),
        "evidence": asked.evidence.all(),
        "remedies": asked.remedies.all(),
        "may_report": may_report(request.person, asked),
        "may_verify": may_verify(request.person, asked),
        "may_sign": may_override(request.person),
        "may_reword": may_write_plan(request.person),
    }
    return render(request, "plans/action.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def reword(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_action(request, key)
    require(may_write_plan(request.person))
    form = Reword(request.POST or None, initial={"wording": asked.wording})
    if request.method == "POST" and form.is_valid():
        try:
            writes.reword_action(action=asked, by=request.person, on=request.today, **form.given())
        except writes.CannotSave as why:
            form.add_error("wording", str(why))
        else:
            messages.success(request, f"Action {asked.ref} has new words. The old ones are kept beside them.")
            return redirect("plans:action", asked.pk)
    page = {
        "form": form,
        "action": asked,
        "title": f"Change the words of action {asked.ref}",
        "button": "Save the new words",
    }
    return render(request, "plans/form.html", page, status=400 if form.errors else 200)


@require_POST
def verify(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_action(request, key)
    require(may_verify(request.person, asked))
    try:
        writes.verify_action(action=asked, by=request.person, on=request.today)
    except writes.CannotSave as why:
        messages.error(request, str(why))
    else:
        messages.success(request, f"You have verified that action {asked.ref} is complete.")
    return redirect("plans:action", asked.pk)
