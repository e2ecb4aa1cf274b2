"""Observations made by hand, for pages and rules to stand on."""

from datetime import date

from goldenthread.measure.indicators.models import Observation
from goldenthread.measure.indicators.periods import month_of, year_of
from goldenthread.measure.indicators.writes import observation

ON = date(2026, 10, 31)
HEADLINE, PAST, OPEN = "plans_in_20_weeks_excluding_exceptions", "open_past_20_weeks", "open_cases"


def made(area, indicator, start, numerator, denominator, *, every="month", level="area", place="", **more):
    """Not yet kept. A count has the denominator None."""
    end = {"month": month_of(start, ON).end, "year": year_of(start, ON).end, "day": start}[every]
    value = numerator if denominator is None else 100 * numerator / denominator if denominator else None
    return observation(
        area=area, indicator=indicator, level=level, place=place, every=every, start=start, end=end,
        numerator=numerator, denominator=denominator, value=value, source="Invented", on=ON, **more,
    )  # fmt: skip


def months(count):
    """First days of the months up to October 2026, oldest first."""
    numbers = range(2026 * 12 + 10 - count, 2026 * 12 + 10)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


def keep(*observations):
    return Observation.objects.bulk_create(observations)
