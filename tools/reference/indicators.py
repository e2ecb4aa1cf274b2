"""The catalogue of indicators, from measure/indicators/definitions."""

from collections.abc import Iterator

from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import Definition, Supply, Topic
from tools.markdown import code, day, heading, table

TITLE = "The indicators"
SUPPLIED = {
    Supply.COMPUTED: "counted here from the frozen tables",
    Supply.PLAN: "counted from the improvement plan and its inspections",
    Supply.PARTNER: "counted by a partner and brought in as partners' figures",
    Supply.PUBLISHED: "taken from the national release",
}


def blocks() -> Iterator[str]:
    topics = list(Topic)
    found = sorted(catalogue.all_definitions(), key=lambda one: (topics.index(one.topic), one.code))
    yield f"{len(found)} indicators, one file each in `goldenthread/measure/indicators/definitions/`."
    rows = [[f"[{one.title}](#{one.code})", one.topic, one.unit, one.better, one.supply] for one in found]
    yield table(["indicator", "topic", "unit", "better", "supply"], rows)
    for one in found:
        yield heading(one.code)
        yield f"**{one.title}.** {one.why_it_matters}"
        yield table(["", ""], _facts(one))


def _facts(one: Definition) -> Iterator[tuple[str, str]]:
    yield "Counted", one.counted
    yield "Cohort", one.cohort
    yield "Unit; better", f"{one.unit}; {one.better}"
    if one.catalogue:
        yield "Row of the field’s catalogue", ", ".join(one.catalogue)
    yield "Supply", SUPPLIED[one.supply]
    if one.needs:
        yield "Needs", one.needs
    if not one.agreed:
        yield "Agreed", "not yet: a local definition, to be agreed and signed before first use"
    yield "Source", one.source
    yield "Levels", ", ".join(one.levels)
    yield "Periods", ", ".join(one.periods)
    yield "Disclosure rule", one.disclosure
    yield "Lag", f"{one.lag_days} days until an action can show here"
    yield "Dial", "families" if one.experience else "impact"
    if one.never_without:
        yield "Never without", code([one.never_without])
    if one.gap_with:
        yield "Gap", f"to {code([one.gap_with])}"
    if one.published:
        yield "Published as", code([one.published])
    if one.caution:
        yield "Caution", one.caution
    yield "Definition reviewed by", day(one.review_by)
