"""Who is there?"""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.foundation.partnership import reads
from goldenthread.foundation.partnership.forms.people import SearchPeople
from goldenthread.foundation.partnership.history import history
from goldenthread.foundation.partnership.listing import last_signed_in, rows, sign_in_of, sought
from goldenthread.foundation.partnership.models import Role
from goldenthread.foundation.partnership.permissions import may_manage_people, may_see_people, require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.foundation.partnership.role_words import in_words

from .asking import METHODS, posted, the_person

PEOPLE_A_PAGE = 50
SOUGHT = "people_sought"


@require_http_methods(METHODS)
def index(request: SignedInRequest) -> HttpResponse:
    """What is sought is a name: it is sent as a form and kept in the session, and never stands in an address."""
    require(may_see_people(request.person))
    form = SearchPeople(posted(request) or request.session.get(SOUGHT, {}))
    valid = form.is_valid()
    if valid and request.method == "POST":
        request.session[SOUGHT] = form.cleaned_data
        return redirect("partnership:index")
    people = Paginator(sought(request.area, request.today, **form.cleaned_data), PEOPLE_A_PAGE)
    page = people.get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": rows(page),
        "narrowed": any(form.cleaned_data.values()),
        "manages": may_manage_people(request.person),
        "roles": [(role, in_words(role)) for role in Role],
    }
    return render(request, "partnership/index.html", context, status=200 if valid else 400)


@require_safe
def person(request: SignedInRequest, key: int) -> HttpResponse:
    one = the_person(request, key)
    today = list(reads.roles_held(request.today).filter(person=one))
    page = {
        "one": one,
        "sign_in": sign_in_of(one).name,
        "last_on": last_signed_in([one]).get(one.handle),
        "roles": list(one.roles.all()),
        "held": {held.pk for held in today},
        "words": {role: in_words(role) for role in dict.fromkeys(Role(held.role) for held in today)},
        "history": list(history(one)),
        "myself": one == request.person,
    }
    return render(request, "partnership/person.html", page)
