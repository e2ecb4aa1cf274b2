"""A plan is written by hand: begun from an inspection, and each of its nouns added and edited."""

from datetime import date, timedelta

import pytest

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.notices.models import Notice
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans import kinds, reads, writes
from goldenthread.improve.plans.models import Amendment, ImprovementPlan, OutcomeMeasure
from goldenthread.rules.clocks import explain
from tests.factories import inspections, people
from tests.factories.plans import ON, action, plan, theme

pytestmark = pytest.mark.django_db
Kind = ImprovementPlan.Kind
MEASURE = writes.MeasureGiven("suspensions_send", baseline=12.5, target=9, target_by=date(2027, 7, 31))


@pytest.fixture
def bob() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD, name="Bob")


@pytest.fixture
def alice() -> Person:
    return people.person(Role.ACTION_LEAD, name="Alice")


def told(what: str) -> list[tuple[str, str]]:
    return [(line.by, line.subject) for line in ledger.lines(what=what)]


def notices(to: Person) -> list[str]:
    return list(Notice.objects.filter(to=to).order_by("pk").values_list("what", flat=True))


def begin(by: Person, kind: str, inspection=None, **details) -> ImprovementPlan:
    return writes.begin_plan(
        area=people.area(), title=f"A plan of kind {kind}", kind=kind, inspection=inspection, by=by, on=ON, **details
    )


def test_an_accelerated_progress_plan_takes_over_only_the_four_of_twelve(bob: Person) -> None:
    first = inspections.twelve_weaknesses()
    inspections.revisit(first)

    begun = begin(bob, Kind.ACCELERATED, first)

    themes = list(begun.themes.all())
    assert [one.number for one in themes] == [1, 2, 3, 4]
    assert [one.findings.get().number for one in themes] == [2, 3, 7, 11]
    assert themes[0].title == "Weakness 2: families wait too long for service 2"


def test_a_written_statement_answers_all_twelve(bob: Person) -> None:
    first = inspections.twelve_weaknesses()
    inspections.revisit(first)

    assert begin(bob, Kind.WRITTEN_STATEMENT, first).themes.count() == 12


def test_without_an_inspection_a_plan_begins_with_no_theme_and_one_line_in_the_ledger(bob: Person) -> None:
    begun = begin(bob, Kind.STRATEGIC, owner="Health and Wellbeing Board", starts_on=ON, cadence_days=14)

    assert (begun.themes.count(), begun.owner, begun.cadence_days) == (0, "Health and Wellbeing Board", 14)
    assert told("plan adopted") == [(bob.handle, f"plan:{begun.pk}")]


def test_a_theme_takes_the_first_words_of_a_long_finding() -> None:
    assert kinds.title_from("Leaders should act. " * 9).endswith("Leaders should act. Leaders…")
    assert kinds.title_from("Leaders should act.") == "Leaders should act"


@pytest.mark.parametrize(
    ("details", "sentence"),
    [
        ({"starts_on": ON, "ends_on": ON - timedelta(days=1)}, "cannot end before it starts"),
        ({"title": "A plan"}, "has a plan called “A plan” already"),
    ],
)
def test_a_plan_is_not_edited_into_nonsense(bob: Person, details: dict[str, object], sentence: str) -> None:
    plan()
    other = plan(title="Another")

    with pytest.raises(writes.CannotSave, match=sentence):
        writes.edit_plan(plan=other, by=bob, on=ON, **details)


def test_a_plans_dates_are_edited_and_the_ledger_names_what_changed(bob: Person) -> None:
    made = plan()

    changes = writes.edit_plan(plan=made, title=made.title, submitted_on=ON, by=bob, on=ON)

    (line,) = ledger.lines(what="plan edited")
    assert (made.submitted_on, changes) == (ON, {"submitted_on": (None, ON)})
    assert line.detail == {"changed": ["submitted_on"]}


def test_the_priority_action_plans_day_is_said_to_be_unverified(bob: Person) -> None:
    begun = begin(bob, Kind.PRIORITY, inspections.full_inspection())

    clock = kinds.submission_clock(begun)

    assert clock is not None
    assert clock.due_on == date(2024, 9, 3)  # 35 working days from 15 July 2024, over a bank holiday
    assert "This rule is not verified" in explain(clock, ON)


def test_the_written_statements_day_is_seventy_working_days_from_the_letter(bob: Person) -> None:
    """Domain 04: 20 August 2018 from 11 May 2018."""
    begun = begin(bob, Kind.WRITTEN_STATEMENT, inspections.twelve_weaknesses())

    clock = kinds.submission_clock(begun)

    assert clock is not None
    assert (clock.due_on, clock.caution) == (date(2018, 8, 20), "")


def test_no_day_is_reckoned_where_no_rule_or_no_report_makes_one(bob: Person) -> None:
    first = inspections.twelve_weaknesses()
    undated = inspections.inspection("full", date(2025, 5, 5))

    assert kinds.submission_clock(begin(bob, Kind.ACCELERATED, first)) is None
    assert kinds.submission_clock(begin(bob, Kind.PRIORITY, undated)) is None
    assert kinds.submission_clock(plan()) is None


