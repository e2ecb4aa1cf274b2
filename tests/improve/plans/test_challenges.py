"""Stock is taken: a challenge is a record from the day that it is seen until the day that it is answered."""

from datetime import date, timedelta

import pytest

from goldenthread.foundation.intake import writes as intake
from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.notices import reads as notices
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans import challenging, reads, writes
from goldenthread.improve.plans.models import Action, Challenge, Dependency, Evidence
from goldenthread.improve.plans.writes import take_stock
from goldenthread.rules.honesty.colours import Colour
from tests.factories import challenges, people
from tests.factories.challenges import LATER, told
from tests.factories.plans import HEADINGS, ON, action, plan, theme, workbook
from tests.improve.plans import demo

pytestmark = pytest.mark.django_db
BEFORE, AFTER = ON - timedelta(days=1), ON + timedelta(days=1)
REMEDY = writes.RemedyGiven("Ask the supplier.", "Wen Li Tan", date(2027, 1, 29))


@pytest.fixture
def alice() -> Person:
    return people.person(Role.ACTION_LEAD, name="Alice Lead")


@pytest.fixture
def bob() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper")


@pytest.fixture
def carol() -> Person:
    return people.person(Role.BOARD_CHAIR, name="Carol Chair")


@pytest.fixture(autouse=True)
def _a_theme_that_claims_nothing() -> None:
    theme(reported="white")


def stock(on: date = ON) -> writes.Stock:
    return take_stock(plan=plan(), by=SYSTEM, on=on)


def test_one_is_opened_for_each_action_theme_and_outcome_that_is_challenged() -> None:
    late, outcome, claims = challenges.overdue(), challenges.outcome(), theme(number=2)
    action("1.2")

    stock()

    assert [(challenging.subject_of(row), *told(row)[:2]) for row in Challenge.objects.all()] == [
        (late, "green", "red"),
        (outcome, "green", "amber"),
        (claims, "green", "amber"),
    ]
    assert Challenge.objects.get(action=late).reasons == [["D2", "It was due on 22 October 2026 and is not complete."]]


def test_taking_stock_again_adds_nothing_and_says_what_has_become_of_it() -> None:
    made = challenges.overdue()
    made.milestones.create(title="Half way", due_on=BEFORE)
    stock()

    again, later = stock(), stock(AFTER)

    assert (again.opened, again.changed, [row.answer for row in later.refreshed]) == ([], [], [""])
    (row,) = Challenge.objects.all()
    assert (row.raised_on, row.reasons[1]) == (
        ON,
        ["D3", "The milestone “Half way” was due on 30 October 2026 and is 2 days late."],
    )


def test_a_changed_report_answers_it(alice: Person) -> None:
    made = challenges.overdue(lead=alice)
    stock()

    writes.report_progress(action=made, colour=Colour.RED, done="Late.", by=alice, on=AFTER, remedy=REMEDY)

    row = Challenge.objects.get()
    assert (told(row), row.answered_by) == (("green", "red", "report", AFTER), alice.handle)


def test_a_report_that_is_still_too_good_leaves_it_open(alice: Person) -> None:
    made = challenges.overdue(lead=alice)
    stock()

    writes.report_progress(action=made, colour=Colour.AMBER, done="Late.", by=alice, on=AFTER)

    row = Challenge.objects.get()
    assert (row.raised_on, told(row)) == (ON, ("amber", "red", "", None))


def test_a_report_opens_one_at_once(alice: Person) -> None:
    made = action(lead=alice)

    writes.report_progress(action=made, colour=Colour.BLUE, done="Done.", by=alice, on=ON)

    assert told(Challenge.objects.get()) == ("blue", "green", "", None)


def test_facts_answer_it_once_somebody_else_has_accepted_and_verified(alice: Person, bob: Person) -> None:
    made = action(colour="blue", lead=alice)
    evidence = writes.offer_evidence(action=made, title="A letter", by=alice, on=ON)
    stock()

    writes.accept_evidence(evidence=evidence, by=bob, on=AFTER)
    between = Challenge.objects.get()
    writes.verify_action(action=made, by=bob, on=AFTER)

    row = Challenge.objects.get()
    assert (between.answer, [rule for rule, _ in between.reasons]) == ("", ["D6"])
    assert (told(row), row.answered_by) == (("blue", "green", "facts", AFTER), bob.handle)


