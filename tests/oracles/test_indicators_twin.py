"""The fast engine and its slow twins count the same people: every indicator, level, place and period, to the last
case.
"""

import pytest

from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import Survived, Waited
from goldenthread.measure.indicators.embedded import embedded
from goldenthread.measure.indicators.engine import measure
from goldenthread.measure.snapshots import parquet
from tests.oracles.agreeing import AS_AT, COMPUTED, SINCE, compared, key, made
from tests.oracles.slow_indicators import twin, twins

pytestmark = pytest.mark.oracle


@pytest.fixture(scope="module")
def tables():
    return made()


@pytest.fixture(scope="module")
def rows(tables):
    return {name: table.to_pylist() for name, table in tables.items()}


@pytest.fixture(scope="module")
def frozen(tables, tmp_path_factory):
    folder = tmp_path_factory.mktemp("frozen") / "tables"
    parquet.write(tables, folder)
    return embedded(folder, AS_AT)


@pytest.fixture(scope="module")
def counted(frozen):
    found = {code: {} for code in COMPUTED}
    for one in measure(COMPUTED, frozen, SINCE):
        assert key(one) not in found[one.indicator], f"told twice: {one}"
        found[one.indicator][key(one)] = one
    return found


def close(fast, slow):
    """A curve is a product of many shares: equal but for the last digits of the machine."""
    alike = {where: n for where, (n, _) in fast.items()} == {where: n for where, (n, _) in slow.items()}
    return alike and all(value == pytest.approx(slow[where][1]) for where, (_, value) in fast.items())


def test_every_computed_indicator_has_a_twin_and_every_twin_an_indicator():
    assert set(twins()) == set(COMPUTED)


@pytest.mark.parametrize("code", COMPUTED)
def test_the_engine_and_its_twin_agree(code, rows, frozen, counted):
    counts = catalogue.counts_of(code)(frozen)
    slow = twin(code, rows, SINCE, AS_AT)

    fast = {where: compared(one, counts) for where, one in counted[code].items()}

    assert fast == slow if not isinstance(counts, Survived) else close(fast, slow)
    assert sum(n or 0 for n, _ in slow.values()) > 0


@pytest.mark.parametrize("code", COMPUTED)
def test_a_value_is_its_numerator_over_its_denominator(code, frozen, counted):
    shape, unit = catalogue.counts_of(code)(frozen), catalogue.definition(code).unit
    if isinstance(shape, Waited | Survived):
        pytest.skip("a wait and a curve are not quotients: their values are compared with the twin's")

    for one in counted[code].values():
        if one.value is not None:
            assert one.value == pytest.approx(unit.multiplier * one.numerator / (one.denominator or unit.multiplier))
        else:
            assert not one.denominator
