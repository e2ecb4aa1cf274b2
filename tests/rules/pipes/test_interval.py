import pytest

from goldenthread.rules.pipe import CannotAnswer
from goldenthread.rules.pipes.interval import pipe


@pytest.mark.parametrize(
    ("asked", "value", "lower", "upper"),
    [
        ({"method": "wilson", "numerator": 5, "denominator": 10}, 0.5, 0.236593, 0.763407),
        ({"method": "wilson", "x": 5, "n": 10}, 0.5, 0.236593, 0.763407),
        ({"method": "wilson", "numerator": 65, "denominator": 100, "confidence": 99.8}, 0.65, 0.495495, 0.778354),
        ({"method": "byar", "count": 65, "population": 8640, "multiplier": 1000}, 7.523148, 5.805925, 9.589021),
        ({"method": "byar", "x": 65, "n": 8640, "multiplier": 1000}, 7.523148, 5.805925, 9.589021),
        ({"method": "byar", "count": 25}, 25, 16.174266, 36.906451),
        ({"method": "exact", "count": 5}, 5, 1.623486, 11.668332),
        ({"method": "mean", "values": [1, 2, 3, 4]}, 2.5, 0.445740, 4.554260),
        ({"method": "mean", "mean": 2.5, "standard_deviation": 0, "n": 4}, 2.5, 2.5, 2.5),
        (
            {"method": "dsr", "strata": [{"count": 65, "population": 8640, "weight": 1}], "multiplier": 1000},
            7.523148,
            5.805925,
            9.589021,
        ),
        ({"method": "difference", "first": {"x": 56, "n": 70}, "second": {"x": 48, "n": 80}}, 0.2, 0.052431, 0.333873),
    ],
)
def test_methods(asked, value, lower, upper):
    answer = pipe.answer(asked)

    assert list(answer) == ["value", "lower", "upper"]
    assert tuple(answer.values()) == pytest.approx((value, lower, upper), abs=1e-6)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({}, "“method” is missing. Give it and ask again."),
        ({"method": "wald"}, "There is no method “wald”. Use one of wilson, byar, exact, mean, dsr, difference."),
        ({"method": "wilson", "numerator": 5}, "“denominator” is missing. Give it and ask again."),
        ({"method": "wilson", "numerator": "5", "denominator": 9}, "“numerator” must be a number; it is “5”."),
        ({"method": "wilson", "numerator": 5, "denominator": 0}, "The denominator is 0. It must be more than 0: with"),
        (
            {"method": "wilson", "numerator": 5, "denominator": 4},
            "The numerator (5) is greater than the denominator (4).",
        ),
        ({"method": "byar", "count": -5}, "The count is -5. A count is 0 or more."),
        ({"method": "byar", "count": 5, "confidence": 0.8}, "A confidence of 0.8 cannot be used."),
        ({"method": "difference", "first": 3, "second": {}}, "“first” must be an object with “numerator” and"),
        ({"method": "dsr", "strata": [3]}, "“strata” must be a list of objects with “count”"),
        ({"method": "mean", "values": 3}, "“values” must be a list of numbers."),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(asked, says):
    with pytest.raises(CannotAnswer) as refusal:
        pipe.answer(asked)

    assert str(refusal.value).startswith(says)
