"""Age and wait bands on the engine, against plain arithmetic, at every edge."""

from datetime import date, timedelta

import ibis
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.measure.indicators.engine import age_band, wait_band

DAYS = st.dates(date(2000, 1, 1), date(2027, 12, 31))


def plainly_aged(born_on, on):
    """By the birthdays that had been by the last 31 August."""
    august = date(on.year if on >= date(on.year, 8, 31) and on.month > 8 else on.year - 1, 8, 31)
    age = sum(1 for year in range(born_on.year + 1, august.year + 1) if (born_on.month, born_on.day) <= (8, 31)
              or year < august.year)  # fmt: skip
    edges = {"under 5": range(-30, 5), "5 to 10": range(5, 11), "11 to 15": range(11, 16), "16 to 19": range(16, 20)}
    return next((name for name, ages in edges.items() if age in ages), "20 to 25")


def on_the_engine(rows, schema, band):
    table = ibis.memtable(rows, schema={"i": "int64", **schema})
    found = table.mutate(band=band(table)).order_by("i")
    return [row["band"] for row in found.to_pyarrow().to_pylist()]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(DAYS, st.integers(0, 9500)), min_size=1, max_size=60))
def test_ages_are_taken_at_the_last_31_august(drawn):
    cases = [(born, born + timedelta(days=days)) for born, days in drawn]
    rows = [{"i": i, "born": born.replace(day=1), "day": on} for i, (born, on) in enumerate(cases)]

    found = on_the_engine(rows, {"born": "date", "day": "date"}, lambda t: age_band(t.born, t.day))

    assert found == [plainly_aged(born, on) for born, on in cases]


def test_an_age_not_known_is_in_no_band():
    rows = [{"i": 0, "born": None, "day": date(2026, 1, 1)}]

    assert on_the_engine(rows, {"born": "date", "day": "date"}, lambda t: age_band(t.born, t.day)) == [None]


def test_every_day_up_to_two_years_is_in_the_band_of_its_weeks():
    rows = [{"i": days, "days": days} for days in range(730)]

    found = on_the_engine(rows, {"days": "int64"}, lambda t: wait_band(t.days))

    limits = ((6, "0 to 6 weeks"), (16, "6 to 16 weeks"), (20, "16 to 20 weeks"), (52, "20 to 52 weeks"))
    assert found == [
        next((name for weeks, name in limits if days <= 7 * weeks), "over 52 weeks") for days in range(730)
    ]
