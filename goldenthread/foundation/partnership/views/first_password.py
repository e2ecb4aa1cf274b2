"""Somebody who was given a link chooses a password. Whatever is wrong with a link, the answer is the same."""

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership import links, mail, writes
from goldenthread.foundation.partnership.forms.sign_ins import ChoosePassword
from goldenthread.foundation.partnership.models import Person
from goldenthread.foundation.partnership.reads import SignedInRequest

from .asking import METHODS, posted

KEPT = "first_password"


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(METHODS)
def first_password(request: SignedInRequest) -> HttpResponse:
    """For anybody. The link goes into the session, so that it stands in no address that is shown, kept or sent on."""
    if link := request.GET.get("link", ""):
        if links.person_behind(link) is None:
            return _no_use(request)
        request.session[KEPT] = link
        return redirect("partnership:first_password")
    person = links.person_behind(request.session.get(KEPT, ""))
    if person is None or person.user is None:
        return _no_use(request)
    form = ChoosePassword(person.user, posted(request))
    if not form.is_valid():
        page = {"form": form, "one": person}
        return render(request, "partnership/first_password.html", page, status=400 if form.errors else 200)
    try:
        chosen = writes.choose_password(
            link=request.session[KEPT], password=form.cleaned_data["password"], on=request.today
        )
    except writes.CannotSave:
        return _no_use(request)
    return _done(request, chosen)


def _done(request: SignedInRequest, person: Person) -> HttpResponse:
    """Whoever was signed in here is not any more: the next to sign in is the one with the new password."""
    mail.tell_password_chosen(person)
    logout(request)
    messages.success(request, "Your password is chosen. Sign in with it.")
    return redirect("account_login")


def _no_use(request: SignedInRequest) -> HttpResponse:
    return render(request, "partnership/no_link.html")
