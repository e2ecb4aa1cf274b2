from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.improve.plans.rewording import Change, Words, difference

SENTENCES = st.lists(st.sampled_from(["use", "agency", "support", "and", "to", "an", "expected", "quality."])).map(
    " ".join
)


def test_words_that_were_added_are_marked_where_they_stand_and_the_full_stop_stays() -> None:
    marked = difference("Use agency support to end waits.", "Use agency support to end waits and to a high quality.")

    assert [(one.change, one.gap, one.words) for one in marked] == [
        (Change.KEPT, "", "Use agency support to end waits"),
        (Change.ADDED, " ", "and to a high quality"),
        (Change.KEPT, "", "."),
    ]


def test_of_words_that_were_replaced_those_taken_out_come_first() -> None:
    marked = difference("Train ten SENCOs, soon.", "Train every SENCO, soon.")

    assert [(one.change, one.words) for one in marked] == [
        (Change.KEPT, "Train"), (Change.TAKEN_OUT, "ten SENCOs"), (Change.ADDED, "every SENCO"),
        (Change.KEPT, ", soon."),
    ]  # fmt: skip


@given(SENTENCES, SENTENCES)
def test_both_wordings_can_be_read_out_of_the_difference(before: str, after: str) -> None:
    marked = difference(before, after)

    assert read(one for one in marked if one.change is not Change.ADDED) == before.replace(" ", "")
    assert read(one for one in marked if one.change is not Change.TAKEN_OUT) == after.replace(" ", "")


@given(SENTENCES)
def test_what_did_not_change_is_kept_whole(words: str) -> None:
    assert {one.change for one in difference(words, words)} <= {Change.KEPT}


def read(pieces: Iterable[Words]) -> str:
    return "".join(one.words for one in pieces).replace(" ", "")
