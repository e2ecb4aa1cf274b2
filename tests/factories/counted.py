"""Rows of the frozen tables made by hand, and the figures of a count that is in no catalogue."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Topic, Unit
from goldenthread.measure.indicators.engine import Asked, count

SINCE = date(2026, 1, 1)
FLAGS = (
    "decided_before", "ended_before", "exceptions", "moved_away", "transferred_in", "refusal_mediated",
    "refusal_appealed", "no_plan_mediated", "no_plan_appealed", "plan_mediated", "plan_appealed",
)  # fmt: skip
CASE = dict.fromkeys(FLAGS, False)


def definition(unit=Unit.PERCENT, levels=(Level.AREA,), periods=(Every.YEAR,)):
    return Definition(
        code="made_up", title="Made up", topic=Topic.WAITING, why_it_matters="It does not.", counted="As told.",
        cohort="all", unit=unit, better=Better.NEUTRAL, source="Invented", review_by=date(2027, 9, 1), levels=levels,
        periods=periods,
    )  # fmt: skip


def told(tables, counts, *, since=SINCE, **more):
    """[(area, place, label of the period, numerator, denominator, value)]"""
    return [
        (one.area, one.place, one.period.label, one.numerator, one.denominator, one.value)
        for one in count([Asked(definition(**more), counts)], tables, since)
    ]


def case(number, received_on, area="999", **more):
    return CASE | {"area": area, "case": f"c{number}", "child": f"p{number}", "received_on": received_on} | more


def pupil(number, urn="100001", send="no SEN", area="999", **more):
    return {"area": area, "child": f"p{number}", "urn": urn, "send": send} | more


def on_roll(number, census_on, main=True, **more):
    return pupil(number, **more) | {"census_on": census_on, "main": main}


def attended(number, term_on, missed, possible, **more):
    return pupil(number, **more) | {"term_on": term_on, "possible": possible, "authorised": missed, "unauthorised": 0}


def suspended(number, starts_on, row="0", **more):
    return pupil(number, **more) | {"starts_on": starts_on, "permanent": False, "row": row}
