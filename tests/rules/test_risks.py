import pytest

from goldenthread.rules.risks import FIVE, Level, level


@pytest.mark.parametrize(
    ("likelihood", "impact", "expected"),
    [(1, 3, Level.LOW), (1, 4, Level.MODERATE), (2, 4, Level.HIGH), (3, 5, Level.EXTREME), (5, 5, Level.EXTREME)],
)
def test_the_bands(likelihood, impact, expected):
    assert level(likelihood, impact) is expected


def test_more_is_never_less():
    order = list(Level)

    assert all(order.index(level(a, b)) <= order.index(level(a + 1, b)) for a in FIVE for b in FIVE if a + 1 in FIVE)


@pytest.mark.parametrize(("likelihood", "impact"), [(0, 3), (3, 6)])
def test_beyond_five_there_is_none(likelihood, impact):
    with pytest.raises(ValueError, match="from 1 to 5"):
        level(likelihood, impact)
