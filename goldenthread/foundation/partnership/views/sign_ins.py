"""A sign-in is given, made anew, and closed."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership import links, writes
from goldenthread.foundation.partnership.forms.sign_ins import Confirm, GiveSignIn
from goldenthread.foundation.partnership.models import Person
from goldenthread.foundation.partnership.reads import SignedInRequest

from .asking import METHODS, ask, by_hand, posted, the_person
from .handing import hand_over

HOW = "They choose a password themselves, by a link that works once, for {} days. You never learn it."
RENEW = (
    "For a password that was forgotten, or a link that was lost or ran out. The password that they have, links made "
    "before and open pages stop working at once."
)
CLOSE = "They are signed out at once, and no link works any more. Their roles and what they did stay in the record."


@require_http_methods(METHODS)
def give(request: SignedInRequest, key: int) -> HttpResponse:
    """To somebody who has none, or whose was closed; a new link for everybody else."""
    person = the_person(request, key)
    return _renew(request, person) if person.user is not None and person.user.is_active else _give(request, person)


@require_http_methods(METHODS)
def close(request: SignedInRequest, key: int) -> HttpResponse:
    person, form = the_person(request, key), Confirm(posted(request))
    if form.is_valid():
        try:
            writes.close_sign_in(person=person, **by_hand(request))
        except writes.CannotSave as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, f"{person.name} can no longer sign in.")
            return redirect("partnership:person", key)
    title = f"Close the sign-in of {person.name}"
    return ask(request, form, title=title, button="Close this sign-in", person=person, inset=CLOSE, dangerous=True)


def _give(request: SignedInRequest, person: Person) -> HttpResponse:
    form: Form = GiveSignIn(posted(request), initial={"email": person.user.email if person.user else ""})
    if form.is_valid():
        try:
            writes.give_sign_in(person=person, **form.cleaned_data, **by_hand(request))
        except writes.CannotSave as why:
            form.add_error("email", str(why))
        else:
            return hand_over(request, person)
    title = f"Let {person.name} sign in"
    return ask(request, form, title=title, button="Make the link", person=person, inset=HOW.format(links.days()))


def _renew(request: SignedInRequest, person: Person) -> HttpResponse:
    form = Confirm(posted(request))
    if form.is_valid():
        try:
            writes.renew_link(person=person, **by_hand(request))
        except writes.CannotSave as why:
            form.add_error(None, str(why))
        else:
            return hand_over(request, person)
    title = f"Make a new link for {person.name}"
    return ask(request, form, title=title, button="Make a new link", person=person, inset=RENEW, dangerous=True)
