"""What each lead owes: each debt once and in a sentence, the worst first, and nobody's action left out."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.models import Action, Evidence, Remedy
from goldenthread.improve.plans.owing.debts import Kind
from goldenthread.improve.plans.owing.leads import UNNAMED
from tests.factories import people
from tests.factories.plans import ON, action, plan, theme

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def ann() -> Person:
    return people.person(Role.ACTION_LEAD, name="Ann Bell")


@pytest.fixture
def keeper() -> Client:
    return people.signed_in(people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper"))


def owed(who: Person) -> list[tuple[str, Kind, str, int]]:
    found = reads.owed_by(who, ON).owing
    return [(one.action.ref, debt.kind, debt.sentence, debt.days_late) for one in found for debt in one.debts]


def words_of(client: Client, page: str, *keys: int, **asked: object) -> str:
    answer = client.get(reverse(f"plans:{page}", args=keys), asked)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


# What one action owes


def test_what_is_as_it_should_be_owes_nothing(ann: Person) -> None:
    action(lead=ann)

    lead = reads.owed_by(ann, ON)

    assert (lead.owing, [one.update_due_on for one in lead.settled]) == ((), [ON + 31 * DAY])


def test_an_update_is_owed_when_the_plans_days_have_passed(ann: Person) -> None:
    action("1.1", lead=ann, updated_on=ON - 31 * DAY)
    action("1.2", "amber", lead=ann, updated_on=ON - 40 * DAY)

    assert owed(ann) == [
        (
            "1.2",
            Kind.UPDATE,
            "It was last updated on 21 September 2026; the plan asks for an update every 31 days. It is 9 days late.",
            9,
        )
    ]


def test_a_challenge_tells_what_no_other_debt_tells(ann: Person) -> None:
    late = action(lead=ann, due_on=ON - DAY, updated_on=ON - 32 * DAY)
    late.milestones.create(title="Half way", due_on=ON - 3 * DAY)

    assert owed(ann) == [
        (
            "1.1",
            Kind.UPDATE,
            "It was last updated on 29 September 2026; the plan asks for an update every 31 days. It is 1 day late.",
            1,
        ),
        (
            "1.1",
            Kind.CHALLENGE,
            "Reported Green; the facts support Red. It was due on 30 October 2026 and is not complete.",
            0,
        ),
        ("1.1", Kind.MILESTONE, "The milestone “Half way” was due on 28 October 2026: 3 days late.", 3),
    ]


def test_a_challenge_that_somebody_signed_for_is_not_owed(ann: Person) -> None:
    late = action(lead=ann, due_on=ON - DAY)
    signer = people.person(Role.BOARD_CHAIR)

    writes.sign_override(about=late, why="The last part is on Monday.", until=ON + 9 * DAY, by=signer, on=ON)

    assert owed(ann) == []


def test_a_milestone_is_spoken_of_two_weeks_before(ann: Person) -> None:
    made = action(lead=ann)
    for title, days, reached in (("Today", 0, None), ("Soon", 14, None), ("Far", 15, None), ("Done", 1, ON)):
        made.milestones.create(title=title, due_on=ON + days * DAY, reached_on=reached)

    assert [sentence for _, _, sentence, _ in owed(ann)] == [
        "The milestone “Today” is due today.",
        "The milestone “Soon” is due on 14 November 2026.",
    ]


def test_returned_evidence_is_owed_until_something_newer_is_offered(ann: Person) -> None:
    made = action(lead=ann)
    Evidence.objects.create(action=made, title="A letter", captured_on=ON, returned_because="Not signed.")
    before = owed(ann)

    writes.offer_evidence(action=made, title="The signed letter", by=ann, on=ON)

    assert before == [("1.1", Kind.EVIDENCE, "“A letter” was returned: Not signed.", 0)]
    assert owed(ann) == []


def test_what_is_complete_and_waits_for_a_verifier_owes_nothing(ann: Person) -> None:
    bare, offered = action("1.1", "blue", lead=ann), action("1.2", "blue", lead=ann)

    writes.offer_evidence(action=offered, title="A letter", by=ann, on=ON)

    assert [(ref, kind) for ref, kind, _, _ in owed(ann)] == [(bare.ref, Kind.CHALLENGE)]


@pytest.mark.parametrize(
    ("due_on", "sentence"),
    [
        (None, "It is Red without a remedial action, an owner and a new date."),
        (ON + 15 * DAY, None),
        (ON + DAY, "The remedy “Ask for help” is due on 1 November 2026."),
        (ON - DAY, "The remedy “Ask for help” was due on 30 October 2026: 1 day late."),
    ],
)
def test_a_red_action_owes_its_remedy(ann: Person, due_on: date | None, sentence: str | None) -> None:
    made = action(colour="red", lead=ann)
    if due_on:
        Remedy.objects.create(action=made, wording="Ask for help.", owner="Ann", due_on=due_on)

    assert [said for _, _, said, _ in owed(ann)] == ([sentence] if sentence else [])


def test_a_red_action_holds_up_what_waits_for_it(ann: Person) -> None:
    red, waiting, done = action("1.1", "red", lead=ann), action("1.2"), action("1.3", "blue")
    Remedy.objects.create(action=red, wording="Ask.", owner="Ann", due_on=ON + 60 * DAY)
    for one in (waiting, done):
        one.depends_on.create(needs=red)

    assert owed(ann) == [("1.1", Kind.HOLDING_UP, "1.2 waits for it: Do the thing of 1.2.", 0)]


def test_what_has_ended_owes_nothing(ann: Person) -> None:
    action(lead=ann, due_on=ON - DAY, ended_on=ON, ended_because="withdrawn")

    assert reads.owed_by(ann, ON).actions == ()


# Whose it is, and in which order


def test_a_lead_owes_for_what_they_lead_and_what_they_share_in_every_plan_the_worst_first(ann: Person) -> None:
    second = theme(plan(title="A second plan"))
    shared = action("2.1", "amber", under=second, updated_on=ON - 50 * DAY)
    shared.shared_with.add(ann)
    action("1.1", lead=ann, due_on=ON - DAY)
    action("1.2", "amber", lead=ann, updated_on=ON - 60 * DAY)
    action("1.3", "amber", lead=ann)
    action("1.4", "amber", updated_on=ON - 99 * DAY)

    assert [one.action.ref for one in reads.owed_by(ann, ON).actions] == ["1.1", "1.2", "2.1", "1.3"]


def test_everybody_stands_in_the_list_and_no_owed_action_is_invisible(ann: Person) -> None:
    helper = people.person(name="Cal Reed")
    action("1.1", lead=ann, due_on=ON - DAY).shared_with.add(helper)
    action("1.2", lead=ann, updated_on=ON - 99 * DAY)
    action("1.3", updated_on=ON - 99 * DAY, lead_as_written="AB / CD")
    action("1.4", lead_as_written="AB  /  CD")
    action("1.5", updated_on=ON - 99 * DAY)
    action("1.6", under=theme(plan(title="Another plan")), lead=ann, due_on=ON - DAY)

    found = reads.all_owed(plan(), ON)

    assert [(one.named, len(one.owing), len(one.actions), one.out_of_reach) for one in found] == [
        ("Ann Bell", 2, 2, ""),
        ("AB / CD", 1, 2, "named in the plan only"),
        (UNNAMED, 1, 1, "nobody to remind"),
        ("Cal Reed", 1, 1, ""),
    ]
    assert found[0].counts == {
        Kind.UPDATE: 1,
        Kind.CHALLENGE: 2,
        Kind.MILESTONE: 0,
        Kind.EVIDENCE: 0,
        Kind.REMEDY: 0,
        Kind.HOLDING_UP: 0,
    }


# What changed


def test_what_changed_since_the_last_reminder(ann: Person) -> None:
    keeper = people.person(Role.IMPROVEMENT_LEAD)
    made, second = action("1.1", lead=ann, due_on=ON - 20 * DAY), action("1.4", lead=ann, due_on=ON - 4 * DAY)
    old, other = action("1.2", "red", updated_on=ON - 20 * DAY), action("1.3", "red", updated_on=ON - DAY)
    for needs in (old, other):
        made.depends_on.create(needs=needs)
    evidence = writes.offer_evidence(action=made, title="A letter", by=ann, on=ON - 12 * DAY)
    writes.take_stock(plan=plan(), by=keeper, on=ON - 12 * DAY)
    writes.remind(person=ann, by=keeper, on=ON - 10 * DAY)
    writes.take_stock(plan=plan(), by=keeper, on=ON)
    writes.return_evidence(evidence=evidence, because="Not signed.", by=keeper, on=ON - DAY)
    writes.reword_action(action=made, wording="Do it well.", asked_by="The board", by=keeper, on=ON - 2 * DAY)

    told = reads.owed_by(ann, ON)

    assert (told.since, [one.sentence for one in told.changes]) == (
        ON - 10 * DAY,
        [
            "Evidence for 1.1 was returned: Not signed.",
            "1.3, for which 1.1 waits, turned Red.",
            "1.1 has new words since 29 October 2026.",
            f"{second.ref} is challenged: reported Green, the facts support Red.",
        ],
    )


def test_somebody_never_reminded_is_told_of_the_last_month(ann: Person) -> None:
    action(lead=ann)

    assert reads.owed_by(ann, ON).since == ON - 31 * DAY


# The pages


def test_my_page_has_one_button_for_each_action(ann: Person) -> None:
    made = action(lead=ann, due_on=ON - DAY)

    page = words_of(people.signed_in(ann), "mine")

    assert "1 of your 1 action wants something from you." in page
    assert page.count(f'href="{reverse("plans:report", args=[made.pk])}?back=mine"') == 1


@pytest.mark.parametrize(("leads", "words"), [(False, "No action of the plan names you"), (True, "You owe nothing")])
def test_my_page_is_never_empty(ann: Person, leads: bool, words: str) -> None:
    action(lead=ann if leads else None)

    assert words in words_of(people.signed_in(ann), "mine")


def test_those_who_chase_see_every_lead_and_each_page(ann: Person, keeper: Client) -> None:
    made = action("1.1", lead=ann, due_on=ON - DAY)
    named = action("1.2", updated_on=ON - 99 * DAY, lead_as_written="AB / CD")

    everyone = words_of(keeper, "owed")
    lead, only_named = words_of(keeper, "owed_by", ann.pk), words_of(keeper, "owed", lead_of=named.pk)

    assert "2 of 2 leads owe something." in everyone
    assert (f'href="{reverse("plans:owed_by", args=[ann.pk])}"' in everyone, f"?lead_of={named.pk}" in everyone) == (
        True,
        True,
    )
    assert ("What does Ann Bell owe?" in lead, made.wording in lead) == (True, True)
    assert ("What does AB / CD owe?" in only_named, named.wording in only_named) == (True, True)


def test_what_is_owed_where_nobody_leads_has_a_page(keeper: Client) -> None:
    made = action(updated_on=ON - 99 * DAY)

    page = words_of(keeper, "owed", lead_of=made.pk)

    assert "What is owed where no lead is named?" in page
    assert "Open each action and name its lead." in page


@pytest.mark.parametrize("asked", ["0", "x", ""])
def test_a_lead_of_nothing_is_not_found(keeper: Client, asked: str) -> None:
    assert keeper.get(reverse("plans:owed"), {"lead_of": asked}).status_code == 404


def test_another_areas_lead_is_not_found(keeper: Client) -> None:
    stranger = people.person(in_area=people.area("998"))

    assert keeper.get(reverse("plans:owed_by", args=[stranger.pk])).status_code == 404


@pytest.mark.parametrize("role", Role)
def test_who_may_see_what_is_owed(ann: Person, role: Role) -> None:
    client = people.signed_in(people.person(role))
    addresses = (reverse("plans:mine"), reverse("plans:owed"), reverse("plans:owed_by", args=[ann.pk]))

    chases = role in {Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER}
    mine = 403 if role is Role.ADMINISTRATOR else 200
    action(lead=ann)
    assert [client.get(each).status_code for each in addresses] == [mine, *([200, 200] if chases else [403, 403])]


def test_an_area_without_a_plan_is_told_what_to_do(keeper: Client) -> None:
    assert "Bring the one that you keep in Word or Excel" in words_of(keeper, "owed")


@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_pages_ask_the_database_as_often_however_much_is_owed(
    ann: Person, keeper: Client, count: int, django_assert_max_num_queries
) -> None:
    for number in range(count):
        _full(f"1.{number}", people.person() if number % 2 else ann)
    mine = people.signed_in(ann)

    with django_assert_max_num_queries(14):
        words_of(mine, "mine")
    with django_assert_max_num_queries(15):
        words_of(keeper, "owed")
    with django_assert_max_num_queries(15):
        words_of(keeper, "owed_by", ann.pk)


def _full(ref: str, lead: Person) -> Action:
    made = action(ref, "red", lead=lead, updated_on=ON - 99 * DAY)
    made.shared_with.add(people.person())
    made.milestones.create(title="Half way", due_on=ON - DAY)
    Remedy.objects.create(action=made, wording="Ask.", owner="Ann", due_on=ON)
    Evidence.objects.create(action=made, title="A letter", captured_on=ON, returned_because="Not signed.")
    made.depends_on.create(needs=action(f"0{ref}", "red"))
    made.holds_up.create(action=action(f"9{ref}"))
    made.challenges.create(raised_on=ON, reported="green", supported="red")
    return made