def test_a_themes_number_is_its_own_and_its_findings_are_of_the_area(bob: Person) -> None:
    home, elsewhere = theme(), inspections.twelve_weaknesses(people.area("885"))

    with pytest.raises(writes.CannotSave, match="Number 1 is “Theme 1” already"):
        writes.add_theme(plan=home.plan, number=1, title="Again", by=bob, on=ON)
    with pytest.raises(writes.CannotSave, match="findings of its own area only"):
        writes.edit_theme(theme=home, findings=elsewhere.findings.all(), by=bob, on=ON)


def test_an_edit_writes_the_difference_and_the_second_of_two_is_told(bob: Person) -> None:
    made = theme()
    seen = writes.stamp(made, ("number", "title", "lead"))
    writes.edit_theme(theme=made, number=1, title="Renamed", lead="", seen=seen, by=bob, on=ON)

    with pytest.raises(writes.EditedSince, match="Title is now “Renamed”") as since:
        writes.edit_theme(theme=made, number=1, title="Mine", lead="", seen=seen, by=bob, on=ON)
    writes.edit_theme(theme=made, number=1, title="Mine", lead="", seen=since.value.stamp, by=bob, on=ON)

    made.refresh_from_db()
    assert (made.title, len(told("theme edited"))) == ("Mine", 2)


def test_nothing_changed_is_not_written_down(bob: Person) -> None:
    made = theme()

    assert writes.edit_theme(theme=made, number=1, title="Theme 1", by=bob, on=ON) == {}
    assert told("theme edited") == []


def test_an_outcome_has_measures_or_a_reason_why_not(bob: Person) -> None:
    with pytest.raises(writes.CannotSave, match="Name at least one measure, or say why"):
        writes.add_outcome(theme=theme(), ref="1A", sentence="Better.", by=bob, on=ON)
    with pytest.raises(writes.CannotSave, match="One measure is named twice"):
        writes.add_outcome(theme=theme(), ref="1A", sentence="Better.", measures=[MEASURE, MEASURE], by=bob, on=ON)


def test_an_outcomes_measures_are_changed_in_place_added_and_taken_away(bob: Person) -> None:
    families = writes.MeasureGiven("parents_rating_experience_good", families=True, target=60)
    made = writes.add_outcome(theme=theme(), ref="1A", sentence="Better.", measures=[MEASURE, families], by=bob, on=ON)
    kept = OutcomeMeasure.objects.get(indicator="suspensions_send")
    raised = writes.MeasureGiven("suspensions_send", baseline=12.5, target=8)

    changes = writes.edit_outcome(
        outcome=made, ref="1A", sentence="Better.", why_not_measured="", measures=[raised], by=bob, on=ON
    )

    (left,) = OutcomeMeasure.objects.all()
    assert (left.pk, left.target, left.target_by) == (kept.pk, 8, None)
    assert set(changes) == {"measures"}


def test_two_people_who_change_an_outcomes_measures_do_not_undo_each_other(bob: Person) -> None:
    made = writes.add_outcome(theme=theme(), ref="1A", sentence="Better.", measures=[MEASURE], by=bob, on=ON)
    given = {"ref": "1A", "sentence": "Better.", "why_not_measured": ""}
    seen = writes.stamp(made, given, repr(writes.measures_of(made)))
    writes.edit_outcome(outcome=made, **given, measures=[writes.MeasureGiven("a")], seen=seen, by=bob, on=ON)

    with pytest.raises(writes.EditedSince):
        writes.edit_outcome(outcome=made, **given, measures=[MEASURE], seen=seen, by=bob, on=ON)


def test_a_new_action_is_white_and_its_leads_are_told(bob: Person, alice: Person) -> None:
    carol = people.person(name="Carol")

    made = writes.add_action(
        theme=theme(), ref="1.1", wording="Do it.", lead=alice, shared_with=[carol], due_on=ON, by=bob, on=ON
    )

    (standing,) = reads.standing(made.theme.plan, ON).actions
    assert standing.reported.colour.name == "WHITE"
    assert (notices(alice), notices(carol)) == (["You lead action 1.1"], ["You lead action 1.1"])


def test_a_reference_is_used_once_in_a_plan_whatever_the_theme(bob: Person) -> None:
    action("1.1", ended_on=ON, ended_because="withdrawn")

    with pytest.raises(writes.CannotSave, match=r"A reference is used once: choose another, such as 1\.1a"):
        writes.add_action(theme=theme(number=2), ref="1.1", wording="Do it.", by=bob, on=ON)


