from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.calendar import is_working_day
from goldenthread.rules.clocks.meeting_notice import agenda_notice, clear_days_before, key_decision_notice
from goldenthread.rules.provision import Days, NoLawError, WorkingDays

DAYS = st.dates(date(2003, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("meeting", "due"),
    [
        (date(2026, 11, 12), date(2026, 11, 4)),  # Thursday: the Wednesday of the week before
        (date(2026, 11, 9), date(2026, 10, 30)),  # Monday: the Friday before the last
        (date(2027, 1, 4), date(2026, 12, 22)),  # Christmas, Boxing Day's substitute and New Year between
    ],
)
def test_five_clear_working_days_lie_between_the_agenda_and_the_meeting(meeting: date, due: date) -> None:
    notice = agenda_notice(meeting)

    assert notice.due_on == due
    assert notice.because == "five clear working days before the meeting (Local Government Act 1972, section 100B)"
    assert not notice.verified


def test_notice_of_a_key_decision_leaves_28_whole_days() -> None:
    notice = key_decision_notice(date(2026, 11, 12))

    assert notice.due_on == date(2026, 10, 14)
    assert (date(2026, 11, 12) - notice.due_on).days - 1 == 28
    assert notice.because.startswith("28 clear days before a key decision is made (Local Authorities")


def test_a_meeting_older_than_the_rule_has_no_notice() -> None:
    with pytest.raises(NoLawError, match="is held from 2012-09-10 on; 2010-05-01 is outside"):
        key_decision_notice(date(2010, 5, 1))


@given(event=DAYS, count=st.integers(1, 30))
def test_so_many_working_days_lie_whole_between(event: date, count: int) -> None:
    given_on = clear_days_before(event, WorkingDays(count))

    between = [given_on + timedelta(days=n) for n in range(1, (event - given_on).days)]
    assert sum(map(is_working_day, between)) == count
    assert is_working_day(given_on)


@given(event=DAYS, count=st.integers(1, 60))
def test_so_many_days_lie_whole_between(event: date, count: int) -> None:
    assert (event - clear_days_before(event, Days(count))).days == count + 1
