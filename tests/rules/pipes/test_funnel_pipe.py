import pytest

from goldenthread.rules.pipe import CannotAnswer
from goldenthread.rules.pipes.funnel import pipe

PLACES = [{"key": f"S{i}", "numerator": 50, "denominator": 100} for i in range(19)]


def test_who_is_unusual():
    odd = {"key": "X", "numerator": 83, "denominator": 100}
    answer = pipe.answer({"places": [*PLACES, odd, {"key": "shut", "denominator": 0}], "places_are": "schools"})

    assert list(answer) == ["mean", "points", "limits", "left_out", "sentence"]
    assert answer["points"][-1] == {"key": "X", "value": 83, "standing": "high_99.8"}
    assert (answer["left_out"], len(answer["limits"])) == (["shut"], 1)
    assert answer["sentence"].startswith("Of 20 schools, 1 is unusual for its size, and no other is worth a look.")


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({}, "“places” is missing"),
        ({"places": 3}, "“places” must be a list of objects"),
        ({"places": [{"numerator": 1}]}, "“key” is missing"),
        ({"places": [{"key": "A", "numerator": "1"}]}, "“numerator” must be a number"),
        ({"places": PLACES, "kind": "mean"}, "There is no kind “mean”."),
        ({"places": [{"key": "A", "numerator": 5, "denominator": 4}]}, "5 of 4 is not a proportion."),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(asked, says):
    with pytest.raises(CannotAnswer) as refusal:
        pipe.answer(asked)

    assert str(refusal.value).startswith(says)
