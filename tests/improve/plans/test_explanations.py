"""Somebody who may not sign explains a colour, and somebody who may signs or declines."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.notices import reads as notices
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.models import Action, Challenge, Explanation, Override
from tests.factories import challenges, people
from tests.factories.challenges import LATER
from tests.factories.plans import ON, action, plan, theme

pytestmark = pytest.mark.django_db
AFTER = ON + timedelta(days=1)
UNTIL = {"until-day": "30", "until-month": "11", "until-year": "2026"}


@pytest.fixture
def alice() -> Person:
    return people.person(Role.ACTION_LEAD, name="Alice Lead")


@pytest.fixture
def bob() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper")


@pytest.fixture
def carol() -> Person:
    return people.person(Role.BOARD_CHAIR, name="Carol Chair")


def told(person: Person) -> list[str]:
    return [one.what for one in notices.told(person)]


def seen(who: Person, name: str, *keys: int) -> str:
    answer = people.signed_in(who).get(reverse(f"plans:{name}", args=keys))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_an_explanation_waits_for_a_signature_and_the_chair_is_told(alice: Person, carol: Person) -> None:
    asked = challenges.explanation(alice)

    assert (asked.waits, asked.challenge.answered_on) == (True, None)
    assert told(carol) == ["Alice Lead asks for a signature for action 1.1"]
    assert [line.by for line in ledger.lines(what="signature asked for")] == [alice.handle]


def test_once_signed_it_answers_the_challenge_by_the_signers_name(alice: Person, carol: Person) -> None:
    asked = challenges.explanation(alice)

    signed = writes.sign_explanation(explanation=asked, by=carol, on=AFTER)

    asked.refresh_from_db()
    row = Challenge.objects.get()
    assert (signed.signed_by, signed.why, signed.colour) == (carol, "The last session is on Monday.", "green")
    assert (asked.override, row.override, row.answer, row.answered_on) == (signed, signed, "explained", AFTER)
    assert told(alice)[-1:] == ["The challenge of action 1.1 is answered"]
    assert "Your explanation for action 1.1 is signed" in told(alice)


def test_once_declined_the_challenge_stays_open_and_the_asker_hears_why(alice: Person, carol: Person) -> None:
    asked = challenges.explanation(alice)

    writes.decline_explanation(explanation=asked, because="Report it as it is.", by=carol, on=AFTER)

    assert (asked.challenge.answered_on, Override.objects.count()) == (None, 0)
    newest = notices.told(alice)[0]
    assert (newest.what, newest.why) == ("Your explanation for action 1.1 is not signed", "Report it as it is.")


def test_after_it_was_declined_another_may_be_asked_for(alice: Person, carol: Person) -> None:
    asked = challenges.explanation(alice)
    writes.decline_explanation(explanation=asked, because="Say more.", by=carol, on=ON)

    again = challenges.explanation(alice, asked.challenge.action)

    assert again.waits is True


def test_nobody_signs_what_they_asked_for_themselves(bob: Person) -> None:
    asked = challenges.explanation(bob, challenges.overdue())

    with pytest.raises(writes.CannotSave, match="You asked for this signature yourself"):
        writes.sign_explanation(explanation=asked, by=bob, on=ON)


@pytest.mark.parametrize("shared", [False, True])
def test_nobody_signs_for_an_action_that_they_lead(alice: Person, carol: Person, shared: bool) -> None:
    made = challenges.overdue(lead=alice if shared else carol)
    if shared:
        made.shared_with.add(carol)
    asked = challenges.explanation(alice, made)

    with pytest.raises(writes.CannotSave, match="You lead this action"):
        writes.sign_explanation(explanation=asked, by=carol, on=ON)
    with pytest.raises(writes.CannotSave, match="You lead this action"):
        writes.sign_override(about=made, why="So.", until=LATER, by=carol, on=ON)

    assert Override.objects.count() == 0


def test_what_is_answered_is_neither_signed_nor_declined_again(alice: Person, carol: Person) -> None:
    asked = challenges.explanation(alice)
    writes.sign_explanation(explanation=asked, by=carol, on=ON)

    with pytest.raises(writes.CannotSave, match="Somebody has signed or declined this already"):
        writes.sign_explanation(explanation=asked, by=carol, on=ON)
    with pytest.raises(writes.CannotSave, match="Somebody has signed or declined this already"):
        writes.decline_explanation(explanation=asked, because="No.", by=carol, on=ON)


def test_nothing_is_signed_once_the_facts_support_the_colour(alice: Person, carol: Person) -> None:
    asked = challenges.explanation(alice)
    Action.objects.update(due_on=LATER)
    writes.take_stock(plan=plan(), by=SYSTEM, on=ON)

    with pytest.raises(writes.CannotSave, match="answered already"):
        writes.sign_explanation(explanation=asked, by=carol, on=ON)


def test_the_day_asked_for_must_still_be_to_come_when_it_is_signed(alice: Person, carol: Person) -> None:
    asked = challenges.explanation(alice, until=AFTER)

    with pytest.raises(writes.CannotSave, match="Decline it, and let a new one be asked for"):
        writes.sign_explanation(explanation=asked, by=carol, on=AFTER)


@pytest.mark.parametrize(
    ("why", "until", "sentence"),
    [
        (" ", LATER, "Say why"),
        ("So.", ON, "still to come"),
        ("So.", ON + timedelta(days=93), "three months at most"),
    ],
)
def test_an_asking_keeps_the_rules_of_a_signature(alice: Person, why: str, until: date, sentence: str) -> None:
    with pytest.raises(writes.CannotSave, match=sentence):
        writes.ask_for_signature(about=challenges.overdue(), why=why, until=until, by=alice, on=ON)


def test_there_is_one_asking_at_a_time_and_none_where_nothing_is_open(alice: Person) -> None:
    made = challenges.overdue()
    challenges.explanation(alice, made)

    with pytest.raises(writes.CannotSave, match="waits for a signature already"):
        challenges.explanation(alice, made)
    with pytest.raises(writes.CannotSave, match="nothing to ask"):
        challenges.explanation(alice, action("1.2"))

    assert Explanation.objects.count() == 1


def test_a_refused_asking_leaves_nothing_behind(alice: Person) -> None:
    with pytest.raises(writes.CannotSave):
        challenges.explanation(alice, action("1.2"))

    assert (Challenge.objects.count(), ledger.lines(what="stock taken").count()) == (0, 0)


def test_a_decline_says_why(alice: Person, carol: Person) -> None:
    with pytest.raises(writes.CannotSave, match="Say why you do not sign"):
        writes.decline_explanation(explanation=challenges.explanation(alice), because=" ", by=carol, on=ON)


def test_a_theme_and_an_outcome_are_explained_too(bob: Person, carol: Person) -> None:
    claims, outcome = theme(number=2), challenges.outcome()

    for about in (claims, outcome):
        asked = writes.ask_for_signature(about=about, why="So.", until=LATER, by=bob, on=ON)
        writes.sign_explanation(explanation=asked, by=carol, on=ON)

    assert [one.verdict.open for one in (reads.one_theme(claims, ON), reads.one_outcome(outcome, ON))] == [False, False]


def test_the_panel_leads_a_lead_to_asking_and_the_chair_to_signing(alice: Person, carol: Person) -> None:
    made = challenges.overdue(lead=alice)

    mine, chairs = (seen(who, "action", made.pk) for who in (alice, carol))

    assert ("Explain and ask for a signature" in mine, "Explain and sign" in mine) == (True, False)
    assert ("Explain and ask for a signature" in chairs, "Explain and sign" in chairs) == (False, True)


def test_a_lead_asks_by_the_form_and_the_chair_signs_by_hers(alice: Person, carol: Person) -> None:
    made = challenges.overdue(lead=alice)

    asking = people.signed_in(alice).post(reverse("plans:explain", args=[made.pk]), {"why": "Monday.", **UNTIL})
    asked = Explanation.objects.get()
    listed = seen(carol, "explanations")
    read = seen(carol, "sign_explanation", asked.pk)
    signing = people.signed_in(carol).post(reverse("plans:sign_explanation", args=[asked.pk]))

    assert [(answer.status_code, answer.url) for answer in (asking, signing)] == [
        (302, reverse("plans:action", args=[made.pk])),
        (302, reverse("plans:explanations")),
    ]
    assert "Waiting: 1" in listed
    assert (
        "<strong>Alice Lead</strong> explained on 31 October 2026: Monday. To stand until 30 November 2026." in listed
    )
    assert "It was due on 22 October 2026 and is not complete." in read
    assert "<strong>Carol Chair</strong> explained on 31 October 2026: Monday." in seen(alice, "action", made.pk)
    assert "Nothing waits for a signature." in seen(alice, "explanations")


def test_a_decline_by_the_form_asks_for_a_reason_and_loses_nothing(alice: Person, carol: Person) -> None:
    asked = challenges.explanation(alice)
    client, address = people.signed_in(carol), reverse("plans:decline_explanation", args=[asked.pk])

    empty = client.post(address, {"because": ""})
    said = client.post(address, {"because": "Report it as it is."})
    late = client.post(address, {"because": "Really not."})

    assert [answer.status_code for answer in (empty, said, late)] == [400, 302, 400]
    assert "Somebody has signed or declined this already." in late.content.decode()
    assert "It was declined on 31 October 2026: Report it as it is." in seen(carol, "sign_explanation", asked.pk)


def test_what_may_not_be_signed_says_why_on_the_page(bob: Person) -> None:
    asked = challenges.explanation(bob, challenges.overdue())

    answer = people.signed_in(bob).post(reverse("plans:sign_explanation", args=[asked.pk]))

    assert answer.status_code == 400
    assert "You asked for this signature yourself." in answer.content.decode()


def test_whoever_signs_and_leads_is_sent_to_ask(carol: Person) -> None:
    made = challenges.overdue(lead=carol)

    answer = people.signed_in(carol).get(reverse("plans:sign", args=[made.pk]))

    assert answer.url == reverse("plans:explain", args=[made.pk])


def test_nothing_is_asked_for_where_the_facts_support_the_colour(alice: Person) -> None:
    made = action(lead=alice)

    answer = people.signed_in(alice).get(reverse("plans:explain", args=[made.pk]))

    assert answer.url == reverse("plans:action", args=[made.pk])


def test_words_that_do_not_end_are_refused_and_kept(alice: Person) -> None:
    made = challenges.overdue(lead=alice)
    typed = {"why": "Because of Monday.", **UNTIL, "until-year": "2028"}

    answer = people.signed_in(alice).post(reverse("plans:explain", args=[made.pk]), typed)

    page = answer.content.decode()
    assert (answer.status_code, Explanation.objects.count()) == (400, 0)
    assert ["three months at most" in page, "Because of Monday." in page] == [True, True]


@pytest.mark.parametrize(("days", "listed"), [(14, True), (15, False)])
def test_those_that_end_within_a_fortnight_are_listed(carol: Person, days: int, listed: bool) -> None:
    writes.sign_override(about=challenges.overdue(), why="Soon over.", until=ON + timedelta(days=days), by=carol, on=ON)

    page = seen(carol, "explanations")

    assert ("Soon over." in page, f"Ending within 14 days: {int(listed)}" in page) == (listed, True)


def test_what_was_signed_anew_no_longer_ends_soon(carol: Person) -> None:
    made = challenges.overdue()
    for days in (5, 60):
        writes.sign_override(about=made, why="So.", until=ON + timedelta(days=days), by=carol, on=ON)

    assert "Ending within 14 days: 0" in seen(carol, "explanations")


SIGNERS = {Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER, Role.BOARD_CHAIR, Role.BOARD_MEMBER}
KEEPERS = {Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER}


@pytest.mark.parametrize("role", Role)
def test_who_may_look_ask_and_sign(role: Role, alice: Person) -> None:
    asked = challenges.explanation(alice)
    client = people.signed_in(people.person(role))

    answers = {name: client.get(reverse(f"plans:{name}", args=keys)).status_code for name, keys in addresses(asked)}

    reader = role is not Role.ADMINISTRATOR
    expected = dict.fromkeys(("explanations",), 200 if reader else 403)
    expected |= dict.fromkeys(("sign_explanation", "decline_explanation"), 200 if role in SIGNERS else 403)
    expected |= dict.fromkeys(("explain",), 200 if role in KEEPERS else 403)
    assert answers == expected


def addresses(asked: Explanation) -> list[tuple[str, list[int]]]:
    return [
        ("explanations", []),
        ("sign_explanation", [asked.pk]),
        ("decline_explanation", [asked.pk]),
        ("explain", [asked.challenge.action_id]),
    ]


def test_another_areas_explanation_is_not_found(alice: Person) -> None:
    asked = challenges.explanation(alice)
    stranger: Client = people.signed_in(people.person(Role.BOARD_CHAIR, in_area=people.area("998")))

    found = [stranger.get(reverse(f"plans:{name}", args=keys)).status_code for name, keys in addresses(asked)[1:]]
    listed = stranger.get(reverse("plans:explanations")).content.decode()

    assert found == [404, 404, 404]
    assert "Monday" not in listed


@pytest.mark.parametrize("count", [1, 3, 40])
def test_the_list_is_asked_for_in_as_many_questions(
    count: int, alice: Person, carol: Person, django_assert_max_num_queries
) -> None:
    for number in range(count):
        challenges.explanation(alice, challenges.overdue(f"1.{number}"))
        writes.sign_override(
            about=challenges.overdue(f"2.{number}"), why="So.", until=ON + timedelta(days=5), by=carol, on=ON
        )
    client = people.signed_in(carol)

    with django_assert_max_num_queries(8):
        client.get(reverse("plans:explanations"))
