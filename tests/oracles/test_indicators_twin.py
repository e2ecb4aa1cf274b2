"""The fast engine and its slow twin count the same people: every indicator, level, place and period, to the last
case.
"""

from datetime import date

import pytest

from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import Unit
from goldenthread.measure.indicators.embedded import embedded
from goldenthread.measure.indicators.engine import measure
from goldenthread.measure.snapshots import parquet
from goldenthread.rules.cases import SchoolFacts, freeze
from tests.factories import facts
from tests.oracles.slow_indicators import twin

AS_AT = date(2026, 10, 17)  # not a month's end: the last month and year are cut short
SINCE = date(2024, 1, 1)
SCHOOLS = {
    "100001": SchoolFacts("mainstream"),
    "100002": SchoolFacts("special"),
    "100003": SchoolFacts("independent_special"),
}


@pytest.fixture(scope="module")
def tables():
    frozen = freeze(facts.people(1500), AS_AT, str, SCHOOLS, "999")
    rows = {"cases": frozen.cases, "plans": frozen.plans, "reviews": frozen.reviews, "survey": facts.survey(800)}
    return parquet.complete(rows)


@pytest.fixture(scope="module")
def counted(tables, tmp_path_factory):
    folder = tmp_path_factory.mktemp("frozen") / "tables"
    parquet.write(tables, folder)
    found = {}
    for one in measure(catalogue.codes(), embedded(folder, AS_AT), SINCE):
        key = (one.level, one.place, one.period.every, one.period.start, one.period.end)
        found.setdefault(one.indicator, {})[key] = one
    return found


COMPUTED = [code for code in catalogue.codes() if catalogue.counts_of(code)]


@pytest.mark.oracle
@pytest.mark.parametrize("code", [code for code in COMPUTED if code != "survival_to_final_plan"])
def test_the_engine_and_its_twin_agree(code, tables, counted):
    slow = twin(code, {name: table.to_pylist() for name, table in tables.items()}, SINCE, AS_AT)

    unit = catalogue.definition(code).unit
    if unit is Unit.WEEKS:
        fast = {key: (one.denominator, one.value) for key, one in counted[code].items()}
    else:
        fast = {key: (one.numerator, one.denominator) for key, one in counted[code].items()}

    assert fast == slow
    assert sum(n or 0 for n, _ in slow.values()) > 0


@pytest.mark.oracle
def test_survival_and_its_twin_agree(tables, counted):
    slow = twin("survival_to_final_plan", {name: table.to_pylist() for name, table in tables.items()}, SINCE, AS_AT)

    fast = {key[3].year: one.value for key, one in counted["survival_to_final_plan"].items() if one.value is not None}

    assert fast == pytest.approx(slow)
    assert set(slow) == {2024, 2025, 2026}
