import pytest

from goldenthread.rules.statistics import intervals
from goldenthread.rules.statistics.gap import change, change_sentence, gap, sentence
from goldenthread.rules.statistics.judgement import Better

BEFORE = gap((300, 500), (4000, 5000), Better.HIGHER)
NOW = gap((340, 500), (4000, 5000), Better.HIGHER)


def test_a_gap_of_percentages_is_newcombes():
    expected = intervals.difference((4000, 5000), (300, 500)).times(100)

    assert BEFORE.interval.value == pytest.approx(20)
    assert (BEFORE.interval.lower, BEFORE.interval.upper) == pytest.approx((expected.lower, expected.upper))


def test_it_is_positive_where_children_with_sen_fare_worse():
    absent = gap((90, 500), (400, 5000), Better.LOWER)

    assert absent.interval.value == pytest.approx(10)
    assert sentence(absent) == "10.0 points behind pupils without SEN; between 6.8 and 13.7."


def test_a_gap_of_rates():
    found = gap((60, 500), (200, 5000), Better.LOWER, is_rate=True, multiplier=1000, unit="per 1,000")

    first, second = intervals.byar(60, 500, 1000), intervals.byar(200, 5000, 1000)
    assert found.interval.value == pytest.approx(first.value - second.value)
    assert found.interval.upper == pytest.approx(
        80 + ((first.upper - first.value) ** 2 + (second.value - second.lower) ** 2) ** 0.5
    )
    assert sentence(found) == "80.0 per 1,000 behind pupils without SEN; between 51.0 and 114.9."


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (BEFORE, "20.0 points behind pupils without SEN; between 15.6 and 24.5."),
        (
            gap((450, 500), (4000, 5000), Better.HIGHER),
            "10.0 points ahead of pupils without SEN; between 6.9 and 12.6.",
        ),
        (
            gap((400, 500), (4010, 5000), Better.HIGHER),
            "No gap from pupils without SEN can be told: 0.2 points; between −3.3 and 4.1.",
        ),
        (
            gap((300, 500), (2000, 5000), Better.NEUTRAL),
            "20.0 points more than pupils without SEN; between 15.4 and 24.4.",
        ),
    ],
)
def test_sentences(found, said):
    assert sentence(found) == said


def test_a_gap_that_closes():
    assert change(BEFORE, NOW).value == pytest.approx(-8)
    assert change_sentence(BEFORE, NOW, "2024") == (
        "The gap is closing: 8.0 points narrower than in 2024; between 1.8 and 14.1."
    )
    assert change_sentence(NOW, BEFORE, "2024") == (
        "The gap is widening: 8.0 points wider than in 2024; between 1.8 and 14.1."
    )


def test_a_gap_that_cannot_be_told_to_move():
    now = gap((305, 500), (4000, 5000), Better.HIGHER)

    assert change_sentence(BEFORE, now, "2024") == (
        "Whether the gap is closing cannot be told: between −7.2 and 5.2 points wider than in 2024."
    )
