import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.measure.benchmarks.comparing import band, quantile, quartile, rank
from goldenthread.measure.benchmarks.measures import Polarity

numbers = st.lists(st.floats(0, 100), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("polarity", "ranks"), [(Polarity.HIGH, [4, 1, 2, 2]), (Polarity.LOW, [1, 4, 2, 2]), (Polarity.NEUTRAL, [None] * 4)]
)
def test_equals_share_the_smaller_rank(polarity: Polarity, ranks: list[int | None]) -> None:
    values = [10.0, 40.0, 20.0, 20.0]

    assert [rank(value, values, polarity) for value in values] == ranks


def test_missing_has_neither_rank_nor_quartile() -> None:
    assert (rank(None, [1.0, 2.0], Polarity.HIGH), quartile(None, [1.0, 2.0], Polarity.HIGH)) == (None, None)


@pytest.mark.parametrize(("polarity", "bands"), [(Polarity.LOW, "AABCD"), (Polarity.HIGH, "DDCBA")])
def test_a_value_on_a_boundary_goes_to_the_lower_band(polarity: Polarity, bands: str) -> None:
    values = [0.0, 25.0, 50.0, 75.0, 100.0]

    assert "".join(quartile(value, values, polarity) or "-" for value in values) == bands


def test_no_better_way_no_band() -> None:
    assert quartile(5.0, [1.0, 5.0, 9.0], Polarity.NEUTRAL) is None


@pytest.mark.parametrize(("areas", "banded"), [(29, None), (30, "A")])
def test_there_is_no_quartile_among_fewer_than_thirty_areas(areas: int, banded: str | None) -> None:
    values = [float(value) for value in range(areas)]

    assert band(0.0, values, Polarity.LOW) == banded


@given(numbers, st.sampled_from([0.25, 0.5, 0.75]))
def test_quantiles_are_type_seven(values: list[float], share: float) -> None:
    assert quantile(values, share) == pytest.approx(float(np.quantile(values, share)), abs=1e-9)


@given(numbers)
def test_the_best_has_rank_one_and_nobody_ranks_below_the_count(values: list[float]) -> None:
    ranks = [rank(value, values, Polarity.HIGH) for value in values]

    assert ranks[values.index(max(values))] == 1
    assert all(place is not None and place <= len(values) for place in ranks)
