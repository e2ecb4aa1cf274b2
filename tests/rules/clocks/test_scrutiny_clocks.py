from datetime import date

import pytest

from goldenthread.rules.clocks.clock import State
from goldenthread.rules.clocks.scrutiny import executive_response_clock, nhs_response_clock
from goldenthread.rules.provision import NoLawError


def test_the_day_of_receipt_is_the_first_of_the_two_months():
    clock = executive_response_clock(date(2020, 1, 23))

    assert clock.due_on == date(2020, 3, 22)
    assert clock.because == "Two months beginning with 23 January 2020, when the executive received them"
    assert clock.citation == "Local Government Act 2000, section 9FE"


def test_an_nhs_body_has_28_days_from_being_asked():
    assert nhs_response_clock(date(2020, 1, 23)).due_on == date(2020, 2, 20)


def test_in_time_late_and_not_yet():
    received, day = date(2020, 1, 23), date(2020, 6, 1)
    clocks = [executive_response_clock(received, answered) for answered in (date(2020, 3, 22), date(2020, 3, 23), None)]

    assert [clock.state(day) for clock in clocks] == [State.MET, State.LATE, State.LATE]
    assert [clock.days_late(day) for clock in clocks] == [0, 1, 71]


def test_neither_is_quoted_as_verified():
    clocks = (executive_response_clock(date(2020, 1, 23)), nhs_response_clock(date(2020, 1, 23)))

    assert ["not verified" in clock.caution for clock in clocks] == [True, True]


def test_before_the_duty_there_is_no_date():
    with pytest.raises(NoLawError):
        executive_response_clock(date(2011, 1, 1))
