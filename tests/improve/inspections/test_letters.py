"""The reader of the first cycle's letters."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.improve.inspections.report.reading import NotAReport, read_report

from .first_cycle import FIRST, REVISIT

words = st.lists(st.text("abcdefgh", min_size=1, max_size=8), min_size=3, max_size=12).map(" ".join)


def test_a_first_cycle_letter_gives_its_particulars() -> None:
    letter = read_report(FIRST)

    assert (letter.kind, letter.title, letter.area_name) == (
        "first_cycle", "Joint local area SEND inspection in Marlshire", "Marlshire",
    )  # fmt: skip
    assert (letter.started_on, letter.ended_on, letter.published_on) == (
        date(2018, 3, 12), date(2018, 3, 16), date(2018, 5, 11),
    )  # fmt: skip
    assert (letter.outcome, letter.outcome_text) == (
        None,
        "As a result of the findings of this inspection, a Written Statement of Action is required because of "
        "significant areas of weakness in the local area’s practice.",
    )


def test_each_weakness_is_taken_whole_across_lines_pages_and_lone_bullets() -> None:
    assert [(f.kind, f.number, f.text) for f in read_report(FIRST).findings] == [
        ("significant_weakness", 1, "the length of time that children wait for occupational therapy"),
        ("significant_weakness", 2, "plans that are not issued in time"),
        ("significant_weakness", 3, "the weak engagement of parents and carers in decisions about services"),
    ]


@given(st.lists(words, min_size=1, max_size=6))
def test_no_word_of_a_weakness_is_lost(weaknesses: list[str]) -> None:
    listed = "".join(f"◼ {weakness}\n" for weakness in weaknesses)
    letter = re.sub(r"(?s)(weakness:\n\n).*(?=Yours)", lambda found: f"{found[1]}{listed}\n", FIRST)

    assert [finding.text for finding in read_report(letter).findings] == weaknesses


def test_a_revisit_gives_a_judgement_and_what_was_said_for_each_weakness() -> None:
    letter = read_report(REVISIT)

    assert [(j.number, j.text, j.sufficient_progress, j.note) for j in letter.judgements] == [
        (
            1, "The length of time that children wait for occupational therapy.", False,
            "Waits rose: ◼ in the north; and ◼ in the south.",
        ),
        (2, "Plans that are not issued in time.", True, "Most are."),
        (3, "The weak engagement of parents and carers in decisions about services.", False, ""),
    ]  # fmt: skip
    assert (letter.kind, letter.findings, letter.published_on) == ("revisit", (), date(2021, 12, 17))
    assert letter.outcome_text == (
        "The area has made sufficient progress in addressing one of the three significant weaknesses. "
        "The area has not made sufficient progress in addressing two."
    )


def test_a_weakness_may_have_a_bullet_instead_of_a_number() -> None:
    letter = read_report(re.sub(r"(?m)^[123]\. ", "◼ ", REVISIT).replace("◼ in the", "in the"))

    assert [judgement.number for judgement in letter.judgements] == [None, None, None]


@pytest.mark.parametrize(
    ("letter", "old", "new", "sentence"),
    [
        (FIRST, "following areas of", "areas of", "“… the following areas of significant weakness” is not in"),
        (FIRST, "weakness:", "weakness: the waits.", "are not a list with a bullet or a number"),
        (FIRST, "◼ the weak", "\nParents said so.\n\n◼ the weak", "is broken off by “Parents said so.…”"),
        (FIRST, "Between 12 March", "Between March", "“Inspection dates: … to …” is not in the text"),
        (REVISIT, "addressing one of", "addressing two of", "two of three weaknesses, and 1 of 3 were found"),
        (REVISIT, "2. Plans", "Plans", "No number or bullet stands before the weakness"),
        (REVISIT, "of weakness", "of practice", "The letter says that progress was sufficient on one of three"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_words(letter: str, old: str, new: str, sentence: str) -> None:
    assert old in letter

    with pytest.raises(NotAReport, match=re.escape(sentence)):
        read_report(letter.replace(old, new))


def test_a_revisit_without_any_judgement_is_refused() -> None:
    with pytest.raises(NotAReport, match="is nowhere in the letter"):
        read_report(REVISIT.replace("sufficient progress", "headway"))
