from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.config.home.needs import needs
from goldenthread.foundation.partnership.reads import SignedInRequest


def home(request: SignedInRequest) -> HttpResponse:
    return render(request, "home.html", {"needs": list(needs(request))})
