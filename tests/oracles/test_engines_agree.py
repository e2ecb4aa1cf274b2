"""The whole catalogue on DuckDB, on Spark, on PostgreSQL and in plain Python: no difference, from the same definition
files.
"""

import pytest

from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import Survived
from goldenthread.measure.indicators.embedded import embedded
from goldenthread.measure.indicators.engine import measure
from goldenthread.measure.snapshots import parquet
from tests.oracles.agreeing import AS_AT, COMPUTED, SINCE, compared, key, made
from tests.oracles.engines import figures_of_spark, postgres_url
from tests.oracles.slow_indicators import twin, twins

pytestmark = [
    pytest.mark.oracle,
    pytest.mark.slow,
    pytest.mark.xdist_group("engines"),  # one Spark is enough
]


@pytest.fixture(scope="module")
def tables():
    return made(people=400, pupils=150)


@pytest.fixture(scope="module")
def folder(tables, tmp_path_factory):
    found = tmp_path_factory.mktemp("frozen") / "tables"
    parquet.write(tables, found)
    return found


@pytest.fixture(scope="module")
def plain(tables):
    """{code: {where: what}}, by the slow twins."""
    rows = {name: table.to_pylist() for name, table in tables.items()}
    return {code: twin(code, rows, SINCE, AS_AT) for code in twins()}


@pytest.fixture(scope="module")
def on_duckdb(folder):
    return list(measure(COMPUTED, embedded(folder, AS_AT), SINCE))


def test_duckdb_and_plain_python_agree(on_duckdb, plain, folder):
    frozen = embedded(folder, AS_AT)
    shapes = {code: catalogue.counts_of(code)(frozen) for code in COMPUTED}
    fast = {code: {} for code in COMPUTED}

    for one in on_duckdb:
        fast[one.indicator][key(one)] = tenth_decimal(compared(one, shapes[one.indicator]), shapes[one.indicator])

    assert fast == {
        code: {where: tenth_decimal(what, shapes[code]) for where, what in found.items()}
        for code, found in plain.items()
    }


def test_spark_and_duckdb_agree(on_duckdb, folder, tmp_path):
    on_spark = figures_of_spark(folder, tmp_path)

    assert by_key(on_spark) == by_key(on_duckdb)


def test_postgresql_and_duckdb_agree(on_duckdb, folder):
    from goldenthread.measure.indicators.in_postgres import tables_in_postgres

    with postgres_url() as url, tables_in_postgres(folder, AS_AT, url) as copied:
        in_postgres = list(measure(COMPUTED, copied, SINCE))

    assert by_key(in_postgres) == by_key(on_duckdb)


def by_key(figures):
    """Everything of a figure, to the last digit."""
    return {(one.indicator, one.area, *key(one)): one for one in figures}


def tenth_decimal(what, shape):
    """A curve is a product of many shares: equal but for the last digits of the machine."""
    n, value = what
    return (n, round(value, 10)) if isinstance(shape, Survived) and value is not None else what