def test_a_date_that_moves_stays_on_the_record_with_who_asked(bob: Person, alice: Person) -> None:
    made = action("1.1", lead=alice, due_on=date(2026, 9, 30), due_as_written="end of term")

    writes.edit_action(
        action=made, due_on=date(2027, 1, 29), due_as_written="", asked_by="Cllr Dale", meeting="Board, 8 October",
        why="The supplier failed.", by=bob, on=ON,
    )  # fmt: skip

    (kept,) = made.amendments.all()
    assert (kept.about, kept.before, kept.after) == (
        Amendment.About.DATES, "Due 30 September 2026 (written “end of term”).", "Due 29 January 2027.",
    )  # fmt: skip
    assert (kept.asked_by, kept.meeting, kept.why) == ("Cllr Dale", "Board, 8 October", "The supplier failed.")
    assert notices(alice) == ["The dates of action 1.1 have changed"]


@pytest.mark.parametrize("missing", ["asked_by", "why"])
def test_a_date_does_not_move_without_somebody_who_asked_and_a_reason(bob: Person, missing: str) -> None:
    made = action("1.1", due_on=date(2026, 9, 30))
    said = {"asked_by": "Cllr Dale", "why": "Late."} | {missing: " "}

    with pytest.raises(writes.CannotSave, match="Say who asked for the new date and why"):
        writes.edit_action(action=made, due_on=date(2027, 1, 29), **said, by=bob, on=ON)

    made.refresh_from_db()
    assert (made.due_on, made.amendments.count(), told("action edited")) == (date(2026, 9, 30), 0, [])


def test_a_change_without_a_date_needs_nobody_who_asked(bob: Person, alice: Person) -> None:
    carol = people.person(name="Carol")
    made = action("1.1", lead=alice)

    writes.edit_action(action=made, lead=carol, body="The council", by=bob, on=ON)

    assert (made.lead, made.body, made.amendments.count()) == (carol, "The council", 0)
    assert (notices(alice), notices(carol)) == (["You no longer lead action 1.1"], ["You lead action 1.1 now"])


def test_an_action_is_not_due_before_it_starts(bob: Person) -> None:
    with pytest.raises(writes.CannotSave, match="cannot be due before it starts"):
        writes.add_action(
            theme=theme(), ref="1.1", wording="Do it.", starts_on=ON, due_on=ON - timedelta(1), by=bob, on=ON
        )


def test_a_milestone_is_added_and_reached_once(bob: Person) -> None:
    milestone = writes.add_milestone(action=action(), title="Half way", due_on=ON, by=bob, on=ON)

    with pytest.raises(writes.CannotSave, match="still to come"):
        writes.reach_milestone(milestone=milestone, reached_on=ON + timedelta(days=1), by=bob, on=ON)
    writes.reach_milestone(milestone=milestone, reached_on=ON, by=bob, on=ON)
    with pytest.raises(writes.CannotSave, match="This was reached on 31 October 2026 already"):
        writes.reach_milestone(milestone=milestone, reached_on=ON, by=bob, on=ON)

    assert len(told("milestone reached")) == 1


def remedy_of(made, by: Person, wording: str = "Ask the supplier."):
    return writes.give_remedy(action=made, wording=wording, owner="Wen Li Tan", due_on=date(2027, 1, 29), by=by, on=ON)


def test_a_new_date_waits_for_the_chair_who_is_told_and_the_lead_hears_the_answer(alice: Person) -> None:
    chair = people.person(Role.BOARD_CHAIR, name="Priya Raman")
    remedy = remedy_of(action("1.1", "red", lead=alice), alice)

    writes.approve_remedy(remedy=remedy, by=chair, on=ON)

    assert (remedy.approved_by, remedy.approved_on) == ("Priya Raman", ON)
    assert notices(chair) == ["A new date for action 1.1 waits for your approval"]
    assert notices(alice) == ["The new date of action 1.1 is approved"]


def test_nobody_approves_the_new_date_of_their_own_action(alice: Person) -> None:
    chair = people.person(Role.BOARD_CHAIR)
    led, shared = action("1.1", "red", lead=chair), action("1.2", "red", lead=alice)
    shared.shared_with.add(chair)

    for made in (led, shared):
        with pytest.raises(writes.CannotSave, match="approved by somebody who does not lead the action"):
            writes.approve_remedy(remedy=remedy_of(made, alice), by=chair, on=ON)


def test_a_date_is_approved_once_and_not_after_it_was_replaced(alice: Person) -> None:
    chair = people.person(Role.BOARD_CHAIR, name="Priya Raman")
    made = action("1.1", "red", lead=alice)
    first, second = remedy_of(made, alice), remedy_of(made, alice, "Ask another.")
    writes.approve_remedy(remedy=second, by=chair, on=ON)

    with pytest.raises(writes.CannotSave, match="A newer remedy has replaced this one"):
        writes.approve_remedy(remedy=first, by=chair, on=ON)
    with pytest.raises(writes.CannotSave, match="Priya Raman approved this date on 31 October 2026 already"):
        writes.approve_remedy(remedy=second, by=chair, on=ON)


def test_a_remedy_is_not_due_in_the_past(alice: Person) -> None:
    with pytest.raises(writes.CannotSave, match="The new date has passed"):
        writes.give_remedy(action=action(), wording="Ask.", owner="Ann", due_on=ON - timedelta(days=1), by=alice, on=ON)
