"""Which recorded grounds reach which limits, and when."""

from datetime import date

import pytest

from goldenthread.rules import statute
from goldenthread.rules.clocks.exceptions import RecordedException, grounds_for, school_closure
from goldenthread.rules.provision import Limit

STARTED, DUE = date(2026, 1, 5), date(2026, 5, 25)

# Which limit each ground reaches: decide, advice, refuse, final, reassess, tribunal
TABLE = {
    "EX-SCH": "y-yyyy",
    "EX-EY": "y-yyyy",
    "EX-PERS": "yyyyyy",
    "EX-ABS4": "yyyyy-",
    "EX-ABS2": "-----y",
    "EX-APPT": "-y----",
    "EX-REPS": "-----y",
}


@pytest.mark.parametrize("code", TABLE)
def test_each_ground_reaches_its_own_limits_and_no_others(code: str) -> None:
    recorded = [RecordedException(code, date(2026, 2, 1))]

    reached = "".join("y" if grounds_for(limit, STARTED, DUE, recorded) else "-" for limit in Limit)

    assert reached == TABLE[code]


def test_the_table_leaves_out_only_the_historic_ground() -> None:
    assert set(statute.EXCEPTIONS) - set(TABLE) == {"EX-COVID"}


@pytest.mark.parametrize(
    ("from_on", "until_on", "reaches"),
    [
        ("2025-12-01", "2026-01-04", False),  # over before the clock started
        ("2025-12-01", "2026-01-05", True),
        ("2026-05-25", None, True),
        ("2026-05-26", None, False),  # began after the limit had passed
    ],
)
def test_a_ground_counts_only_while_the_clock_runs(from_on: str, until_on: str | None, reaches: bool) -> None:
    until = date.fromisoformat(until_on) if until_on else None
    recorded = [RecordedException("EX-PERS", date.fromisoformat(from_on), until)]

    assert bool(grounds_for(Limit.FINAL, STARTED, DUE, recorded)) is reaches


@pytest.mark.parametrize(("received", "reaches"), [("2020-03-01", True), ("2020-09-25", True), ("2020-09-26", False)])
def test_coronavirus_excuses_only_what_ran_while_its_law_was_in_force(received: str, reaches: bool) -> None:
    started_on = date.fromisoformat(received)
    recorded = [RecordedException("EX-COVID", date(2020, 3, 23))]

    found = grounds_for(Limit.FINAL, started_on, date(2021, 2, 1), recorded)

    assert found == (("a reason relating to coronavirus",) if reaches else ())


def test_an_unknown_ground_is_refused_with_those_that_are_known() -> None:
    recorded = [RecordedException("STAFF-SHORTAGE", STARTED)]

    with pytest.raises(ValueError, match="“STAFF-SHORTAGE” is not an exception that the law knows"):
        grounds_for(Limit.FINAL, STARTED, DUE, recorded)


def test_a_closure_of_exactly_four_weeks_is_long_enough() -> None:
    found = school_closure(date(2026, 7, 22), date(2026, 8, 19), asked_on=date(2026, 7, 22))

    assert found.available is True
    assert found.because == (
        "Advice was asked for on 22 July 2026, within the days 15 July 2026 to 12 August 2026"
        " (SEND Regulations 2014, regulation 5(4))."
    )


def test_a_school_cannot_reopen_before_it_closes() -> None:
    with pytest.raises(ValueError, match="re-opens before it closes"):
        school_closure(date(2026, 9, 3), date(2026, 7, 22), asked_on=date(2026, 7, 22))
