"""Appendix B: both sides of 20 weeks. Timeliness of plans issued is never shown without those still waiting."""

from collections.abc import Iterator

from goldenthread.foundation.charts import AgeBand, AgesChart, BarChart, Bars, WaitingChart
from goldenthread.publish.reports.document import (
    Block,
    BulletList,
    Figure,
    Heading,
    Note,
    Paragraph,
    Section,
    drawing,
)
from goldenthread.publish.reports.facts import Facts, Measure
from goldenthread.publish.reports.facts.observed import Figure as Counted
from goldenthread.publish.reports.facts.observed import around, period, said
from goldenthread.publish.reports.sections.appendices import BOTH_SIDES
from goldenthread.publish.reports.sections.drawings import chart_of
from goldenthread.publish.reports.sections.saying import sentence
from goldenthread.rules.statistics.disclosure import Suppressed
from goldenthread.rules.statistics.survival import Curve, Step

WAITS = ("0 to 6 weeks", "6 to 16 weeks", "16 to 20 weeks", "20 to 52 weeks", "over 52 weeks")
LATE = WAITS[3:]


def twenty_weeks(facts: Facts) -> Section:
    blocks = (Heading(BOTH_SIDES, numbered=False), *_blocks(facts))
    return Section("twenty_weeks", blocks)


def _blocks(facts: Facts) -> Iterator[Block]:
    issued = facts.measure("plans_in_20_weeks_excluding_exceptions")
    if issued is None:
        yield Note.of(
            "The area’s own records of requests and plans have not been brought in, so nobody can say who is still "
            "waiting. Bring the SEN2 return. Until then only the published timeliness of plans issued is known "
            "(Appendix C), which does not count those who wait.",
            title="Missing.",
        )
        return
    yield Paragraph.of(
        "The percentage of plans issued within 20 weeks counts only children who have a plan. While a backlog is being "
        "cleared it falls, because long waits end. It is therefore shown with those who asked in each month, those who "
        "still wait, and the share still waiting week by week."
    )
    yield from _measure("Plans issued: by the month in which the plan was issued", issued)
    for title, code in (
        ("Requests: by the month in which the family asked", "requests_planned_in_20_weeks"),
        ("Still waiting: open longer than 20 weeks", "open_past_20_weeks"),
    ):
        if measure := facts.measure(code):
            yield from _measure(title, measure)
    yield from _ages(facts)
    yield from _survival(facts)


def _measure(title: str, measure: Measure) -> Iterator[Block]:
    yield Heading(title, 2, numbered=False)
    yield from _lines(measure)
    if figure := chart_of(measure):
        yield figure


def _lines(measure: Measure) -> Iterator[Block]:
    newest = measure.latest
    assert newest is not None
    interval = f", 95 % interval {around(newest)}" if around(newest) else ""
    lines = [f"{said(newest)}{interval}"]
    if measure.judged:
        lines.append(measure.judged.sentence)
    lines.append(f"Counted: {measure.definition.counted}")
    yield BulletList.of(*map(sentence, lines))


def _ages(facts: Facts) -> Iterator[Block]:
    if not facts.waits:
        return
    yield Heading("Still waiting: how long they have waited", 2, numbered=False)
    middle, longest = (facts.measure(code) for code in ("age_of_open_cases", "oldest_open_case"))
    lines = [f"{one.definition.title}: {said(one.latest)}" for one in (middle, longest) if one and one.latest]
    yield BulletList.of(*map(sentence, lines))
    yield waits_chart({one.place: one for one in facts.waits}, period(facts.waits[0]))


def waits_chart(by_band: dict[str, Counted], when: str) -> Figure:
    """Columns; bars where a band is hidden, since a hidden column would look like none."""
    title, hidden = f"Open cases by how long they have waited, end of {when}", any(b.hidden for b in by_band.values())
    about = "Requests without a plan yet, by weeks since the request."
    if hidden:
        values = [_bar(by_band.get(name)) for name in WAITS]
        return drawing(
            BarChart(
                identity="waits", title=title, description=about, categories=WAITS, series=(Bars("Open cases", values),)
            )
        )
    bands = tuple(
        AgeBand(name, int(by_band[name].value or 0) if name in by_band else 0, name in LATE) for name in WAITS
    )
    return drawing(AgesChart(identity="waits", title=title, description=about, bands=bands))


def _count(one: Counted | None) -> int:
    return int(one.value or 0) if one else 0


def _bar(one: Counted | None) -> float | Suppressed | None:
    if one is None:
        return 0.0
    return Suppressed(one.hidden) if one.hidden else one.value


def _survival(facts: Facts) -> Iterator[Block]:
    measure = facts.measure("survival_to_final_plan")
    curves = [one for one in measure.series.years if one.detail and one.value is not None] if measure else []
    if not curves:
        return
    newest = curves[-1]
    yield Heading("Everybody who asked, finished or not", 2, numbered=False)
    chances = [f"Requests of {period(one)}: {said(one)}" for one in curves]
    yield Paragraph.of(
        "This estimate (Kaplan and Meier’s) follows every request from the day it was made; one still open counts for "
        "as long as it has been open. It neither hides a backlog nor punishes clearing it. The chance of a final plan "
        "within 20 weeks:"
    )
    yield BulletList.of(*map(sentence, chances))
    yield drawing(
        WaitingChart(
            identity="survival",
            title=f"Share of requests still without a final plan, week by week: requests of {period(newest)}",
            description="The share of families still waiting falls from all of them towards none.",
            curve=_curve(newest),
        )
    )


def _curve(one: Counted) -> Curve:
    steps = tuple(Step(day, 0, 0, surviving, lower, upper) for day, surviving, lower, upper in one.detail["curve"])
    return Curve(steps, int(one.denominator or 0), int(one.detail["finished"]), int(one.detail["longest"]))
