"""Figures that were said, what a person found of each, and the arithmetic beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.governance.models import Claim
from goldenthread.measure.indicators import reads as indicators
from goldenthread.rules.claims import Check, NotASum, check


@dataclass(frozen=True)
class Checked:
    """One sum, as it was written. `check` is None where it cannot be read any more, and `fault` says why."""

    written: str
    check: Check | None
    fault: str = ""


@dataclass(frozen=True)
class Observed:
    """The area's own figure of the period that a claim names. `sentence` has its cohort, or says that there is none;
    `never_without` is the title and sentence of the figure that must stand beside it.
    """

    title: str
    code: str
    sentence: str
    source: str = ""
    around: str = ""
    never_without: tuple[str, str] = ("", "")


def claims(area: LocalArea, verdict: str = "") -> QuerySet[Claim]:
    found = Claim.objects.filter(area=area).select_related("meeting__body")
    return found.filter(verdict=verdict) if verdict else found


def verdict_counts(area: LocalArea) -> list[tuple[str, str, int]]:
    """Every verdict, its label and how many claims have it: together, all of them."""
    rows = Claim.objects.filter(area=area).order_by().values_list("verdict").annotate(Count("pk"))
    found = dict(rows)
    return [(verdict, label, found.get(verdict, 0)) for verdict, label in Claim.Verdict.choices]


def claim(area: LocalArea, key: int) -> Claim:
    """Raises Claim.DoesNotExist, also for one of another area."""
    found = Claim.objects.select_related("meeting__body").get(area=area, pk=key)
    found.area = area
    return found


def sums_of(claim: Claim) -> list[Checked]:
    return [_checked(asked) for asked in claim.sums]


def _checked(asked: dict[str, object]) -> Checked:
    written = str(asked.get("written", ""))
    try:
        return Checked(written, check(asked))
    except NotASum as why:
        return Checked(written, None, str(why))


def observed(claim: Claim, until: date, *, small_numbers: bool) -> Observed | None:
    """None where the claim names no measure. Without a period: the newest figure."""
    about = indicators.about(claim.indicator) if claim.indicator else None
    if about is None:
        return Observed(claim.indicator, "", "This measure is not defined here.") if claim.indicator else None
    codes = [code for code in (about.code, about.never_without) if code]
    rows = indicators.area_level(claim.area, codes, until)
    every = indicators.shown(rows, small_numbers=small_numbers)
    figures = [one for one in every if one.definition.code == about.code]
    of_the_period = [one for one in figures if not claim.period or claim.period in _names(one)]
    if not of_the_period:
        when = f" of {claim.period}" if claim.period else ""
        return Observed(about.title, about.code, f"No figure{when} has been measured.")
    found = of_the_period[-1]
    said, source = indicators.words.sentence(found), indicators.words.provenance(found)
    pair = _pair(about.never_without, [one for one in every if one.definition.code == about.never_without], found)
    return Observed(about.title, about.code, said, source, indicators.words.around(found), pair)


def _pair(code: str, figures: list[indicators.Figure], beside: indicators.Figure) -> tuple[str, str]:
    """Of the same period; else the newest; else that there is none."""
    about = indicators.about(code) if code else None
    if about is None:
        return "", ""
    alike = [one for one in figures if one.period == beside.period] or figures
    return about.title, indicators.words.sentence(alike[-1]) if alike else "No figure has been measured."


def _names(figure: indicators.Figure) -> Iterator[str]:
    """The period as a claim writes it: 2025, 2025-03 or 2025-03-31."""
    length = {"year": 4, "day": 10}.get(figure.period.every.value, 7)
    yield figure.period.start.isoformat()[:length]
