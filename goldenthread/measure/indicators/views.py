from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest

from . import downloads
from .pages import both_sides as sides
from .pages.index import index as measures
from .pages.measure import MeasurePage, measure_page
from .permissions import may_see_measures, may_see_small_numbers

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    require(may_see_measures(request.person))
    groups = measures(request.area, request.today, small_numbers=may_see_small_numbers(request.person))
    return render(request, "indicators/index.html", {"groups": groups})


@require_safe
def both_sides(request: SignedInRequest) -> HttpResponse:
    """Timeliness of plans issued beside those still waiting: neither is shown without the other."""
    require(may_see_measures(request.person))
    page = sides.both_sides(request.area, request.today, small_numbers=may_see_small_numbers(request.person))
    return render(request, "indicators/both_sides.html", {"page": page})


@require_safe
def measure(request: SignedInRequest, code: str) -> HttpResponse:
    page = _page(request, code)
    return render(
        request,
        "indicators/measure.html",
        {"page": page, "small_numbers": may_see_small_numbers(request.person)},
    )


@require_safe
def figures_csv(request: SignedInRequest, code: str) -> HttpResponse:
    return _file(request, code, "csv", "text/csv; charset=utf-8", downloads.as_csv)


@require_safe
def figures_xlsx(request: SignedInRequest, code: str) -> HttpResponse:
    return _file(request, code, "xlsx", XLSX, lambda page: downloads.as_xlsx(page, request.area))


def _file(
    request: SignedInRequest, code: str, suffix: str, kind: str, write: Callable[[MeasurePage], bytes]
) -> HttpResponse:
    name = f"{slugify(request.area.name)}-{code}-{request.today.isoformat()}.{suffix}"
    content = write(_page(request, code))
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _page(request: SignedInRequest, code: str) -> MeasurePage:
    require(may_see_measures(request.person))
    try:
        return measure_page(request.area, code, request.today, small_numbers=may_see_small_numbers(request.person))
    except KeyError as absent:
        raise Http404 from absent
