"""Which engine counts a snapshot, and that a figure can be counted again from its frozen tables."""

from datetime import date

import pytest
from django.core.exceptions import ImproperlyConfigured
from django_scopes import scope

from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.measure.indicators import counting
from goldenthread.measure.indicators.models import Observation
from goldenthread.measure.indicators.writes import measure
from goldenthread.measure.snapshots.writes import freeze_records
from tests.factories import casework, people

ON = date(2026, 10, 31)
CODES = ["plans_in_20_weeks_including_exceptions", "requests_received", "open_cases", "age_of_open_cases"]


@pytest.fixture
def snapshot(settings, tmp_path, db):
    settings.SNAPSHOTS = tmp_path
    home = people.area()
    with scope(area=home):
        casework.a_plan(received_on=date(2025, 1, 6), issued_on=date(2025, 5, 20))
        casework.a_plan(received_on=date(2025, 2, 6), issued_on=date(2026, 7, 20))
        made = freeze_records(area=home, as_at=ON, by=SYSTEM, on=ON)
        measure(snapshot=made, since=date(2025, 1, 1), by=SYSTEM, on=ON, codes=CODES)
        yield made


def test_a_figure_is_counted_again_from_the_frozen_tables_alone(snapshot):
    held = list(Observation.objects.filter(every="year")) + list(Observation.objects.filter(every="month")[::17])

    again = [counting.recounted(snapshot, one) for one in held]

    assert [(one.numerator, one.denominator, one.value) for one in again] == [
        (one.numerator, one.denominator, one.value) for one in held
    ]
    assert {one.indicator for one in held} == set(CODES)


def test_a_figure_that_the_tables_do_not_give_is_none(snapshot):
    one = Observation.objects.filter(every="year").first()
    one.place = "of another place"

    assert counting.recounted(snapshot, one) is None


def test_an_engine_that_there_is_not_is_refused_in_words(snapshot, settings):
    settings.ANALYTICS_ENGINE = "abacus"

    with pytest.raises(ImproperlyConfigured, match=r"'abacus'\. It can be duckdb, spark or postgres"):
        list(counting.counted(snapshot, date(2026, 1, 1), CODES))


def test_postgresql_needs_an_address(snapshot, settings):
    settings.ANALYTICS_ENGINE, settings.ANALYTICS_URL = "postgres", ""

    with pytest.raises(ImproperlyConfigured, match="needs ANALYTICS_URL"):
        list(counting.counted(snapshot, date(2026, 1, 1), CODES))
