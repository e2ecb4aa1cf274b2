"""The link by which somebody chooses a password: e-mailed where there is an address, and shown to the administrator."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership import links, mail
from goldenthread.foundation.partnership.listing import SignIn, sign_in_of
from goldenthread.foundation.partnership.models import Person
from goldenthread.foundation.partnership.reads import SignedInRequest

from .asking import the_person

TO_SHOW = "link_to_show"


def hand_over(request: SignedInRequest, person: Person, done: str = "") -> HttpResponse:
    """The session remembers whose link may be shown, once; the link itself is kept nowhere. `done` is said before."""
    if mail.send_link(person):
        messages.success(request, f"{done} The link was e-mailed to them.".strip())
    elif person.user is not None and person.user.email:
        messages.warning(request, f"{done} The e-mail could not be sent: hand the link over yourself.".strip())
    elif done:
        messages.success(request, done)
    request.session[TO_SHOW] = person.pk
    return redirect("partnership:link", person.pk)


@require_safe
def link(request: SignedInRequest, key: int) -> HttpResponse:
    one = the_person(request, key)
    if request.session.pop(TO_SHOW, None) != one.pk or sign_in_of(one) is not SignIn.WAITING:
        return redirect("partnership:person", key)
    address = request.build_absolute_uri(links.path_for(one))
    return render(request, "partnership/link.html", {"one": one, "address": address, "days": links.days()})