def test_returned_evidence_opens_it_again(bob: Person) -> None:
    made = action(colour="blue", verified_by=bob, verified_on=ON)
    evidence = Evidence.objects.create(action=made, title="Seen", captured_on=ON, accepted_by=bob, accepted_on=ON)
    stock()

    writes.return_evidence(evidence=evidence, because="Not signed.", by=bob, on=AFTER)

    assert [reason[0] for reason in Challenge.objects.get().reasons] == ["D5"]


def test_a_signature_answers_it_and_when_it_lapses_another_opens(carol: Person) -> None:
    made = challenges.overdue()
    stock()
    signed = writes.sign_override(about=made, why="It is so.", until=LATER, by=carol, on=AFTER)

    stock(LATER)
    stock(LATER + timedelta(days=1))

    first, second = Challenge.objects.all()
    assert (told(first), first.override, first.answered_by) == (
        ("green", "red", "explained", AFTER),
        signed,
        carol.handle,
    )
    assert (second.raised_on, *told(second)) == (LATER + timedelta(days=1), "green", "red", "", None)


def test_a_signature_for_green_does_not_cover_the_blue_that_follows(alice: Person, carol: Person) -> None:
    made = challenges.overdue(lead=alice)
    writes.sign_override(about=made, why="It is so.", until=LATER, by=carol, on=ON)

    writes.report_progress(action=made, colour=Colour.BLUE, done="Done.", by=alice, on=AFTER)

    assert told(Challenge.objects.get()) == ("blue", "green", "", None)


def test_the_end_of_an_action_answers_it() -> None:
    made = challenges.overdue()
    stock()
    Action.objects.filter(pk=made.pk).update(ended_on=AFTER, ended_because="withdrawn")

    stock(AFTER)

    assert told(Challenge.objects.get()) == ("green", "red", "ended", AFTER)


def test_stock_of_one_action_sees_that_it_has_ended(bob: Person) -> None:
    made = challenges.overdue()
    stock()
    Action.objects.filter(pk=made.pk).update(ended_on=AFTER, ended_because="withdrawn")

    writes.take_stock_of(action=made, by=bob, on=AFTER)

    assert told(Challenge.objects.get()) == ("green", "red", "ended", AFTER)


def test_d7_those_that_wait_are_looked_at_with_it(alice: Person) -> None:
    waiting, needed = action("1.1"), action("1.2", lead=alice)
    Dependency.objects.create(action=waiting, needs=needed)

    writes.report_progress(action=needed, colour=Colour.RED, done="Stopped.", by=alice, on=ON, remedy=REMEDY)

    row = Challenge.objects.get()
    assert (row.action, [rule for rule, _ in row.reasons]) == (waiting, ["D7"])


def test_an_outcome_is_reported_challenged_and_signed_for(bob: Person, carol: Person) -> None:
    made = challenges.outcome(reported="")

    silent = reads.one_outcome(made, ON)
    writes.report_outcome(outcome=made, colour=Colour.GREEN, by=bob, on=ON)
    opened = reads.one_outcome(made, ON)
    writes.sign_override(about=made, why="It is so.", until=LATER, by=carol, on=ON)

    row = Challenge.objects.get()
    assert (silent.supported, silent.verdict.open) == (None, False)
    assert (opened.supported.colour, opened.verdict.open, opened.since.on) == (Colour.AMBER, True, ON)
    assert (row.outcome, row.answer, reads.one_outcome(made, ON).verdict.open) == (made, "explained", False)
    assert [line.subject for line in ledger.lines(what="outcome reported")] == [f"plan:{plan().pk}/outcome:{made.pk}"]


def test_an_outcome_is_not_challenged_on_the_day_before_its_lag_ends() -> None:
    made = challenges.outcome(expected_on=AFTER)

    stood = [reads.one_outcome(made, on).challenged for on in (ON, AFTER)]

    assert stood == [False, True]


def test_the_standing_says_since_when(django_assert_num_queries) -> None:
    made = challenges.overdue()
    challenges.outcome()
    seen_today = reads.one_action(made, ON)
    take_stock(plan=plan(), by=SYSTEM, on=date(2026, 10, 3))

    whole = reads.standing(plan(), ON)
    alone = reads.one_action(made, ON)

    assert seen_today.since is None
    assert {one.since for one in (whole.challenged_outcomes[0], whole.outcomes[0])} == {
        challenging.Since(date(2026, 10, 3), 28)
    }
    assert (alone.since, alone.verdict.open) == (whole.actions[0].since, True)


