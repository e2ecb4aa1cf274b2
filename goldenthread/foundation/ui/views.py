"""The pages of no room, for anybody: how accessible this is, and where the public figures come from."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from .sources import SOURCES


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/accessibility.html")


@login_not_required
@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    return render(request, "ui/sources.html", {"sources": SOURCES})
