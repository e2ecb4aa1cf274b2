from collections import Counter
from datetime import date, timedelta
from itertools import combinations_with_replacement
from math import exp, factorial, prod
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from goldenthread.rules.statistics.completion import (
    Promise,
    Record,
    _last,
    _Plan,
    _Steps,
    forecast,
    month_ends,
    record_of,
)

AS_AT = date(2026, 10, 31)
SOON = AS_AT + timedelta(days=60)


def days(count):
    return timedelta(days=count)


def finished(*lates, due=date(2026, 1, 31)):
    return [Promise(f"done {n}", 0, due, finished_on=due + days(late)) for n, late in enumerate(lates)]


def unfinished(*dues, group=1):
    return [Promise(f"open {group} {n}", group, due) for n, due in enumerate(dues)]


def of(*lists):
    return tuple(one for each in lists for one in each)


def test_a_plan_that_is_done_is_certain_whatever_its_record():
    found = forecast(of(finished(0)), AS_AT)

    assert found.done
    assert found.whole.share(AS_AT) == 1


def test_fewer_than_five_completions_make_no_forecast():
    found = forecast(of(finished(0, 3, -2), unfinished(SOON)), AS_AT)

    assert (found.whole, found.groups, found.record.wanting) == (None, {}, 2)


def test_open_actions_past_their_day_are_in_the_record_as_late_as_they_are():
    left = Promise("left", 0, date(2026, 3, 31), left_on=date(2026, 4, 10))
    withdrawn_in_time = Promise("in time", 0, date(2026, 3, 31), left_on=date(2026, 3, 1))
    early = Promise("early", 0, SOON, finished_on=AS_AT)

    record = record_of([*finished(-4, 9), *unfinished(AS_AT - days(20)), left, withdrawn_in_time, early], AS_AT)

    assert [(case.late, case.is_open) for case in record.cases] == [(-4, False), (9, False), (10, True), (20, True)]
    assert (record.finished_late, record.late_days, record.pace) == (1, 39, 2 / 39)


def test_always_on_time_is_done_on_the_last_due_date():
    found = forecast(of(finished(*[0] * 9), unfinished(SOON, SOON + days(30))), AS_AT)

    assert {found.whole.reached(share) for share in (0.01, 1.0)} == {SOON + days(30)}


def test_nothing_is_finished_before_what_it_needs():
    first = Promise("first", 1, SOON + days(90))
    second = Promise("second", 2, SOON, needs=("first",))

    found = forecast(of(finished(*[0] * 6), [first, second]), AS_AT)

    assert found.groups[2] == found.groups[1]


def test_a_ring_of_needs_waits_for_nobody():
    ring = [Promise("a", 1, SOON, needs=("b",)), Promise("b", 1, SOON, needs=("a",))]

    assert forecast(of(finished(*[0] * 6), ring), AS_AT).whole.reached(1) == SOON


def test_the_months_go_on_until_nine_in_ten_have_finished():
    found = forecast(of(finished(*[0] * 6), unfinished(date(2026, 12, 10))), AS_AT)

    assert found.whole.months(AS_AT) == [(date(2026, 10, 31), 0), (date(2026, 11, 30), 0), (date(2026, 12, 31), 1000)]


def test_month_ends_turn_the_year():
    ends = month_ends(date(2027, 12, 31))

    assert [next(ends) for _ in range(3)] == [date(2027, 12, 31), date(2028, 1, 31), date(2028, 2, 29)]


def test_a_late_action_that_is_later_than_any_finish_goes_on_at_the_pace_of_the_record():
    """Ten late days and no late finish: as though one were finished today, a tenth of those open finish each day."""
    found = forecast(of(finished(*[0] * 5), unfinished(AS_AT - days(10))), AS_AT, runs=20_000)

    assert found.record.pace == pytest.approx(0.1)
    assert found.whole.share(AS_AT + days(7)) == pytest.approx(1 - exp(-0.7), abs=0.01)


LATE, DAYS = st.integers(-30, 60), st.integers(1, 120)
RECORDS = st.lists(LATE, min_size=5, max_size=12)


@settings(deadline=None, max_examples=40)
@given(RECORDS, st.lists(DAYS, min_size=1, max_size=6), st.lists(DAYS, max_size=4), DAYS, DAYS)
def test_a_later_day_is_never_less_likely(lates, to_come, overdue, first, more):
    dues = [AS_AT + days(n) for n in to_come] + [AS_AT - days(n) for n in overdue]

    found = forecast(of(finished(*lates), unfinished(*dues)), AS_AT, runs=60).whole

    assert 0 == found.by(AS_AT) <= found.by(AS_AT + days(first)) <= found.by(AS_AT + days(first + more)) <= 60