def test_the_standing_of_a_day_that_has_passed_says_what_stood_then() -> None:
    made = challenges.overdue()
    take_stock(plan=plan(), by=SYSTEM, on=BEFORE)
    Challenge.objects.update(answered_on=ON, answer="facts")

    since = [reads.one_action(made, on).since for on in (BEFORE - timedelta(days=1), BEFORE, ON)]

    assert since == [None, challenging.Since(BEFORE, 0), None]


@pytest.mark.parametrize("count", [1, 3, 107])
def test_stock_is_taken_in_as_many_questions_whatever_the_size(
    count: int, alice: Person, django_assert_max_num_queries
) -> None:
    for number in range(count):
        challenges.overdue(f"1.{number}", lead=alice).shared_with.add(people.person())
    challenges.outcome()

    with django_assert_max_num_queries(30):
        stock()
    Action.objects.update(due_on=LATER)
    with django_assert_max_num_queries(30):
        answered = stock(AFTER).answered

    assert len(answered) == count


def test_stock_of_a_day_that_has_passed_leaves_what_was_seen_later() -> None:
    challenges.overdue()
    stock()

    stock(date(2026, 10, 1))

    assert told(Challenge.objects.get()) == ("green", "red", "", None)


def test_one_line_in_the_ledger_where_anything_changed(bob: Person) -> None:
    challenges.overdue()

    take_stock(plan=plan(), by=bob, on=ON)
    take_stock(plan=plan(), by=bob, on=ON)

    assert [(line.by, line.subject, line.detail) for line in ledger.lines(what="stock taken")] == [
        (bob.handle, f"plan:{plan().pk}", {"opened": 1, "refreshed": 0, "answered": 0})
    ]


def test_its_leads_are_told_when_it_opens_and_when_it_is_answered(alice: Person, bob: Person, carol: Person) -> None:
    made = challenges.overdue(lead=alice)
    made.shared_with.add(bob)

    stock()
    writes.sign_override(about=made, why="It is so.", until=LATER, by=carol, on=AFTER)

    for person in (alice, bob):
        assert [(one.what, one.why) for one in notices.told(person)] == [
            ("The challenge of action 1.1 is answered", "Somebody explained and signed."),
            (
                "Action 1.1 is challenged: reported Green, the facts support Red",
                "It was due on 22 October 2026 and is not complete.",
            ),
        ]


def test_many_at_once_are_one_notice(alice: Person) -> None:
    for ref in ("1.1", "1.2"):
        challenges.overdue(ref, lead=alice)

    stock()

    assert [(one.what, one.why) for one in notices.told(alice)] == [
        ("2 of your plan’s actions are newly challenged", "At least one that you lead is among them: 1.1, 1.2.")
    ]


def test_what_is_kept_hides_small_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is stored is read by everybody: it is never taken from what only some may see."""
    asked = []
    inner = reads.standing
    monkeypatch.setattr(
        "goldenthread.improve.plans.writes.challenges.standing",
        lambda *args, **options: asked.append(options.get("small_numbers", False)) or inner(*args, **options),
    )

    stock()

    assert asked == [False]


ROW = ("1.1", "Do it.", "Ann Bell, Head of SEND", date(2026, 9, 18), "Green", "Begun.")


def bring(*rows, by: Person):
    return demo.commit(workbook({"Plan": [HEADINGS, *rows]}), by)


def test_a_file_of_a_plan_opens_challenges_and_its_undoing_takes_them_back(bob: Person) -> None:
    batch = bring(ROW, by=bob)
    opened = Challenge.objects.filter(action__isnull=False).count()

    intake.undo(batch=batch, by=bob, on=ON, why="The wrong file")

    assert (opened, Challenge.objects.filter(action__isnull=False).count()) == (1, 0)


def test_undoing_a_file_opens_again_what_it_had_answered(bob: Person) -> None:
    bring(ROW, by=bob)
    batch = bring(("1.1", "Do it.", "", date(2027, 9, 18), "Green", "Begun."), by=bob)
    answered = Challenge.objects.get(action__isnull=False).answer

    intake.undo(batch=batch, by=bob, on=ON, why="Not agreed")

    row = Challenge.objects.get(action__isnull=False)
    assert (answered, row.answer, row.answered_on) == ("facts", "", None)
