"""Twelve months of answers to the experience survey: how many were good, month by month, and from whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import TruncMonth

from goldenthread.foundation.charts import BarChart, Bars
from goldenthread.rules.calendar import corresponding_date
from goldenthread.rules.sen2.codes import NEEDS
from goldenthread.rules.statistics.disclosure import Rule

from .models import SurveyAnswer
from .small_numbers import Counts, Share, share_of, shares_of

GOOD = 4  # 4 and 5 of 5: good and very good
MONTHS = 12
OF = "answers"


class Cell(NamedTuple):
    """Answers with a score to one question by one kind of family in one month, and how many of them were good."""

    month: date
    age_band: str
    need: str
    good: int
    answers: int


@dataclass(frozen=True)
class Question:
    """Shares of good answers, as they may be shown to this reader."""

    code: str
    words: str
    whole: Share
    by_month: tuple[tuple[date, Share], ...]
    by_age: Mapping[str, Share]


@dataclass(frozen=True)
class SurveyYear:
    """`not_heard` are the groups that have answered before and of whom nobody did in these months."""

    since: date
    until: date
    questions: tuple[Question, ...]
    not_heard: tuple[str, ...]
    ever_asked: bool

    def chart(self) -> BarChart:
        return BarChart(
            identity="survey",
            title="Good or very good answers, by question",
            description="The share of answers to each question that were good or very good.",
            categories=tuple(question.words for question in self.questions),
            series=(Bars("Good or very good", [question.whole.figure for question in self.questions]),),
            unit="%",
            places=1,
        )


def survey_year(found: QuerySet[SurveyAnswer], until: date, rule: Rule) -> SurveyYear:
    """The twelve calendar months that end on a day. Answers in words or left blank are no score and are left out."""
    since = corresponding_date(until.replace(day=1), 1 - MONTHS)
    bands, needs, words = _ever(found)
    scored = found.filter(answered_on__range=(since, until), score__isnull=False).order_by()
    cells: dict[str, list[Cell]] = {}
    for code, *cell in scored.values_list("question", TruncMonth("answered_on"), "age_band", "need").annotate(
        good=Count("pk", filter=Q(score__gte=GOOD)), answers=Count("pk")
    ):
        cells.setdefault(code, []).append(Cell(*cell))
    months = [corresponding_date(since, number) for number in range(MONTHS)]
    questions = tuple(_question(code, words[code] or code, cells[code], months, bands, rule) for code in sorted(cells))
    heard = [cell for some in cells.values() for cell in some]
    return SurveyYear(since, until, questions, _not_heard(bands, needs, heard), ever_asked=bool(words))


def _question(
    code: str, words: str, cells: Sequence[Cell], months: Iterable[date], bands: Iterable[str], rule: Rule
) -> Question:
    by_month = shares_of(_counts(cells, "month", [str(month) for month in months]), OF, rule)
    return Question(
        code,
        words,
        share_of(sum(cell.good for cell in cells), sum(cell.answers for cell in cells), OF, rule),
        tuple((date.fromisoformat(month), share) for month, share in by_month.items()),
        shares_of(_counts(cells, "age_band", bands), OF, rule),
    )


def _counts(cells: Iterable[Cell], by: str, groups: Iterable[str]) -> Counts:
    counts = dict.fromkeys(groups, (0, 0))
    for cell in cells:
        group = str(getattr(cell, by)) or "age not given"
        good, answers = counts.get(group, (0, 0))
        counts[group] = (good + cell.good, answers + cell.answers)
    return counts


def _ever(found: QuerySet[SurveyAnswer]) -> tuple[list[str], list[str], dict[str, str]]:
    """Every age band and need that has ever answered, the youngest first; every question and its latest words."""
    rows: list[Any] = list(found.order_by().values_list("question", "age_band", "need").annotate(Max("question_words")))
    bands = {band for _, band, _, _ in rows if band}
    needs = {need for _, _, need, _ in rows if need}
    return sorted(bands, key=_youngest_first), sorted(needs), {code: words for code, _, _, words in rows}


def _not_heard(bands: Iterable[str], needs: Iterable[str], heard: Iterable[Cell]) -> tuple[str, ...]:
    spoke = {group for cell in heard for group in (cell.age_band, cell.need)}
    silent = [f"families of children aged {band.lower()}" for band in bands if band not in spoke]
    return (*silent, *(f"families of children with {_need(need)}" for need in needs if need not in spoke))


def _need(code: str) -> str:
    words = NEEDS.get(code, code)
    return words[0].lower() + words[1:]


def _youngest_first(band: str) -> tuple[int, str]:
    """“Under 5” stands before “5 to 10”."""
    figures = "".join(letter if letter.isdigit() else " " for letter in band).split()
    first = int(figures[0]) if figures else 99
    return (first - 1 if band.lower().startswith("under") else first, band)
