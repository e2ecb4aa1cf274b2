"""The areas of a region, side by side."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.measure.indicators.pages import region as pages

from .asking import asked


@require_safe
def region(request: SignedInRequest) -> HttpResponse:
    """`?measure=` chooses one; without it, the headlines."""
    who = asked(request)
    page = pages.region(who.area, request.GET.getlist("measure"), who.today)
    return render(request, "indicators/region.html", {"page": page})
