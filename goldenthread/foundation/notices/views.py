"""What have I been told? A person's own page, and how they want to hear."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership.reads import SignedInRequest

from . import reads, writes
from .forms import ChoosePace
from .models import Pace

NOTICES_A_PAGE = 25


@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: SignedInRequest) -> HttpResponse:
    form = ChoosePace(request.POST or None, initial={"pace": reads.pace_of(request.person)})
    if request.method == "POST" and form.is_valid():
        writes.choose_pace(person=request.person, pace=Pace(form.cleaned_data["pace"]), on=request.today)
        messages.success(request, "Your choice is kept.")
        return redirect("notices:mine")
    pages = Paginator(reads.told(request.person), NOTICES_A_PAGE)
    page = {
        "form": form,
        "page": pages.get_page(request.GET.get("page")),
        "address": reads.address_of(request.person),
    }
    return render(request, "notices/mine.html", page, status=400 if form.errors else 200)
