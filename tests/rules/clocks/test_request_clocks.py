"""All the clocks of one open request: what the case page shows."""

from datetime import date

from goldenthread.rules.clocks import AdviceAsked, RecordedException, State, request_clocks

RECEIVED = date(2026, 9, 21)
AS_AT = date(2026, 12, 1)


def shown(**facts: object) -> list[tuple[str, str, State]]:
    clocks = request_clocks(RECEIVED, as_at=AS_AT, **facts)  # type: ignore[arg-type]
    return [(clock.what, clock.due_on.isoformat(), clock.state(AS_AT)) for clock in clocks]


def test_a_new_request_has_its_three_dates_at_once() -> None:
    assert shown() == [
        ("Decide whether to assess", "2026-11-02", State.LATE),
        ("Tell the family if no plan will be issued", "2027-01-11", State.RUNNING),
        ("Send the final EHC plan", "2027-02-08", State.RUNNING),
    ]


def test_a_refusal_to_assess_ends_the_other_clocks() -> None:
    assert shown(decided_on=date(2026, 10, 30), will_assess=False) == [
        ("Decide whether to assess", "2026-11-02", State.MET)
    ]


def test_a_refusal_to_issue_ends_the_clock_of_the_final_plan() -> None:
    assert shown(decided_on=date(2026, 10, 30), no_plan_on=date(2026, 11, 30)) == [
        ("Decide whether to assess", "2026-11-02", State.MET),
        ("Tell the family if no plan will be issued", "2027-01-11", State.MET),
    ]


def test_advice_and_draft_bring_their_own_clocks_in_order_of_date() -> None:
    clocks = shown(
        decided_on=date(2026, 10, 30),
        advice=[
            AdviceAsked("Educational psychologist", date(2026, 10, 31)),
            AdviceAsked("Social care", date(2026, 10, 10), given_on=date(2026, 11, 22)),
            AdviceAsked("Health", date(2026, 12, 2)),  # not asked yet, as at this day
        ],
        draft_served_on=date(2026, 11, 27),
    )

    assert clocks == [
        ("Decide whether to assess", "2026-11-02", State.MET),
        ("Social care: advice", "2026-11-21", State.LATE),
        ("The family's time to comment on the draft plan", "2026-12-11", State.RUNNING),
        ("Educational psychologist: advice", "2026-12-12", State.RUNNING),
        ("Tell the family if no plan will be issued", "2027-01-11", State.MET),
        ("Send the final EHC plan", "2027-02-08", State.RUNNING),
    ]


def test_what_happens_later_is_not_known_yet() -> None:
    later = {"decided_on": date(2026, 12, 2), "will_assess": False, "finalised_on": date(2027, 2, 1)}

    assert shown(**later) == shown()


def test_an_exception_marks_the_limits_it_reaches() -> None:
    missed = [RecordedException("EX-ABS4", date(2026, 10, 1), date(2026, 11, 15))]

    assert shown(exceptions=missed) == [
        ("Decide whether to assess", "2026-11-02", State.DISAPPLIED),
        ("Tell the family if no plan will be issued", "2027-01-11", State.DISAPPLIED),
        ("Send the final EHC plan", "2027-02-08", State.DISAPPLIED),
    ]
