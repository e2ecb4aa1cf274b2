"""Appendix A: each measure that an outcome stands on, with its chart, counts, interval, source and verdict."""

from collections.abc import Iterator

from goldenthread.publish.reports.document import Block, Heading, KeyValueTable, Note, PageBreak, Paragraph, Section
from goldenthread.publish.reports.facts import Facts, Measure, Promise
from goldenthread.publish.reports.facts.measures import BOTH_SIDES as SHOWN_TOGETHER
from goldenthread.publish.reports.facts.observed import around, measured, provenance, said
from goldenthread.publish.reports.sections import accounts
from goldenthread.publish.reports.sections.appendices import MEASURES
from goldenthread.publish.reports.sections.beside import beside
from goldenthread.publish.reports.sections.drawings import chart_of
from goldenthread.publish.reports.sections.saying import day, listed, many

NOT_JUDGED = "Not judged: a verdict needs a figure for each month."
HIDDEN = "Figures that would tell of fewer than five children, or of very few answers, are hidden: “suppressed”."


def measures(facts: Facts) -> Section:
    blocks = (PageBreak(), Heading(MEASURES, numbered=False), *_each(facts))
    return Section("measures", blocks)


def _each(facts: Facts) -> Iterator[Block]:
    if facts.plan is None:
        yield Note.of(f"{accounts.NO_PLAN} Its outcomes say which measures stand here.", title="Missing.")
        return
    yield Paragraph.of(
        f"{many(len(facts.promised), 'measure')} for the outcomes of {facts.plan.title}. {HIDDEN} A control chart "
        "shows whether a change is more than the usual ups and downs: points outside the limits, runs and trends are."
    )
    for code in facts.undefined_measures:
        yield Note.of(f"The plan names the measure “{code}”, which nobody has defined yet.", title="Not defined.")
    for measure in facts.promised:
        yield from _one(measure, facts)


def _one(measure: Measure, facts: Facts) -> Iterator[Block]:
    about = measure.definition
    yield Heading(about.title, 2, numbered=False)
    yield Paragraph.of(about.why_it_matters)
    yield KeyValueTable.of(*_facts(measure, facts))
    if about.code in SHOWN_TOGETHER:
        yield Paragraph.of("Its chart is in Appendix B, beside the figures that it may not be shown without.")
    elif figure := chart_of(measure):
        yield figure
    yield from (Note.of(sentence, title="Restated.") for sentence in measure.restated)


def _facts(measure: Measure, facts: Facts) -> Iterator[tuple[str, str]]:
    about, latest = measure.definition, measure.latest
    yield "Latest", said(latest) if latest else "Not measured: no figure has been supplied."
    if latest and around(latest):
        yield "95 % interval", around(latest)
    if pair := facts.measures.get(about.never_without):
        yield "Never without", f"{pair.definition.title}: {said(pair.latest) if pair.latest else 'not measured'}"
    yield (
        "Verdict",
        measure.judged.sentence if measure.judged else "Not judged: a verdict needs a figure for each month.",
    )
    if measure.judged and measure.judged.warnings:
        yield "Read with care", " ".join(measure.judged.warnings)
    yield "What is counted", about.counted
    yield from _promised(measure)
    if compared := beside(facts.published.get(about.code), facts):
        yield "Published for others", compared
    yield "Source", _source(measure)
    if about.caution:
        yield "Caution", about.caution


def _source(measure: Measure) -> str:
    about, latest = measure.definition, measure.latest
    if latest is None:
        return about.source
    told = provenance(latest)
    return f"{told}." if told.startswith(about.source) else f"{about.source}. {told}."


def _promised(measure: Measure) -> Iterator[tuple[str, str]]:
    about = measure.definition
    wanted = [one for one in measure.promises if one.target is not None]
    if wanted:
        one = wanted[0]
        by = f" by {day(one.target_by)}" if one.target_by else ""
        yield "Target", f"{measured(about, one.target or 0.0)}{by}"
    yield "Stands for", listed([_outcome(one) for one in measure.promises])


def _outcome(one: Promise) -> str:
    asks = " (what families say)" if one.families else ""
    return f"outcome {one.outcome}{asks}"
