"""The made-up tables that every engine counts, and what is compared of its figures."""

from datetime import date

from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import Survived, Waited
from goldenthread.measure.snapshots import parquet
from goldenthread.rules.cases import freeze
from tests.factories import facts, schooling

AS_AT = date(2026, 10, 17)  # not a month's end: the last month and year are cut short
SINCE = date(2024, 1, 1)
COMPUTED = tuple(code for code in catalogue.codes() if catalogue.counts_of(code))


def made(people=1500, pupils=600):
    """Every table of one area, typed as frozen."""
    frozen = freeze(facts.people(people), AS_AT, str, facts.REGISTER, "999")
    return parquet.complete(
        {
            "cases": frozen.cases,
            "plans": frozen.plans,
            "reviews": frozen.reviews,
            "survey": facts.survey(people // 2, as_at=AS_AT),
            "complaints": facts.complaints(people // 2, as_at=AS_AT),
            "residents": facts.residents(),
            **schooling.schooling(pupils, as_at=AS_AT),
        }
    )


def compared(one, counts):
    """What a twin says of a figure: a wait and a curve are told by how many and how much."""
    if isinstance(counts, Waited | Survived):
        return one.denominator, one.value
    return one.numerator, one.denominator


def key(one):
    return (one.level, one.place, one.period.every, one.period.start, one.period.end)
