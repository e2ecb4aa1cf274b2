from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.config.home.needs import needs
from goldenthread.foundation.partnership.reads import SignedInRequest


@require_safe
def home(request: SignedInRequest) -> HttpResponse:
    return render(request, "home.html", {"needs": list(needs(request))})
