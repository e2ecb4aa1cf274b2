from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.claims import Fit, NotAFigure, NotASum, check, read_figure, read_line
from goldenthread.rules.claims.lines import EXAMPLES
from goldenthread.rules.pipe import CannotAnswer
from goldenthread.rules.pipes.claims import pipe

COUNTS = st.integers(1, 100_000)


@pytest.mark.parametrize(
    ("said", "value", "low", "high"),
    [
        ("386", 386, 386, 386),
        ("1,377", 1377, 1377, 1377),
        ("15 posts", 15, 15, 15),
        ("£416k", 416_000, 415_500, 416_500),
        ("£83.2m", 83_200_000, 83_150_000, 83_250_000),
        ("2 million", 2_000_000, 1_500_000, 2_500_000),
        ("0.5 %", Fraction("0.5"), Fraction("0.45"), Fraction("0.55")),
        ("70 per cent", 70, Fraction("69.5"), Fraction("70.5")),
        (0.5, Fraction("0.5"), Fraction("0.5"), Fraction("0.5")),
    ],
)
def test_a_figure_is_known_as_well_as_it_was_said(said, value, low, high):
    figure = read_figure(said)

    assert (figure.value, figure.low, figure.high) == (value, low, high)


@pytest.mark.parametrize("said", ["", "many", "-5", "1 2", True, None, "5 % 6", "9" * 40])
def test_what_is_no_figure_is_refused_in_a_sentence(said):
    with pytest.raises(NotAFigure, match="is not a figure"):
        read_figure(said)


@pytest.mark.parametrize(
    ("line", "fit", "sentence"),
    [
        ("48 of 96 = 50 %", Fit.HOLDS, "48 of 96 is 50.0 %. It fits the 50 % that was said."),
        ("48 of 152 = 50 %", Fit.FAILS, "48 of 152 is 31.6 %. It does not fit the 50 % that was said."),
        ("6 of 10", Fit.HOLDS, "6 of 10 is 60.0 %. No percentage was said to compare it with."),
        (
            "152 of 96",
            Fit.FAILS,
            "152 of 96 is 158.3 %. A part cannot be more than its whole: they count different things.",
        ),
        (
            "84 of 100 = nearly 100 %",
            Fit.UNKNOWABLE,
            "84 of 100 is 84.0 %. “nearly 100 %” names no figure: say whether this is near enough.",
        ),
        (
            "£150k x 3 = £450k",
            Fit.HOLDS,
            "£150k × 3 is £450,000 (from £448,500 to £451,500, as rounded). It fits the £450k that was said.",
        ),
        ("4 * 5 = 21", Fit.FAILS, "4 × 5 is 20. It does not fit the 21 that was said."),
        ("2 + 2 = 5", Fit.FAILS, "2 + 2 is 4. It does not fit the 5 that was said."),
        (
            "0.5 % × £83.2m = £416k",
            Fit.HOLDS,
            "0.5 % × £83.2m is £416,000 (from £374,175 to £457,875, as rounded). It fits the £416k that was said.",
        ),
        (
            "£416k = 0.5 % of £100m",
            Fit.FAILS,
            "£416k is 0.5 % of £83.2m (from £75.5m to £92.6m, as rounded). It does not fit the £100m that was said.",
        ),
        (
            "386 = 1.9 % − 1.4 % of 77,200",
            Fit.HOLDS,
            "386 is 1.9 % less 1.4 %, that is 0.5 %, of 77,200 (from 64,333 to 96,500, as rounded). It fits the 77,200 "
            "that was said.",
        ),
        ("17 posts v 17", Fit.HOLDS, "Both accounts agree: 17 posts."),
        (
            "nearly 100 %",
            Fit.UNKNOWABLE,
            "“nearly 100 %” cannot be checked as it was said. Ask: Of whom, and who was left out? In which months? "
            "How many, of how many?",
        ),
        (
            "nearly 100 % of plans in 2021",
            Fit.UNKNOWABLE,
            "“nearly 100 %” of plans in 2021 cannot be checked as it was said. Ask: How many, of how many?",
        ),
        (
            "97 % in 2020",
            Fit.UNKNOWABLE,
            "“97 %” in 2020 cannot be checked as it was said. Ask: Of whom, and who was left out? How many, of how "
            "many?",
        ),
    ],
)
def test_each_sum_says_whether_it_fits_and_shows_its_working(line, fit, sentence):
    found = check(read_line(line))

    assert (found.fit, found.sentence) == (fit, sentence)


