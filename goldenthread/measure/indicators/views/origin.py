from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.measure.indicators.models import Observation
from goldenthread.measure.indicators.pages import origin

from .asking import asked, defined


@require_safe
def figure(request: SignedInRequest, code: str, key: int) -> HttpResponse:
    """Where one figure comes from."""
    who = asked(request)
    try:
        page = origin.origin(who.area, key, small_numbers=who.small_numbers, until=who.today)
    except Observation.DoesNotExist as absent:
        raise Http404 from absent
    if page.definition.code != defined(code):
        raise Http404
    return render(request, "indicators/origin.html", {"page": page})
