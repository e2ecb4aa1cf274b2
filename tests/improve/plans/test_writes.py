from datetime import date, timedelta

import pytest

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.models import Dependency, Remedy, Update
from goldenthread.improve.plans.permissions import may_override, may_report, may_see_plan, may_verify
from goldenthread.rules.honesty.colours import Colour
from tests.factories import people
from tests.factories.plans import ON, action, plan, theme

pytestmark = pytest.mark.django_db
REMEDY = writes.RemedyGiven("Ask the supplier.", "Wen Li Tan", date(2027, 1, 29))


@pytest.fixture
def alice() -> Person:
    """Leads the action."""
    return people.person(Role.CASEWORKER, name="Alice")


@pytest.fixture
def bob() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD, name="Bob")


def told(what: str) -> list[tuple[str, str]]:
    return [(line.by, line.subject) for line in ledger.lines(what=what)]


def test_a_report_is_an_update_and_one_line_in_the_ledger(alice: Person) -> None:
    made = action(lead=alice)

    writes.report_progress(action=made, colour=Colour.AMBER, done="Slipping.", by=alice, on=ON)

    newest = made.updates.first()
    assert (newest.reported, newest.done, newest.by) == ("amber", "Slipping.", alice.handle)
    assert told("progress reported") == [(alice.handle, f"action:{made.pk}")]


def test_d8_red_is_not_saved_without_remedy_owner_and_date(alice: Person) -> None:
    made = action(lead=alice)

    with pytest.raises(writes.CannotSave, match="what will be done to put it right; who will do it; by when"):
        writes.report_progress(action=made, colour=Colour.RED, done="Stopped.", by=alice, on=ON)

    assert (Update.objects.count(), told("progress reported")) == (1, [])


def test_d8_red_is_saved_with_a_remedy_and_then_again_without_repeating_it(alice: Person) -> None:
    made = action(lead=alice)

    writes.report_progress(action=made, colour=Colour.RED, done="Stopped.", by=alice, on=ON, remedy=REMEDY)
    writes.report_progress(action=made, colour=Colour.RED, done="Still.", by=alice, on=ON)

    assert [(each.wording, each.owner, each.due_on) for each in Remedy.objects.all()] == [
        ("Ask the supplier.", "Wen Li Tan", date(2027, 1, 29))
    ]


def test_the_second_of_two_is_told_what_changed(alice: Person, bob: Person) -> None:
    made = action(lead=alice)
    seen = made.updates.get().pk
    theirs = writes.report_progress(action=made, colour=Colour.AMBER, done="First.", by=bob, on=ON, seen=seen)

    with pytest.raises(writes.ChangedSince) as since:
        writes.report_progress(action=made, colour=Colour.GREEN, done="Second.", by=alice, on=ON, seen=seen)

    assert since.value.update == theirs


def test_a_report_of_a_day_before_the_last_one_is_refused(alice: Person) -> None:
    made = action(lead=alice)

    with pytest.raises(writes.CannotSave, match="31/10/2026, which is later"):
        writes.report_progress(action=made, colour=Colour.GREEN, done="", by=alice, on=ON - timedelta(days=1))


def test_evidence_is_accepted_by_somebody_other_than_the_lead(alice: Person, bob: Person) -> None:
    made = action(colour="blue", lead=alice)
    evidence = writes.offer_evidence(action=made, title="A letter", by=alice, on=ON)

    with pytest.raises(writes.CannotSave, match="other than the action’s lead"):
        writes.accept_evidence(evidence=evidence, by=alice, on=ON)
    writes.accept_evidence(evidence=evidence, by=bob, on=ON)

    assert (evidence.accepted_by, evidence.accepted_on) == (bob, ON)
    assert told("evidence accepted") == [(bob.handle, f"action:{made.pk}/evidence:{evidence.pk}")]


def test_evidence_is_returned_with_what_is_wanting(alice: Person, bob: Person) -> None:
    evidence = writes.offer_evidence(action=action(lead=alice), title="A letter", by=alice, on=ON)

    with pytest.raises(writes.CannotSave, match="Say what is wanting"):
        writes.return_evidence(evidence=evidence, because=" ", by=bob, on=ON)
    writes.return_evidence(evidence=evidence, because="It is not signed.", by=bob, on=ON)

    assert list(reads.evidence_to_look_at(people.area())) == []
    assert evidence.returned_because == "It is not signed."


def test_an_action_is_verified_once_it_is_complete_and_not_by_its_lead(alice: Person, bob: Person) -> None:
    made, unfinished = action("1.1", "blue", lead=alice), action("1.2", "green")

    with pytest.raises(writes.CannotSave, match="other than its lead"):
        writes.verify_action(action=made, by=alice, on=ON)
    with pytest.raises(writes.CannotSave, match="not reported Blue"):
        writes.verify_action(action=unfinished, by=bob, on=ON)
    writes.verify_action(action=made, by=bob, on=ON)

    assert (made.verified_by, told("action verified")) == (bob, [(bob.handle, f"action:{made.pk}")])


