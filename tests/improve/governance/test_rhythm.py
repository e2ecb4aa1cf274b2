from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.improve.governance.models import Rhythm
from goldenthread.improve.governance.rhythm import SPANS, Kept, kept, offered
from goldenthread.rules.calendar import is_working_day

ON = date(2026, 10, 31)
DAYS = st.dates(date(2016, 1, 1), date(2030, 12, 31))
REGULAR = st.sampled_from(sorted(SPANS))


def test_a_monthly_body_that_last_met_62_days_ago_does_not_keep_its_rhythm() -> None:
    assert kept(Rhythm.MONTHLY, date(2026, 8, 30), None, ON) == Kept(
        False,
        "Every month. Last met 62 days ago, on 30 August 2026. No meeting is planned. "
        "That is longer than its rhythm allows.",
        "Every month; last met 62 days ago: not kept",
    )


def test_a_body_that_met_within_its_rhythm_and_a_week_keeps_it() -> None:
    assert kept(Rhythm.MONTHLY, date(2026, 9, 24), date(2026, 11, 12), ON) == Kept(
        True,
        "Every month. Last met 37 days ago, on 24 September 2026. Meets next on 12 November 2026.",
        "Every month; last met 37 days ago",
    )
    assert kept(Rhythm.MONTHLY, date(2026, 9, 23), None, ON).kept is False


@pytest.mark.parametrize(
    ("rhythm", "last", "sentence", "brief"),
    [
        (Rhythm.QUARTERLY, None, "Every three months. No meeting has been recorded as held. No meeting is planned.",
         "Every three months; no meeting recorded"),
        (Rhythm.AS_NEEDED, date(2020, 1, 6), "When it is needed. Last met 2490 days ago, on 6 January 2020. "
         "No meeting is planned.", "When it is needed"),
    ],
)  # fmt: skip
def test_nothing_is_said_without_a_rhythm_or_a_meeting(
    rhythm: str, last: date | None, sentence: str, brief: str
) -> None:
    assert kept(rhythm, last, None, ON) == Kept(None, sentence, brief)
    assert offered(rhythm, last, ON) is None


def test_days_ago_in_words() -> None:
    assert (
        kept(Rhythm.WEEKLY, ON, None, ON).sentence
        == "Every week. Last met today, on 31 October 2026. No meeting is planned."
    )
    assert "Last met 1 day ago, on 30 October 2026." in kept(Rhythm.WEEKLY, date(2026, 10, 30), None, ON).sentence


def test_the_next_date_keeps_the_weekday() -> None:
    tuesday = date(2026, 10, 13)

    assert offered(Rhythm.MONTHLY, tuesday, ON) == date(2026, 11, 10)
    assert offered(Rhythm.FORTNIGHTLY, tuesday, ON) == date(2026, 11, 10)
    assert offered(Rhythm.QUARTERLY, tuesday, ON) == date(2027, 1, 12)


@given(rhythm=REGULAR, last=DAYS, after=st.integers(0, 900))
def test_the_date_offered_is_a_working_day_to_come_within_one_rhythm(rhythm: str, last: date, after: int) -> None:
    on = last + timedelta(days=after)

    day = offered(rhythm, last, on)

    assert day is not None
    assert day > on
    assert is_working_day(day)
    assert kept(rhythm, last, day, on).sentence.count("Meets next on") == 1
