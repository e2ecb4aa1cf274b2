"""Will it be finished?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.foundation.charts import CompletionChart, Mark, Rising
from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.foundation.ui.words import day
from goldenthread.improve.plans import forecasting, reads
from goldenthread.improve.plans.forecasting import End, PlanForecast
from goldenthread.improve.plans.models import Theme
from goldenthread.improve.plans.permissions import may_see_plan
from goldenthread.improve.plans.views.found import the_plan
from goldenthread.rules.statistics.completion import FEWEST, RUNS, Forecast, Runs
from goldenthread.rules.statistics.rounding import number

LIKELY = 0.7
AS_REPORTED, AS_SUPPORTED = "As reported", "As the facts support"


@dataclass(frozen=True)
class EndRow:
    end: End
    reported: str
    supported: str


@dataclass(frozen=True)
class ThemeRow:
    """Empty words where nothing of the theme is unfinished."""

    theme: Theme
    last: date | None
    by_last: str
    by_end: str
    likely: str
    supported: str


@require_safe
def forecast(request: SignedInRequest) -> HttpResponse:
    require(may_see_plan(request.person))
    chosen, others = the_plan(request)
    if chosen is None:
        return render(request, "plans/none.html")
    found = reads.forecast(chosen.plan, request.today)
    page = {
        "plan": chosen.plan,
        "others": others,
        "found": found,
        "sentence": forecasting.sentence(found),
        "too_short": forecasting.too_short(found.supported) if found.supported.record.wanting else "",
        "supported": _likely(found.supported, found.as_at),
        "chart": _chart(found),
        "ends": [_end(found, end) for end in found.ends] if found.reported.whole else [],
        "themes": [_theme(found, theme) for theme in chosen.themes] if found.reported.whole else [],
        "fewest": FEWEST,
        "records": [
            (name, each, number(each.record.late_days))
            for name, each in ((AS_REPORTED, found.reported), (AS_SUPPORTED, found.supported))
        ],
        "runs": number(RUNS),
    }
    return render(request, "plans/forecast.html", page)


def _likely(found: Forecast, as_at: date) -> str:
    return forecasting.month_reached(found.whole, LIKELY, as_at) if found.whole else ""


def _chance(runs: Runs | None, by: date | None, *, otherwise: str = "no forecast") -> str:
    return forecasting.chance(runs, by) if runs and by else otherwise


def _end(found: PlanForecast, end: End) -> EndRow:
    return EndRow(end, _chance(found.reported.whole, end.on), _chance(found.supported.whole, end.on))


def _theme(found: PlanForecast, theme: Theme) -> ThemeRow:
    reported, supported = found.reported.groups.get(theme.number), found.supported.groups.get(theme.number)
    last, end = found.lasts.get(theme.number), found.end.on if found.end else None
    return ThemeRow(
        theme,
        last,
        _chance(reported, last, otherwise="no date") if reported else "",
        _chance(reported, end, otherwise="no date") if reported else "",
        forecasting.month_reached(reported, LIKELY, found.as_at) if reported else "",
        forecasting.month_reached(supported, LIKELY, found.as_at) if supported else "",
    )


def _chart(found: PlanForecast) -> CompletionChart | None:
    """Until nine in ten of the runs have finished, as its leads report it; then there is no more to say."""
    whole = found.reported.whole
    if whole is None or found.reported.done:
        return None
    months = whole.months(found.as_at)
    title = "Share of runs that have finished the whole plan, by each month’s end"
    return CompletionChart(
        identity="forecast",
        title=title,
        description=f"{title}. {forecasting.sentence(found)}",
        months=tuple(f"{end:%b %Y}" for end, _ in months),
        lines=tuple(_rising(found, [end for end, _ in months])),
        marks=tuple(_marks(found, [end for end, _ in months])),
    )


def _rising(found: PlanForecast, ends: list[date]) -> Iterator[Rising]:
    for name, each in ((AS_REPORTED, found.reported), (AS_SUPPORTED, found.supported)):
        if each.whole:
            yield Rising(name, [each.whole.by(end) for end in ends], len(each.whole.days))


def _marks(found: PlanForecast, ends: list[date]) -> Iterator[Mark]:
    """Those of one month together."""
    to_come = sorted({end.on for end in found.ends if found.as_at < end.on <= ends[-1]})
    for month, days in groupby(to_come, key=lambda on: next(n for n, last in enumerate(ends) if on <= last)):
        yield Mark(month, ", ".join(day(on) for on in days))