def test_new_words_keep_the_old_ones(bob: Person) -> None:
    made = action(wording="Use agency support.")

    writes.reword_action(
        action=made,
        wording="Use agency support to an expected quality.",
        asked_by="Councillor Hargrave",
        meeting="Scrutiny",
        by=bob,
        on=ON,
    )

    amendment = made.amendments.get()
    assert (amendment.before, amendment.after, amendment.asked_by) == (
        "Use agency support.",
        "Use agency support to an expected quality.",
        "Councillor Hargrave",
    )
    with pytest.raises(writes.CannotSave, match="the words that the action has already"):
        writes.reword_action(action=made, wording=made.wording, asked_by="Ann", by=bob, on=ON)


@pytest.mark.parametrize(
    ("why", "until", "sentence"),
    [
        (" ", ON + timedelta(days=9), "Say why"),
        ("It is so.", ON, "still to come"),
        ("It is so.", ON + timedelta(days=93), "three months at most"),
    ],
)
def test_an_explanation_says_why_and_ends(bob: Person, why: str, until: date, sentence: str) -> None:
    with pytest.raises(writes.CannotSave, match=sentence):
        writes.sign_override(about=action(), why=why, until=until, by=bob, on=ON)


def test_an_explanation_is_signed_for_an_action_a_theme_or_an_outcome(bob: Person) -> None:
    outcome = theme().outcomes.create(ref="1A", sentence="Better.")

    signed = [
        writes.sign_override(about=about, why="It is so.", until=ON + timedelta(days=30), by=bob, on=ON)
        for about in (action(), theme(), outcome)
    ]

    assert [(each.action_id, each.theme_id, each.outcome_id) for each in signed] == [
        (signed[0].action.pk, None, None),
        (None, theme().pk, None),
        (None, None, outcome.pk),
    ]
    assert len(told("challenge answered")) == 3


def test_no_two_actions_wait_for_each_other(bob: Person) -> None:
    first, second, third = action("1.1"), action("1.2"), action("1.3")
    writes.add_dependency(action=first, needs=second, by=bob, on=ON)
    writes.add_dependency(action=second, needs=third, by=bob, on=ON)

    with pytest.raises(writes.CannotSave, match=r"1\.1 waits for 1\.3 already"):
        writes.add_dependency(action=third, needs=first, by=bob, on=ON)
    with pytest.raises(writes.CannotSave, match="the same plan"):
        writes.add_dependency(action=first, needs=action(under=theme(plan(title="Another"))), by=bob, on=ON)

    assert Dependency.objects.count() == 2


def test_a_plan_has_its_title_once_in_an_area(bob: Person) -> None:
    writes.adopt_plan(area=people.area(), title="Our plan", by=bob, on=ON)

    with pytest.raises(writes.CannotSave, match="a plan called “Our plan” already"):
        writes.adopt_plan(area=people.area(), title="Our plan", by=bob, on=ON)

    assert len(told("plan adopted")) == 1


def test_a_theme_is_reported(bob: Person) -> None:
    writes.report_theme(theme=theme(), colour=Colour.AMBER, by=bob, on=ON)

    assert (theme().reported, theme().reported_on) == ("amber", ON)


WHO = {  # sees the plan, reports on it, verifies, signs
    Role.IMPROVEMENT_LEAD: (True, True, True, True),
    Role.SERVICE_MANAGER: (True, True, True, True),
    Role.BOARD_MEMBER: (True, False, True, True),
    Role.SCRUTINY_MEMBER: (True, False, False, False),
    Role.PARENT_FORUM: (True, False, False, False),
    Role.ANALYST: (True, False, False, False),
    Role.CASEWORKER: (True, False, False, False),
    Role.ADMINISTRATOR: (False, False, False, False),
}


def powers(person: Person, made) -> tuple[bool, ...]:
    return (may_see_plan(person), may_report(person, made), may_verify(person, made), may_override(person))


@pytest.mark.parametrize(("role", "allowed"), WHO.items())
def test_who_may_do_what(role: Role, allowed: tuple[bool, ...]) -> None:
    assert powers(people.person(role), action()) == allowed


def test_a_lead_reports_on_their_own_action_and_does_not_verify_it() -> None:
    lead = people.person(Role.BOARD_MEMBER)

    assert powers(lead, action(lead=lead)) == (True, True, False, True)


def test_another_areas_people_do_nothing_here() -> None:
    stranger = people.person(Role.IMPROVEMENT_LEAD, in_area=people.area("998"))

    assert powers(stranger, action())[1:3] == (False, False)
