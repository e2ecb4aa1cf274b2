"""What is true of every clock, whatever the dates."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules import statute
from goldenthread.rules.clocks import RecordedException, State
from goldenthread.rules.clocks.annual_review import amended_plan_clock
from goldenthread.rules.clocks.appeal import appeal_clock
from goldenthread.rules.clocks.final_plan import final_plan_clock
from goldenthread.rules.clocks.move import transfer_clock
from goldenthread.rules.clocks.phase_transfer import MOVES, phase_transfer_clock
from goldenthread.rules.clocks.rights_holder import rights_holder

days = st.dates(date(2015, 4, 1), date(2035, 12, 31))
maybe_days = st.none() | days
exceptions = st.lists(
    st.builds(RecordedException, st.sampled_from(sorted(statute.EXCEPTIONS)), days, maybe_days), max_size=3
)


@given(days, maybe_days, exceptions)
def test_no_exception_ever_moves_a_date(
    received_on: date, done_on: date | None, recorded: list[RecordedException]
) -> None:
    plain, disapplied = final_plan_clock(received_on, done_on), final_plan_clock(received_on, done_on, recorded)

    assert disapplied.due_on == plain.due_on == received_on + timedelta(weeks=20)


@given(days, maybe_days, exceptions, days)
def test_an_exception_never_hides_that_it_is_late(
    received_on: date, done_on: date | None, recorded: list[RecordedException], as_at: date
) -> None:
    plain, disapplied = final_plan_clock(received_on, done_on), final_plan_clock(received_on, done_on, recorded)

    assert disapplied.days_late(as_at) == plain.days_late(as_at)
    assert disapplied.state(as_at) in (plain.state(as_at), State.DISAPPLIED)


@given(days, maybe_days, days)
def test_late_means_days_late(received_on: date, done_on: date | None, as_at: date) -> None:
    clock = final_plan_clock(received_on, done_on)

    assert (clock.state(as_at) is State.LATE) == (clock.days_late(as_at) > 0)


@given(days, days)
def test_an_earlier_request_is_never_due_after_a_later_one(one: date, other: date) -> None:
    earlier, later = sorted([one, other])

    assert final_plan_clock(earlier).due_on <= final_plan_clock(later).due_on
    assert appeal_clock(earlier).due_on <= appeal_clock(later).due_on


@given(days, st.integers(0, 200))
def test_an_amended_plan_is_never_due_more_than_twelve_weeks_after_the_meeting(meeting_on: date, gap: int) -> None:
    clock = amended_plan_clock(meeting_on, meeting_on + timedelta(days=gap))

    assert clock.due_on <= meeting_on + timedelta(weeks=12)


@given(days, days)
def test_a_plan_is_never_due_to_move_before_the_child(moved_on: date, aware_on: date) -> None:
    assert transfer_clock(moved_on, aware_on).due_on >= moved_on


@given(days, st.integers(0, 60))
def test_a_certificate_never_shortens_the_time_to_appeal(decision_on: date, gap: int) -> None:
    with_certificate = appeal_clock(decision_on, decision_on + timedelta(days=gap))

    assert with_certificate.due_on >= appeal_clock(decision_on).due_on


@given(st.sampled_from(sorted(MOVES)), st.integers(2016, 2050))
def test_the_strict_reading_is_one_day_before_the_common_one(move: str, year: int) -> None:
    strict, common = phase_transfer_clock(move, year), phase_transfer_clock(move, year, strict=False)

    assert common.due_on - strict.due_on == timedelta(days=1)
    assert strict.due_on.year == year


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_rights_pass_on_a_saturday_in_june_at_fifteen_or_sixteen(born_on: date) -> None:
    found = rights_holder(born_on)

    assert (found.young_person_from - found.parent_until).days == 1
    assert (found.parent_until.month, found.parent_until.weekday()) == (6, 4)
    assert 15.8 < (found.parent_until - born_on).days / 365.25 < 16.9
    assert found.on(found.parent_until) == "parent"
    assert found.on(found.young_person_from) == "young person"