def test_the_line_is_kept_as_it_was_written():
    assert read_line("  48 of 96  =  50 % ") == {
        "kind": "share",
        "part": "48",
        "whole": "96",
        "says": "50 %",
        "written": "48 of 96 = 50 %",
    }


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_that_the_form_shows_is_understood(line):
    assert read_line(line)["written"] == line


@pytest.mark.parametrize(
    "line", ["hello", "750 statements", "= 5", "5 =", "1 v 2 v 3", "a of b = c", "386 = 50", "3 + = 4", "5 of 0 = 1 %"]
)
def test_a_line_that_makes_no_sum_is_refused_in_a_sentence(line):
    with pytest.raises(NotASum, match=r"[A-Z“].*\."):
        read_line(line)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({}, "There is no sum of the kind “None”. Use one of share, product, sum, whole, told_twice, rate."),
        ({"kind": "share", "part": "4"}, "“whole” is missing. Give it and ask again."),
        ({"kind": "sum", "parts": [1], "says": 1}, "“parts” must be a list of 2 figures or more."),
        ({"kind": "whole", "part": 4, "percents": [4]}, "Give one percentage of the whole, or two whose difference"),
        ({"kind": "whole", "part": 4, "percents": ["1 %", "2 %"]}, "1 % less 2 % leaves nothing to divide by."),
        ({"kind": "whole", "part": 4, "percents": ["2.1 %", "2.0 %"]}, "may be nothing"),
        ({"kind": "told_twice", "first": [1], "second": [1, 2]}, "The two accounts must give the same figures"),
    ],
)
def test_a_sum_that_cannot_be_checked_says_why(asked, says):
    with pytest.raises(NotASum) as why:
        check(asked)

    assert says in str(why.value)


@given(COUNTS, COUNTS, st.integers(0, 3))
def test_a_share_rounded_by_anybody_fits(part, more, places):
    whole = part + more
    said = read_figure(f"{_rounded(Fraction(100 * part, whole), places)} %")

    assert check({"kind": "share", "part": part, "whole": whole, "says": said.said}).fit is Fit.HOLDS


@given(COUNTS, COUNTS, st.integers(0, 3))
def test_a_share_a_whole_step_off_does_not_fit(part, more, places):
    whole = part + more
    off = _rounded(Fraction(100 * part, whole) + Fraction(1, 10**places), places)

    assert check({"kind": "share", "part": part, "whole": whole, "says": f"{off} %"}).fit is Fit.FAILS


@given(st.integers(50, 100_000), st.integers(1, 99))
def test_the_whole_that_is_implied_always_holds_the_true_one(whole, percent):
    part = round(whole * percent / 100)
    found = check({"kind": "whole", "part": part or 1, "percents": [f"{percent} %"]}).found

    assert found is not None
    assert found.low <= found.value <= found.high
    assert abs(found.value - whole) <= Fraction(100, percent)


@given(st.lists(COUNTS, min_size=2, max_size=9))
def test_parts_fit_their_sum_and_no_other(parts):
    sums = [check({"kind": "sum", "parts": parts, "says": sum(parts) + off}).fit for off in (0, 1)]

    assert sums == [Fit.HOLDS, Fit.FAILS]


@given(st.text(max_size=40))
def test_any_text_is_a_sum_or_is_refused_in_a_sentence(text):
    assert _said(text).endswith((".", "?"))


def test_the_pipe_answers_a_line_and_a_sum():
    line = pipe.answer({"line": "386 = 1.9 % − 1.4 %"})
    agreed = pipe.answer({"kind": "told_twice", "first": [1], "second": [1]})

    assert (line["verdict"], line["value"], round(line["low"]), line["high"]) == ("unknowable", 77_200, 64_333, 96_500)
    assert agreed == {"verdict": "holds", "sentence": "Both accounts agree: 1."}


def test_the_pipe_refuses_in_a_sentence():
    with pytest.raises(CannotAnswer, match="is not a sum that can be checked"):
        pipe.answer({"line": "hello"})


def _said(text: str) -> str:
    try:
        return check(read_line(text)).sentence
    except NotASum as why:
        return str(why)


def _rounded(value: Fraction, places: int) -> str:
    """Half up, as people do."""
    steps = (value * 10**places + Fraction(1, 2)).__floor__()
    whole, rest = divmod(steps, 10**places)
    return f"{whole}.{rest:0{places}}" if places else str(whole)
