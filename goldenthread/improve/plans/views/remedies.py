"""How a red action is put right, and the chair's yes to its new date."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import writes
from goldenthread.improve.plans.forms.actions import GiveRemedy
from goldenthread.improve.plans.permissions import may_approve_dates, may_report
from goldenthread.improve.plans.views.filling import METHODS, by_hand, form_page, saved
from goldenthread.improve.plans.views.named import the_action_itself, the_remedy


@require_http_methods(METHODS)
def remedy(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_action_itself(request, key)
    require(may_report(request.person, asked))
    form = GiveRemedy(request.POST or None)
    if saved(request, form, lambda: writes.give_remedy(action=asked, **form.cleaned_data, **by_hand(request))):
        messages.success(request, "The remedy is saved. Its new date waits for the chair’s approval.")
        return redirect("plans:action", asked.pk)
    standing = asked.remedies.first()
    return form_page(
        request, form, title=f"Put action {asked.ref} right", button="Save the remedy", about=asked.wording,
        back=reverse("plans:action", args=[asked.pk]),
        inset=f"It replaces “{standing.wording}”, which is kept on the action’s page." if standing else "",
    )  # fmt: skip


@require_POST
def approve(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_remedy(request, key)
    require(may_approve_dates(request.person))
    try:
        writes.approve_remedy(remedy=asked, **by_hand(request))
    except writes.CannotSave as why:
        messages.error(request, str(why))
    else:
        messages.success(request, f"You have approved the new date of action {asked.action.ref}.")
    return redirect("plans:action", asked.action_id)
