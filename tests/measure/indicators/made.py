"""Observations made by hand, for pages and rules to stand on."""

from datetime import date

from goldenthread.measure.indicators.models import Observation
from tests.factories.measures import ON, made

__all__ = ["HEADLINE", "ON", "OPEN", "PAST", "keep", "made", "months"]
HEADLINE, PAST, OPEN = "plans_in_20_weeks_excluding_exceptions", "open_past_20_weeks", "open_cases"


def months(count):
    """First days of the months up to October 2026, oldest first."""
    numbers = range(2026 * 12 + 10 - count, 2026 * 12 + 10)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


def keep(*observations):
    return Observation.objects.bulk_create(observations)
