import io
import json

import pytest

from goldenthread.rules.pipe import CannotAnswer, run
from goldenthread.rules.pipes.spc import pipe

STEADY = [52, 48, 55, 50, 47, 53, 49, 51, 54, 46, 50, 52]
DATES = [f"2025-{month:02}-01" for month in range(1, 13)]


def test_answers_a_line_with_the_keys_of_the_design():
    sink = io.StringIO()

    status = run(
        pipe, [json.dumps({"id": "t4", "values": STEADY, "better": "higher", "target": 70, "unit": "%"})], sink
    )

    answer = json.loads(sink.getvalue())
    assert status == 0
    assert list(answer) == ["id", "points", "variation", "assurance", "sentence", "warnings"]
    assert answer["points"][0] == {
        "mean": pytest.approx(50.583333, abs=6e-7),
        "lower": pytest.approx(38.976061, abs=6e-7),
        "upper": pytest.approx(62.190606, abs=6e-7),
        "signal": "none",
        "verdict": "common",
    }
    assert (answer["variation"], answer["assurance"]) == ("common", "fail")
    assert answer["sentence"] == "No change detectable: 12 points, all within 39–62 %."
    assert answer["warnings"] == ["Trial limits: 12 points; 13 make the limits firm."]


def test_a_missing_value_has_no_verdict():
    answer = pipe.answer({"values": [1, None, 3], "better": "lower"})

    assert [point["verdict"] for point in answer["points"]] == ["common", None, "common"]


def test_a_rebase_date_between_points_starts_at_the_later():
    answer = pipe.answer(
        {"values": STEADY, "dates": DATES, "better": "higher", "rebase": [{"date": "2025-06-15", "cause": "new panel"}]}
    )

    means = [point["mean"] for point in answer["points"]]
    assert means == [pytest.approx(305 / 6)] * 6 + [pytest.approx(302 / 6)] * 6


def test_a_rebase_without_a_cause_is_done_and_warned_of():
    answer = pipe.answer({"values": STEADY, "dates": DATES, "better": "higher", "rebase": ["2025-07-01"]})

    assert answer["warnings"][-1] == (
        "The rebase of 2025-07-01 has no recorded cause. Rebase only for a change that is known."
    )


def test_screening_and_lengths_are_taken():
    spike = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]

    answer = pipe.answer({"values": spike, "better": "neutral", "screen_outliers": True, "baseline_points": 12})

    assert answer["points"][4]["signal"] == "outside"
    assert answer["points"][4]["verdict"] == "neutral_high"


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"better": "higher"}, "“values” is missing. Give it and ask again."),
        (
            {"values": [1, "2"], "better": "higher"},
            "“values” must be a list of numbers in time order, with null where none",
        ),
        ({"values": [1, float("nan")], "better": "higher"}, "“values” must be a list of numbers in time order"),
        ({"values": [1, 2], "better": "up"}, "“better” is “up”. Say which is better: higher, lower, neutral."),
        (
            {"values": [1, 2], "better": "higher", "dates": ["2025-01-01"]},
            "“dates” must be a list with a date for each of the 2",
        ),
        ({"values": [1, 2], "better": "higher", "dates": ["2025-02-01", "2025-01-01"]}, "“dates” are not in order"),
        ({"values": [1, 2], "better": "higher", "dates": ["1/2/25", "x"]}, "“1/2/25” in “dates” is not a date."),
        (
            {"values": [1, 2], "better": "higher", "rebase": ["2025-01-01"]},
            "“rebase” names dates, so “dates” must be given",
        ),
        ({"values": [1, 2], "better": "higher", "baseline_points": 5}, "A baseline of 5 points is too short"),
        ({"values": [1, 2], "better": "higher", "target": "x"}, "“target” must be a number; it is “x”."),
        ({"values": [1, 2], "better": "higher", "run_length": 6.5}, "“run_length” counts points"),
        ({"values": [], "better": "higher"}, "No value of the series is recorded."),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(asked, says):
    with pytest.raises(CannotAnswer) as refusal:
        pipe.answer(asked)

    assert str(refusal.value).startswith(says)
