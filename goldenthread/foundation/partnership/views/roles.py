"""A role is given, and ended."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership import writes
from goldenthread.foundation.partnership.forms.roles import Appoint, EndRole
from goldenthread.foundation.partnership.reads import SignedInRequest

from .asking import METHODS, ask, by_hand, posted, the_appointment, the_person


@require_http_methods(METHODS)
def appoint(request: SignedInRequest, key: int) -> HttpResponse:
    person = the_person(request, key)
    form = Appoint(posted(request), today=request.today)
    if form.is_valid():
        try:
            held = writes.appoint(person=person, **form.cleaned_data, **by_hand(request))
        except writes.CannotSave as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, f"{person.name} is appointed: {held.get_role_display()}.")
            return redirect("partnership:person", key)
    return ask(request, form, title=f"Give {person.name} a role", button="Give this role", person=person)


@require_http_methods(METHODS)
def end(request: SignedInRequest, key: int) -> HttpResponse:
    held = the_appointment(request, key)
    form = EndRole(posted(request))
    if form.is_valid():
        try:
            writes.end_appointment(held=held, **form.cleaned_data, **by_hand(request))
        except writes.CannotSave as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, "The role ends as you said. What was done in it stays in the record.")
            return redirect("partnership:person", held.person_id)
    title = f"End a role of {held.person.name}: {held.get_role_display()}"
    return ask(request, form, title=title, button="End this role", person=held.person, dangerous=True)
