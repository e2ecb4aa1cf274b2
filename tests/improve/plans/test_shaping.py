"""Actions are split, merged and withdrawn; what they were stays as it was."""

from datetime import date, timedelta

import pytest

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.notices.models import Notice
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.models import Action, Challenge, Dependency, Evidence, Succession
from tests.factories import people
from tests.factories.plans import ON, action, plan, theme

pytestmark = pytest.mark.django_db
DAY_BEFORE = ON - timedelta(days=1)
ASKED = writes.Asked("Councillor Hargrave", "Scrutiny panel, 9 March 2026", "It was two promises in one.")
LAST_WEEK = ON - timedelta(days=7)


@pytest.fixture
def bob() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD, name="Bob")


def pieces(*refs: str) -> list[writes.Piece]:
    return [writes.Piece(ref, f"Do the thing of {ref}.", due_on=date(2027, 3, 31)) for ref in refs]


def split(made: Action, by: Person, *refs: str, **options) -> list[Action]:
    return writes.split_action(action=made, pieces=pieces(*refs), asked=ASKED, by=by, on=ON, **options)


def counted(day: date) -> dict[str, str]:
    """By reference, the colours that Table 1 counts on a day."""
    return {one.action.ref: one.reported.colour.name for one in reads.standing(plan(), day).actions}


def test_table_1_counts_the_old_action_up_to_the_day_before_and_then_the_new_ones(bob: Person) -> None:
    made = action("3.2", "amber", updated_on=LAST_WEEK)

    split(made, bob, "3.2a", "3.2b")

    assert counted(DAY_BEFORE) == {"3.2": "AMBER"}
    assert counted(ON) == {"3.2a": "WHITE", "3.2b": "WHITE"}
    assert reads.standing(plan(), DAY_BEFORE).tally.everything.total == 1
    assert reads.standing(plan(), ON).tally.everything.total == 2


def test_the_record_says_who_asked_where_and_why_and_the_history_stays(bob: Person) -> None:
    made = action("3.2", "amber", updated_on=LAST_WEEK)

    first, second = split(made, bob, "3.2a", "3.2b")

    rows = [(one.earlier, one.later, one.kind, one.on, one.asked_by, one.why) for one in Succession.objects.all()]
    assert rows == [(made, each, "split", ON, "Councillor Hargrave", ASKED.why) for each in (first, second)]
    assert (made.updates.count(), first.updates.count(), made.ended_because) == (1, 0, "split")
    assert [line.detail for line in ledger.lines(what="action ended")] == [{"how": "split"}]


def test_only_what_is_ticked_goes_over_and_evidence_is_looked_at_again(bob: Person) -> None:
    made, needed, other = action("3.2"), action("1.1"), action("1.2")
    ticked = Evidence.objects.create(action=made, title="A letter", captured_on=ON, accepted_by=bob, accepted_on=ON)
    Evidence.objects.create(action=made, title="Left behind", captured_on=ON)
    milestone = made.milestones.create(title="Half way", due_on=ON)
    for one in (needed, other):
        Dependency.objects.create(action=made, needs=one)

    first, second = split(
        made, bob, "3.2a", "3.2b",
        carried=writes.Carried(frozenset({ticked.pk}), frozenset({milestone.pk}), frozenset({needed.pk})),
    )  # fmt: skip

    for new in (first, second):
        assert [(one.title, one.accepted_on) for one in new.evidence.all()] == [("A letter", None)]
        assert [one.title for one in new.milestones.all()] == ["Half way"]
        assert [one.needs for one in new.depends_on.all()] == [needed]
    assert made.evidence.count() == 2


def test_what_waited_for_it_waits_for_all_that_follow(bob: Person) -> None:
    made, waiting = action("3.2"), action("4.1")
    Dependency.objects.create(action=waiting, needs=made)

    new = split(made, bob, "3.2a", "3.2b")

    assert [one.needs for one in waiting.depends_on.order_by("pk")] == new


def test_leads_of_the_old_and_of_the_new_are_told(bob: Person) -> None:
    alice, carol = people.person(name="Alice"), people.person(name="Carol")
    made = action("3.2", lead=alice)

    writes.split_action(
        action=made, pieces=[writes.Piece("3.2a", "One.", lead=carol), writes.Piece("3.2b", "Two.")], asked=ASKED,
        by=bob, on=ON,
    )  # fmt: skip

    assert list(Notice.objects.filter(to=alice).values_list("what", flat=True)) == [
        "Action 3.2 was split into 3.2a, 3.2b"
    ]
    assert list(Notice.objects.filter(to=carol).values_list("what", flat=True)) == [
        "You lead action 3.2a, which came from 3.2"
    ]


