"""What families say, in the last twelve months."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest

from . import reads
from .permissions import may_read_what_families_say, may_see_answers_of_a_few


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    require(may_read_what_families_say(request.person))
    survey = reads.survey(request.area, request.today, request.person)
    context = {
        "survey": survey,
        "complaints": reads.complaints_received(request.area, survey.since, request.today, request.person),
        "few": may_see_answers_of_a_few(request.person),
    }
    return render(request, "feedback/index.html", context)
