"""D1 to D8: what the facts support about an action, whatever its lead reports. As at 31 October 2026."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from goldenthread.rules.honesty import (
    ActionFacts,
    Colour,
    Dependency,
    Milestone,
    Policy,
    Remedy,
    may_save,
    supported_colour,
)
from goldenthread.rules.honesty.action import PLAIN

AS_AT = date(2026, 10, 31)
UPDATED = date(2026, 10, 1)  # 30 days before: within the cadence


def facts(reported: Colour = Colour.GREEN, **more: object) -> ActionFacts:
    """An action in good order: begun, updated, not due until the spring."""
    good = {"start_planned_on": date(2026, 4, 1), "started_on": date(2026, 4, 1), "due_on": date(2027, 3, 31)}
    return ActionFacts(**{"reported": reported, "last_update_on": UPDATED, "lead": "person:1", **good, **more})  # type: ignore[arg-type]


def supports(action: ActionFacts, policy: Policy = PLAIN) -> tuple[Colour, list[tuple[str, str]]]:
    supported = supported_colour(action, AS_AT, policy)
    return supported.colour, [(reason.id, reason.sentence) for reason in supported.because]


@pytest.mark.parametrize("reported", [Colour.GREEN, Colour.AMBER, Colour.RED])
def test_an_action_in_good_order_keeps_its_colour(reported: Colour) -> None:
    assert supports(facts(reported)) == (reported, [])


def test_complete_evidenced_and_verified_by_another_is_blue_whatever_has_passed() -> None:
    done = facts(
        Colour.BLUE,
        due_on=date(2026, 1, 31),
        last_update_on=date(2026, 1, 31),
        evidence_accepted=1,
        verified_by="person:2",
        depends_on=(Dependency("3.1", Colour.RED),),
    )

    assert supports(done) == (Colour.BLUE, [])


def test_d1_planned_start_passed_and_not_started() -> None:
    white = facts(Colour.WHITE, started_on=None, start_planned_on=date(2026, 10, 30))

    assert supports(white) == (Colour.AMBER, [("D1", "It was to start on 30 October 2026 and has not started.")])


def test_d1_waits_until_the_planned_day_has_passed() -> None:
    white = facts(Colour.WHITE, started_on=None, start_planned_on=AS_AT, last_update_on=None)

    assert supports(white) == (Colour.WHITE, [])


def test_d1_white_says_itself_that_it_waits_whatever_was_said_before() -> None:
    taken_back = facts(Colour.WHITE, started_on=date(2026, 5, 1), start_planned_on=date(2026, 10, 30))

    assert supports(taken_back) == (Colour.AMBER, [("D1", "It was to start on 30 October 2026 and has not started.")])


def test_d2_due_date_passed_and_not_complete() -> None:
    overdue = facts(due_on=date(2026, 10, 30))

    assert supports(overdue) == (Colour.RED, [("D2", "It was due on 30 October 2026 and is not complete.")])


def test_d2_the_due_day_itself_is_in_time() -> None:
    assert supports(facts(due_on=AS_AT)) == (Colour.GREEN, [])


@pytest.mark.parametrize(
    ("days_late", "colour", "words"),
    [(1, Colour.AMBER, "1 day"), (28, Colour.AMBER, "28 days"), (29, Colour.RED, "29 days")],
)
def test_d3_a_missed_milestone(days_late: int, colour: Colour, words: str) -> None:
    due_on = AS_AT - timedelta(days=days_late)
    missed = facts(milestones=(Milestone("Panel set up", due_on),))

    found, because = supports(missed)

    assert found is colour
    assert [(id, sentence.split(" and is ")[1]) for id, sentence in because] == [("D3", f"{words} late.")]


@pytest.mark.parametrize(
    "milestone", [Milestone("Met", date(2026, 9, 1), met_on=date(2026, 9, 30)), Milestone("Due", AS_AT)]
)
def test_d3_a_milestone_met_or_not_yet_past_is_not_missed(milestone: Milestone) -> None:
    assert supports(facts(milestones=(milestone,))) == (Colour.GREEN, [])


def test_d4_no_update_within_the_cadence() -> None:
    quiet = facts(last_update_on=date(2026, 9, 29))

    assert supports(quiet) == (
        Colour.AMBER,
        [("D4", "It was last updated on 29 September 2026; the plan asks for an update every 31 days.")],
    )
    assert supports(quiet, Policy(cadence_days=92)) == (Colour.GREEN, [])


@pytest.mark.parametrize(("days", "found"), [(0, []), (31, []), (32, ["D4"])])
def test_d4_the_last_day_of_the_cadence_is_in_time(days: int, found: list[str]) -> None:
    told = facts(last_update_on=AS_AT - timedelta(days=days))

    assert [id for id, _ in supports(told)[1]] == found


def test_d4_what_will_be_said_later_has_not_been_said() -> None:
    tomorrow = facts(last_update_on=AS_AT + timedelta(days=1))

    assert [id for id, _ in supports(tomorrow)[1]] == ["D4"]


def test_d4_nothing_is_owed_before_the_planned_start() -> None:
    waiting = facts(Colour.WHITE, started_on=None, start_planned_on=None, due_on=None, last_update_on=None)

    assert supports(waiting) == (Colour.WHITE, [])


def test_d4_never_updated_counts_from_its_start() -> None:
    never = facts(last_update_on=None)

    assert supports(never) == (
        Colour.AMBER,
        [("D4", "It was never updated; the plan asks for an update every 31 days.")],
    )
    assert supports(facts(last_update_on=None, started_on=UPDATED)) == (Colour.GREEN, [])


def test_d5_and_d6_complete_but_neither_evidenced_nor_verified() -> None:
    claimed = facts(Colour.BLUE)

    assert supports(claimed) == (
        Colour.GREEN,
        [
            ("D5", "Complete, not evidenced: no evidence has been accepted yet."),
            ("D6", "Complete, not verified: nobody has verified it yet."),
        ],
    )


def test_d6_nobody_verifies_their_own_work() -> None:
    marked_by_its_lead = facts(Colour.BLUE, evidence_accepted=2, verified_by="person:1")

    assert supports(marked_by_its_lead) == (
        Colour.GREEN,
        [("D6", "Complete, not verified: only its own lead has verified it.")],
    )


@pytest.mark.parametrize("verifier", ["person:1", "person:3"])
def test_d6_whoever_shares_in_leading_it_is_a_lead_too(verifier: str) -> None:
    own = facts(Colour.BLUE, evidence_accepted=1, shared_with=("person:3", "person:4"), verified_by=verifier)

    assert supports(own) == (
        Colour.GREEN,
        [("D6", "Complete, not verified: only one of its own leads has verified it.")],
    )


def test_d6_a_verification_lapses_when_the_action_is_taken_up_again() -> None:
    seen_on, again_on = date(2026, 6, 1), date(2026, 9, 7)
    done = facts(Colour.BLUE, evidence_accepted=1, verified_by="person:2", verified_on=seen_on, completed_on=seen_on)

    assert supports(done) == (Colour.BLUE, [])
    assert supports(replace(done, completed_on=again_on)) == (
        Colour.GREEN,
        [
            (
                "D6",
                "Complete, not verified: it was verified on 1 June 2026, and has since been taken up again and reported"
                " complete on 7 September 2026.",
            )
        ],
    )


def test_d6_a_verification_counts_from_its_day() -> None:
    tomorrow = facts(Colour.BLUE, evidence_accepted=1, verified_by="person:2", verified_on=AS_AT + timedelta(days=1))

    assert supports(tomorrow) == (Colour.GREEN, [("D6", "Complete, not verified: nobody has verified it yet.")])


@pytest.mark.parametrize(("ended_on", "found"), [(AS_AT, []), (AS_AT + timedelta(days=1), ["D7"])])
def test_d7_nobody_waits_for_an_action_that_has_ended(ended_on: date, found: list[str]) -> None:
    waiting = facts(depends_on=(Dependency("2.4", Colour.RED, ended_on),))

    assert [id for id, _ in supports(waiting)[1]] == found


def test_d7_depends_on_an_action_that_is_red() -> None:
    waiting = facts(depends_on=(Dependency("2.4", Colour.RED), Dependency("2.5", Colour.AMBER)))

    assert supports(waiting) == (Colour.AMBER, [("D7", "It depends on 2.4, which is Red and unfinished.")])


def test_d8_red_is_saved_only_with_what_will_be_done_by_whom_and_when() -> None:
    wanted = ("what will be done to put it right", "who will do it", "by when")

    assert may_save(facts(Colour.RED)) == wanted
    assert may_save(facts(Colour.RED, remedy=Remedy(" ", "", None))) == wanted
    assert may_save(facts(Colour.RED, remedy=Remedy("Recruit two psychologists", "", date(2027, 1, 31)))) == wanted[1:2]
    assert may_save(facts(Colour.RED, remedy=Remedy("Recruit two psychologists", "Ann Smith", date(2027, 1, 31)))) == ()
    assert may_save(facts(Colour.AMBER)) == ()


def test_the_worst_fact_speaks_first() -> None:
    bad = facts(due_on=date(2026, 10, 1), last_update_on=date(2026, 9, 1), depends_on=(Dependency("2.4", Colour.RED),))

    colour, because = supports(bad)

    assert colour is Colour.RED
    assert [id for id, _ in because] == ["D2", "D4", "D7"]