@pytest.mark.parametrize(
    ("refs", "asked", "sentence"),
    [
        (("3.2a",), ASKED, "Splitting makes two actions at least"),
        (("3.2", "3.2b"), ASKED, "3.2 is or was the reference of"),
        (("3.2a", "3.2A"), ASKED, "3.2A is or was the reference of"),
        (("3.2a", "3.2b"), writes.Asked("Ann", " ", "Why."), "Say who asked for it, at which meeting, and why"),
    ],
)
def test_a_split_that_is_refused_changes_nothing(
    bob: Person, refs: tuple[str, ...], asked: writes.Asked, sentence: str
) -> None:
    made = action("3.2")

    with pytest.raises(writes.CannotSave, match=sentence):
        writes.split_action(action=made, pieces=pieces(*refs), asked=asked, by=bob, on=ON)

    assert (Action.objects.count(), Succession.objects.count()) == (1, 0)


def test_what_has_ended_is_not_changed_again_and_the_sentence_says_what_became_of_it(bob: Person) -> None:
    made = action("3.2")
    split(made, bob, "3.2a", "3.2b")
    again = "Action 3.2 was split into 3.2a, 3.2b on 31 October 2026, so it can no longer be changed."

    with pytest.raises(writes.CannotSave, match=again):
        split(made, bob, "3.2c", "3.2d")
    with pytest.raises(writes.CannotSave, match=again):
        writes.reword_action(action=made, wording="New.", asked_by="Ann", by=bob, on=ON)
    with pytest.raises(writes.CannotSave, match=again):
        writes.edit_action(action=made, body="The council", by=bob, on=ON)


def test_several_become_one_which_takes_over_what_waited_for_any_of_them(bob: Person) -> None:
    first, second, waiting = action("3.2"), action("3.3"), action("4.1")
    for needed in (first, second):
        Dependency.objects.create(action=waiting, needs=needed)
    Dependency.objects.create(action=second, needs=first)

    made = writes.merge_actions(
        actions=[first, second], piece=pieces("3.9")[0], asked=ASKED, by=bob, on=ON,
        carried=writes.Carried(needs=frozenset({first.pk})),
    )  # fmt: skip

    assert [one.earlier for one in made.came_from.order_by("pk")] == [first, second]
    assert [one.needs for one in waiting.depends_on.all()] == [made]
    assert list(made.depends_on.all()) == []
    assert counted(ON) == {"4.1": "GREEN", "3.9": "WHITE"}


def test_a_merge_that_would_make_two_wait_for_each_other_is_refused(bob: Person) -> None:
    first, middle, last = action("1.1"), action("1.2"), action("1.3")
    Dependency.objects.create(action=first, needs=middle)
    Dependency.objects.create(action=middle, needs=last)

    with pytest.raises(writes.CannotSave, match="neither could ever finish"):
        writes.merge_actions(
            actions=[first, last], piece=pieces("1.9")[0], asked=ASKED, by=bob, on=ON,
            carried=writes.Carried(needs=frozenset({middle.pk})),
        )  # fmt: skip

    assert Action.objects.filter(ended_on=None).count() == 3


def test_only_actions_of_one_plan_are_merged_and_at_least_two(bob: Person) -> None:
    made, elsewhere = action("1.1"), action("1.1", under=theme(plan(title="Another")))

    with pytest.raises(writes.CannotSave, match="of the same plan"):
        writes.merge_actions(actions=[made, elsewhere], piece=pieces("9")[0], asked=ASKED, by=bob, on=ON)
    with pytest.raises(writes.CannotSave, match="at least one other"):
        writes.merge_actions(actions=[made, made], piece=pieces("9")[0], asked=ASKED, by=bob, on=ON)


def test_a_withdrawn_action_leaves_the_plan_and_its_challenge_with_it(bob: Person) -> None:
    made = action("3.2", "red", updated_on=LAST_WEEK)
    challenge = Challenge.objects.create(action=made, raised_on=LAST_WEEK, reported="green", supported="red")

    writes.withdraw_action(action=made, asked=ASKED, by=bob, on=ON)

    challenge.refresh_from_db()
    (kept,) = made.amendments.all()
    assert (counted(DAY_BEFORE), counted(ON)) == ({"3.2": "RED"}, {})
    assert (challenge.answered_on, challenge.answer) == (ON, Challenge.Answer.ENDED)
    assert (kept.about, kept.after, kept.asked_by) == ("withdrawal", "Withdrawn from the plan.", "Councillor Hargrave")


def test_an_action_for_which_others_wait_is_not_withdrawn(bob: Person) -> None:
    made = action("3.2")
    Dependency.objects.create(action=action("4.1"), needs=made)

    with pytest.raises(writes.CannotSave, match=r"4\.1 waits for this action"):
        writes.withdraw_action(action=made, asked=ASKED, by=bob, on=ON)


def test_a_dependency_is_removed_and_the_ledger_says_so(bob: Person) -> None:
    waiting, needed = action("1.1"), action("1.2")
    dependency = writes.add_dependency(action=waiting, needs=needed, by=bob, on=ON)

    writes.remove_dependency(dependency=dependency, by=bob, on=ON)

    assert Dependency.objects.count() == 0
    assert [line.subject for line in ledger.lines(what="dependency removed")] == [f"action:{waiting.pk}"]
