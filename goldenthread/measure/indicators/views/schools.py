"""Schools and settings: the list, and one school beside those like it."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.measure.indicators.pages import schools

from .asking import asked

A_PAGE = 50


@require_safe
def listed(request: SignedInRequest) -> HttpResponse:
    """`?search=` by a part of the name, or by URN."""
    who = asked(request)
    search = request.GET.get("search", "").strip()[:100]
    page = Paginator(schools.search(who.area, search), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "indicators/schools.html", {"page": page, "search": search})


@require_safe
def school(request: SignedInRequest, urn: str) -> HttpResponse:
    who = asked(request)
    try:
        page = schools.school_page(who.area, urn, who.today, small_numbers=who.small_numbers)
    except KeyError as absent:
        raise Http404 from absent
    return render(request, "indicators/school.html", {"page": page, "small_numbers": who.small_numbers})
