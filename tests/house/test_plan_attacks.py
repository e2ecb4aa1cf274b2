"""What somebody who wants the plan to look better than it is tries, and what the product says to it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership.models import Role, RoleHeld
from goldenthread.improve.governance import writes as governance
from goldenthread.improve.governance.models import Commitment, Meeting, Seat
from goldenthread.improve.plans import writes
from goldenthread.improve.plans.models import Action, Challenge, Ended, Milestone, Override, Remedy, Risk
from goldenthread.rules.expectations import Step
from goldenthread.rules.honesty.colours import Colour
from tests.factories import challenges, meetings, people, plan_register, plans, scrutiny

pytestmark = pytest.mark.django_db
ON, YESTERDAY, TOMORROW = people.TODAY, people.TODAY - timedelta(days=1), people.TODAY + timedelta(days=1)
SIGNED = {"why": "The last session is on Monday.", "until": ON + timedelta(days=9), "on": ON}


def lead(**given):
    return people.person(Role.IMPROVEMENT_LEAD, **given)


# Nobody answers for their own


def test_whoever_reported_a_colour_does_not_sign_for_it():
    by, action = lead(), challenges.overdue(lead=people.person())
    writes.report_progress(action=action, colour=Colour.GREEN, done="All is well.", by=by, on=ON)

    with pytest.raises(writes.CannotSave, match="You reported this colour yourself"):
        writes.sign_override(about=action, by=by, **SIGNED)


@pytest.mark.parametrize("noun", ["theme", "outcome"])
def test_nor_of_a_theme_or_an_outcome(noun):
    by, outcome = lead(), challenges.outcome()
    about = outcome.theme if noun == "theme" else outcome
    report = {"theme": writes.report_theme, "outcome": writes.report_outcome}[noun]
    report(**{noun: about}, colour=Colour.GREEN, by=by, on=ON)

    with pytest.raises(writes.CannotSave, match="You reported this colour yourself"):
        writes.sign_override(about=about, by=by, **SIGNED)

    assert writes.sign_override(about=about, by=people.person(Role.BOARD_CHAIR), **SIGNED).colour == "green"


def test_nor_by_way_of_somebody_elses_asking():
    by, asker = lead(), people.person(Role.ACTION_LEAD)
    action = challenges.overdue(lead=asker)
    writes.report_progress(action=action, colour=Colour.GREEN, done="All is well.", by=by, on=ON)
    asked = challenges.explanation(asker, action)

    with pytest.raises(writes.CannotSave, match="You reported this colour yourself"):
        writes.sign_explanation(explanation=asked, by=by, on=ON)


def test_the_page_says_why_and_signs_nothing():
    by, action = lead(), challenges.overdue(lead=people.person())
    writes.report_progress(action=action, colour=Colour.GREEN, done="All is well.", by=by, on=ON)
    typed = {"why": "So it is.", "until-day": "9", "until-month": "11", "until-year": "2026"}

    answer = people.signed_in(by).post(reverse("plans:sign", args=[action.pk]), typed, follow=True)

    assert (answer.redirect_chain, Override.objects.count()) == ([(reverse("plans:explain", args=[action.pk]), 302)], 0)
    assert "You reported this colour yourself" in answer.text


def test_the_area_does_not_overrule_what_advisers_found():
    expected = scrutiny.expectation(due_on=ON)
    visit = scrutiny.visit(by_advisers=True)
    adviser = people.person(Role.ADVISER)
    said = {"expectation": expected, "because": "Seen on the visit.", "on": ON}
    governance.record_result(step=Step.UNMET, visit=visit, by=adviser, **said)

    with pytest.raises(governance.CannotSave, match="Advisers found this"):
        governance.record_result(step=Step.EXCEEDED, by=lead(), **said)

    assert governance.record_result(step=Step.MET, visit=visit, by=adviser, **said).result == "met"


def test_a_member_does_not_judge_the_answer_that_is_theirs_to_keep():
    member = people.person(Role.SCRUTINY_MEMBER)
    answer = scrutiny.response(owner=member)

    with pytest.raises(governance.CannotSave, match="You are to see that this is done"):
        governance.give_view(response=answer, accepted=True, by=member, on=ON)


@pytest.mark.parametrize("moved", [{"due_on": TOMORROW}, {"met": "Fewer concerns"}])
def test_the_goal_does_not_move_once_its_day_has_passed(moved):
    late = scrutiny.expectation(due_on=YESTERDAY)
    steps = {name: getattr(late, name) for name in ("unmet", "met", "exceeded")}
    given = {"title": late.title, "due_on": late.due_on, **steps}

    governance.change_expectation(expectation=late, by=lead(), on=ON, **{**given, "title": "A new title"})
    with pytest.raises(governance.CannotSave, match="It was expected by 30 October 2026, which has passed"):
        governance.change_expectation(expectation=late, by=lead(), on=ON, **{**given, **moved})


@pytest.mark.parametrize("role", [Role.IMPROVEMENT_LEAD, Role.BOARD_CHAIR, Role.VERIFIER])
def test_a_role_that_ended_yesterday_opens_no_door(role):
    action = plans.action(colour="blue", lead=people.person())
    who = people.person(role)
    RoleHeld.objects.filter(person=who).update(until_on=YESTERDAY)
    client = people.signed_in(who)

    names = ("verify", "sign", "report", "edit_action", "split", "withdraw", "offer_evidence", "remedy")
    answers = {name: client.post(reverse(f"plans:{name}", args=[action.pk]), {}).status_code for name in names}

    assert answers == dict.fromkeys(names, 403)


# Colours that look better than they are


def test_what_has_left_the_plan_is_neither_verified_nor_signed_for_nor_evidenced():
    action = plans.action(colour="blue", lead=people.person())
    piece = action.evidence.create(title="A letter", captured_on=ON, offered_by="somebody")
    Action.objects.filter(pk=action.pk).update(ended_on=ON, ended_because=Ended.WITHDRAWN)
    verifier, chair = people.person(Role.VERIFIER), people.person(Role.BOARD_CHAIR)

    with pytest.raises(writes.CannotSave, match="withdrawn"):
        writes.verify_action(action=action, by=verifier, on=ON)
    with pytest.raises(writes.CannotSave, match="withdrawn"):
        writes.accept_evidence(evidence=piece, by=verifier, on=ON)
    with pytest.raises(writes.CannotSave, match="withdrawn"):
        writes.sign_override(about=action, by=chair, **SIGNED)


def test_a_plan_that_asks_less_often_says_so_and_looks_again_at_once():
    action = plans.action(updated_on=ON - timedelta(days=60))
    plan = action.theme.plan
    writes.take_stock(plan=plan, by=SYSTEM, on=ON)
    by = lead()

    writes.edit_plan(plan=plan, cadence_days=90, by=by, on=ON)

    row = Challenge.objects.get(action=action)
    assert (row.answer, row.answered_on, row.answered_by) == ("facts", ON, by.handle)
    assert ledger.lines(what="plan edited").get().detail == {"changed": ["cadence_days"], "cadence": [31, 90]}


def test_a_target_that_moves_stays_on_record_with_what_it_was():
    outcome = challenges.outcome()
    before = writes.measures_of(outcome)
    easier = writes.MeasureGiven(before[0].indicator, target=90.0)
    kept = {"ref": outcome.ref, "sentence": outcome.sentence, "why_not_measured": ""}

    writes.edit_outcome(outcome=outcome, measures=[easier], effect_expected_on=TOMORROW, by=lead(), on=ON, **kept)

    told = ledger.lines(what="outcome edited").get().detail
    assert told["effect_expected_on"] == {"before": "2026-01-01", "after": TOMORROW.isoformat()}
    assert [told["measures"][when][0]["target"] for when in ("before", "after")] == [None, 90.0]


def test_a_milestone_reached_long_ago_says_in_the_record_when_it_was_said():
    mark = plans.action().milestones.create(title="Half way", due_on=ON - timedelta(days=40))

    writes.reach_milestone(milestone=mark, reached_on=ON - timedelta(days=41), by=lead(), on=ON)

    told = ledger.lines(what="milestone reached").get()
    assert (told.on, told.detail) == (ON, {"reached": "2026-09-20", "due": "2026-09-21"})


def test_an_overdue_action_that_is_split_stays_to_be_seen_as_what_it_was():
    action = challenges.overdue()
    writes.take_stock(plan=action.theme.plan, by=SYSTEM, on=ON)
    pieces = [writes.Piece("1.1a", "One half."), writes.Piece("1.1b", "The other.")]
    by = lead()

    writes.split_action(action=action, pieces=pieces, asked=writes.Asked("Ann", "The board", "Too big."), by=by, on=ON)

    client = people.signed_in(by)
    record = client.get(reverse("plans:challenge_records")).text
    theme = client.get(reverse("plans:theme", args=[action.theme_id])).text
    assert "What it was about ended" in record
    assert "Split into others" in theme


def test_time_gained_by_splitting_is_said_as_of_any_date_that_moves():
    action = challenges.overdue()
    pieces = [writes.Piece("1.1a", "One half.", due_on=ON + timedelta(days=99)), writes.Piece("1.1b", "No date.")]
    soon = writes.Piece("1.1c", "Sooner.", due_on=action.due_on)
    asked = writes.Asked("Ann", "The board", "Too big.")

    later, undated, kept = writes.split_action(action=action, pieces=[*pieces, soon], asked=asked, by=lead(), on=ON)

    told = [(one.amendments.values_list("about", "before", "asked_by").first()) for one in (later, undated, kept)]
    assert told == [("dates", "Due 22 October 2026.", "Ann")] * 2 + [None]


# Two at a time: each holds what stood when the page was opened


def test_of_two_who_end_one_commitment_the_second_is_told():
    promised = meetings.commitment()
    meetings.proof(promised, accepted_on=ON, accepted_by=people.person())
    opened = Commitment.objects.get(pk=promised.pk)
    governance.drop(commitment=promised, because="Not needed.", by=lead(), on=ON)

    with pytest.raises(governance.CannotSave, match="was dropped on"):
        governance.keep(commitment=opened, by=lead(), on=ON)


def test_of_two_who_end_one_seat_the_second_is_told():
    seat = meetings.seat()
    opened = Seat.objects.get(pk=seat.pk)
    governance.end_seat(seat=seat, until_on=ON, by=lead(), on=ON)

    with pytest.raises(governance.CannotSave, match="ended on"):
        governance.end_seat(seat=opened, until_on=YESTERDAY, by=lead(), on=ON)


def test_of_two_chairs_who_approve_one_date_the_second_is_told():
    action = plans.action(colour="red")
    remedy = Remedy.objects.create(action=action, wording="Ask.", owner="Ann", due_on=TOMORROW)
    opened = Remedy.objects.get(pk=remedy.pk)
    writes.approve_remedy(remedy=remedy, by=people.person(Role.BOARD_CHAIR), on=ON)

    with pytest.raises(writes.CannotSave, match="already"):
        writes.approve_remedy(remedy=opened, by=people.person(Role.BOARD_CHAIR), on=ON)


def test_of_two_who_reach_one_milestone_the_second_is_told():
    mark = plans.action().milestones.create(title="Half way", due_on=ON)
    opened = Milestone.objects.get(pk=mark.pk)
    writes.reach_milestone(milestone=mark, reached_on=ON, by=lead(), on=ON)

    with pytest.raises(writes.CannotSave, match="already"):
        writes.reach_milestone(milestone=opened, reached_on=YESTERDAY, by=lead(), on=ON)


def test_a_meeting_that_decided_something_does_not_move_into_the_future():
    board = meetings.meeting(state=Meeting.State.PLANNED)
    meetings.decision(board)

    with pytest.raises(governance.CannotSave, match="was held"):
        governance.change_meeting(meeting=board, meets_on=TOMORROW, by=lead(), on=ON)


def test_of_two_who_keep_one_risk_the_second_does_not_edit_what_is_closed():
    risk = plan_register.risk()
    opened = Risk.objects.get(pk=risk.pk)
    writes.close_risk(risk=risk, because="It can no longer happen.", by=lead(), on=ON)

    with pytest.raises(writes.CannotSave, match="closed"):
        writes.edit_risk(risk=opened, title="Another", by=lead(), on=ON)