@settings(deadline=None, max_examples=40)
@given(RECORDS, st.lists(st.integers(61, 120), min_size=1, max_size=6), st.integers(1, 50), DAYS)
def test_more_lateness_never_makes_it_likelier(lates, to_come, more, ahead):
    """Whoever was late is later still; draws are the same. Of actions not yet due, for one that is late already a
    record of later finishes may be the better news.
    """
    dues = unfinished(*(AS_AT + days(n) for n in to_come))
    day = AS_AT + days(ahead)

    before, after = (
        forecast(of(finished(*(late + added * (late > 0) for late in lates)), dues), AS_AT, runs=60, seed="s").whole
        for added in (0, more)
    )

    assert after.by(day) <= before.by(day)


@settings(deadline=None, max_examples=40)
@given(RECORDS, st.integers(1, 60), st.integers(1, 60), st.integers(61, 120), DAYS)
def test_an_action_open_for_longer_never_makes_the_others_likelier(lates, open_for, longer, to_come, ahead):
    # Two records are drawn alike only where their cases stand in one order: past a finish the dice fall otherwise.
    assume(not any(open_for <= late <= open_for + longer for late in lates))
    done, day = finished(*lates), AS_AT + days(ahead)
    due = AS_AT - days(200)
    left = [Promise("left", 0, due, left_on=due + days(each)) for each in (open_for, open_for + longer)]

    before, after = (
        forecast(of(done, [one], unfinished(AS_AT + days(to_come))), AS_AT, runs=60, seed="s").whole for one in left
    )

    assert after.by(day) <= before.by(day)


@settings(deadline=None, max_examples=60)
@given(RECORDS, st.lists(st.integers(-90, 400), min_size=1, max_size=12), st.lists(DAYS, max_size=6), st.integers())
def test_what_cannot_be_the_last_may_be_passed_over(lates, dues, still_open, seed):
    """The twin draws a day for everything that is due, and takes the last."""
    promises = of(finished(*lates), unfinished(*(AS_AT - days(n) for n in still_open)))
    record = record_of(promises, AS_AT)
    listed = _Plan(unfinished(*(AS_AT + days(n) for n in dues)), AS_AT, record).free[1]
    curve = _Steps(record).drawn(Random(seed))

    found = _last(listed, curve, Random(seed).random)

    uniform = Random(seed).random
    drawn = [one.due + curve.late(one.already, one.step, uniform() ** one.power) for one in listed]
    assert found == max(drawn)


@given(st.permutations(of(finished(0, 4, 9, 9, -3), unfinished(SOON, SOON + days(9)))))
@settings(deadline=None, max_examples=5)
def test_two_machines_agree_in_whatever_order_the_plan_was_read(promises):
    plain = of(finished(0, 4, 9, 9, -3), unfinished(SOON, SOON + days(9)))

    assert forecast(tuple(promises), AS_AT, runs=50) == forecast(plain, AS_AT, runs=50)


def exactly(promises, by):
    """The oracle: every record that could be drawn, with its chance, and in each every action's own curve."""
    record = record_of(promises, AS_AT)
    size = len(record.cases)
    assert len(set(record.cases)) == size  # so that the ways to draw each are the multinomial's
    open_ones = [one for one in promises if one.finished_on is None]
    total = 0.0
    for drawn in combinations_with_replacement(record.cases, size):
        ways = factorial(size) / prod(factorial(n) for n in Counter(drawn).values())
        total += ways / size**size * prod(done_by(one, by, drawn, record.pace) for one in open_ones)
    return total


def done_by(one, by, drawn, pace):
    """Of those not finished when so late already, the share that is finished when so much later."""
    already, late = (AS_AT - one.due_on).days, (by - one.due_on).days
    last = max((case.late for case in drawn if not case.is_open), default=0)
    if already >= last:
        return 1 - exp(-pace * (late - max(already, 0)))
    beyond = exp(-pace * max(late - max(last, 0), 0))
    return 1 - still_open(late, drawn) * beyond / still_open(already, drawn)


def still_open(late, drawn):
    level = 1.0
    for day in {case.late for case in drawn if case.late <= late}:
        at_risk = sum(case.late >= day for case in drawn)
        level *= 1 - sum(case.late == day and not case.is_open for case in drawn) / at_risk
    return level


@pytest.mark.oracle
@pytest.mark.parametrize("ahead", [20, 60, 65, 80, 140])
def test_the_oracle_every_record_that_could_be_drawn(ahead):
    """Five finishes and one action 12 days late that is still open; three to come, of which two are due together."""
    promises = of(finished(-3, 0, 1, 4, 11), unfinished(AS_AT - days(12), SOON, SOON, AS_AT + days(15)))
    by = AS_AT + days(ahead)

    found = forecast(promises, AS_AT, runs=10_000).whole.share(by)

    assert found == pytest.approx(exactly(promises, by), abs=0.015)


def test_a_record_of_nothing_late_has_a_pace_all_the_same():
    assert Record(()).pace == 1
