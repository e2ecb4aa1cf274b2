"""The list of measures, one measure, and its files."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.measure.indicators import downloads
from goldenthread.measure.indicators.pages import both_sides as sides
from goldenthread.measure.indicators.pages.index import Narrowed
from goldenthread.measure.indicators.pages.index import index as measures
from goldenthread.measure.indicators.pages.measure import MeasurePage, measure_page
from goldenthread.measure.indicators.permissions import may_rebase
from goldenthread.measure.indicators.template import workbook

from .asking import Asked, asked, defined

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """`?search=`, `?topic=`, `?kind=` and `?figure=yes` narrow the list."""
    who = asked(request)
    narrowed = Narrowed.of(request.GET)
    page = measures(who.area, who.today, narrowed, small_numbers=who.small_numbers)
    return render(request, "indicators/index.html", {"page": page})


@require_safe
def both_sides(request: SignedInRequest) -> HttpResponse:
    """Timeliness of plans issued beside those still waiting: neither is shown without the other."""
    who = asked(request)
    page = sides.both_sides(who.area, who.today, small_numbers=who.small_numbers)
    return render(request, "indicators/both_sides.html", {"page": page})


@require_safe
def measure(request: SignedInRequest, code: str) -> HttpResponse:
    """`?like=` chooses the kind of schools whose funnel is drawn."""
    who = asked(request)
    page = {
        "page": _page(who, code, request.GET.get("like", "")),
        "small_numbers": who.small_numbers,
        "may_rebase": may_rebase(request.person),
    }
    return render(request, "indicators/measure.html", page)


@require_safe
def figures_csv(request: SignedInRequest, code: str) -> HttpResponse:
    return _file(request, code, "csv", "text/csv; charset=utf-8", downloads.as_csv)


@require_safe
def figures_xlsx(request: SignedInRequest, code: str) -> HttpResponse:
    return _file(request, code, "xlsx", XLSX, lambda page: downloads.as_xlsx(page, request.area))


@require_safe
def figures_svg(request: SignedInRequest, code: str) -> HttpResponse:
    """The measure's chart, with its title and description inside; 404 where there is none to draw."""
    return _file(request, code, "svg", "image/svg+xml; charset=utf-8", _svg)


@require_safe
def template(request: SignedInRequest) -> HttpResponse:
    """The workbook to send to partners: for each `?code=`, or for all that partners supply."""
    asked(request)
    try:
        content = workbook(request.GET.getlist("code"))
    except KeyError as absent:
        raise Http404 from absent
    headers = {"Content-Disposition": 'attachment; filename="partners-figures.xlsx"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)


def _svg(page: MeasurePage) -> bytes:
    drawn = page.chart or page.annual
    if drawn is None:
        raise Http404
    return drawn.svg().encode()


def _file(
    request: SignedInRequest, code: str, suffix: str, kind: str, write: Callable[[MeasurePage], bytes]
) -> HttpResponse:
    content = write(_page(asked(request), code))
    name = f"{slugify(request.area.name)}-{code}-{request.today.isoformat()}.{suffix}"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _page(who: Asked, code: str, like: str = "") -> MeasurePage:
    return measure_page(who.area, defined(code), who.today, small_numbers=who.small_numbers, like=like)
