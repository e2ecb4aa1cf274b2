from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.foundation.charts.scale import nice_ticks, sparse, spread, tick_labels
from goldenthread.foundation.charts.svg import shortened, width_of, wrapped


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 97, [0, 20, 40, 60, 80, 100]),
        (0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (5, 5, [5, 6, 7, 8, 9, 10]),
        (-3, 7, [-4, -2, 0, 2, 4, 6, 8]),
    ],
)
def test_ticks_are_round_numbers_that_enclose(low, high, ticks):
    assert nice_ticks(low, high) == ticks


@given(st.floats(-1e6, 1e6), st.floats(0.001, 1e6))
def test_ticks_always_enclose_and_are_few(low, reach):
    ticks = nice_ticks(low, low + reach)

    assert ticks[0] <= low + reach * 1e-6
    assert ticks[-1] >= (low + reach) - reach * 1e-6
    assert 2 <= len(ticks) <= 9


def test_labels_have_the_decimals_of_the_finest():
    assert tick_labels([0, 0.5, 1], "%") == ["0.0 %", "0.5 %", "1.0 %"]
    assert tick_labels([0, 1000], "days") == ["0", "1,000"]


@given(st.integers(1, 200), st.floats(3, 100))
def test_period_names_never_touch(count, spacing):
    labels = [f"Oct {2000 + i}" for i in range(count)]

    shown = sparse(labels, spacing)

    assert shown[0] == 0
    assert all((b - a) * spacing >= width_of(labels[a]) for a, b in pairwise(shown))


@given(st.lists(st.floats(0, 250), min_size=1, max_size=6))
def test_names_are_spread_apart_in_order(places):
    moved = spread(places, 15, 0, 250)

    in_order = [place for _, place in sorted(zip(places, moved, strict=True))]
    assert all(b - a >= 15 - 1e-9 for a, b in pairwise(in_order))
    assert (min(moved) >= -1e-9, max(moved) <= 250) == (True, True)


def test_long_names_are_wrapped_and_cut():
    assert wrapped("Social, emotional and mental health", 110) == ["Social, emotional", "and mental health"]
    assert wrapped("one two three four five six seven", 60) == ["one two", "three fou…"]
    assert shortened("Marlshire", 200) == "Marlshire"
    assert shortened("Marlshire County Council", 60).endswith("…")
