from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.notices.models import Notice
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.models import Challenge, Dependency, Risk
from goldenthread.rules.risks import Level
from tests.factories import people
from tests.factories.plan_register import risk
from tests.factories.plans import ON, action, plan, theme

pytestmark = pytest.mark.django_db
TYPED = {"title": "Nobody is left", "likelihood": "4", "impact": "5", "owner": "Ann"}


@pytest.fixture
def who() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper")


@pytest.fixture
def bob(who: Person) -> Client:
    return people.signed_in(who)


def register():
    return reads.register(plan(), list(plan().themes.all()), ON)


def raised(who: Person, **more) -> Risk:
    given = {"title": "Nobody is left", "likelihood": 4, "impact": 5, "owner": "Ann", **more}
    return writes.raise_risk(plan=plan(), by=who, on=ON, **given)


def seen(client: Client, name: str = "risks", *args: object, **query: str) -> str:
    answer = client.get(reverse(f"plans:{name}", args=args), query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_a_risk_is_raised_with_one_line_in_the_ledger_and_its_leads_are_told(who: Person) -> None:
    lead = people.person(name="Alice")

    made = raised(who, actions=[action("1.1", lead=lead), action("1.2")])

    assert [(line.by, line.subject) for line in ledger.lines(what="risk raised")] == [
        (who.handle, f"plan:{plan().pk}/risk:{made.pk}")
    ]
    assert list(Notice.objects.values_list("to", "what")) == [
        (lead.pk, "A risk to an action that you lead: Nobody is left")
    ]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"likelihood": 6}, "from 1 to 5"),
        ({"impact": 0}, "from 1 to 5"),
        ({"review_on": ON - timedelta(days=1)}, "has passed"),
    ],
)
def test_what_cannot_be_raised_says_why(who: Person, more, said: str) -> None:
    with pytest.raises(writes.CannotSave, match=said):
        raised(who, **more)


def test_the_same_open_risk_is_not_raised_twice(who: Person) -> None:
    first = raised(who)
    with pytest.raises(writes.CannotSave, match="is in the register already"):
        raised(who, title="nobody is LEFT")
    writes.close_risk(risk=first, because="It happened.", by=who, on=ON)

    assert raised(who).closed_on is None


def test_another_plans_actions_are_refused(who: Person) -> None:
    other = action("9", under=theme(plan(title="Another")))

    with pytest.raises(writes.CannotSave, match="of its own plan only"):
        raised(who, actions=[other])


def test_the_second_of_two_is_told_what_changed(who: Person) -> None:
    made = raised(who)
    names = ["title", "owner"]
    opened = writes.stamp(made, names)
    writes.edit_risk(risk=made, title="Nobody is left", owner="Alice", seen=opened, by=who, on=ON)

    with pytest.raises(writes.EditedSince, match="Owner is now “Alice”"):
        writes.edit_risk(risk=made, title="Nobody is left", owner="Cleo", seen=opened, by=who, on=ON)


def test_an_overdue_review_does_not_stop_other_changes(who: Person) -> None:
    made = risk(review_on=ON - timedelta(days=9))

    writes.edit_risk(risk=made, owner="Cleo", review_on=made.review_on, by=who, on=ON)

    assert Risk.objects.get().owner == "Cleo"


def test_a_closed_risk_stays_as_it_is(who: Person) -> None:
    made = raised(who)
    writes.close_risk(risk=made, because="It happened.", by=who, on=ON)
    made.refresh_from_db()

    for again in (
        lambda: writes.close_risk(risk=made, because="Again.", by=who, on=ON),
        lambda: writes.edit_risk(risk=made, owner="Cleo", by=who, on=ON),
    ):
        with pytest.raises(writes.CannotSave, match="is closed"):
            again()


def test_closing_needs_a_reason(who: Person) -> None:
    with pytest.raises(writes.CannotSave, match="Say why"):
        writes.close_risk(risk=risk(), because=" ", by=who, on=ON)


def test_the_greatest_come_first_and_overdue_looks_are_counted() -> None:
    risk("Small", likelihood=1, impact=2, review_on=ON - timedelta(days=3))
    risk("Great", likelihood=5, impact=4, review_on=ON)
    risk("Gone", closed_on=ON, closed_because="It happened.")

    found = register()

    assert [(one.risk.title, one.level, one.overdue) for one in found.open] == [
        ("Great", Level.EXTREME, 0),
        ("Small", Level.LOW, 3),
    ]
    assert [one.risk.title for one in found.closed] == ["Gone"]
    assert sum(cell.count for _, cells in found.grid for cell in cells) == 2
    assert (found.grid[0][0], found.grid[0][1][3].count) == ("5: very high", 1)


def test_the_facts_raise_a_partner_a_red_that_holds_up_and_a_challenged_theme(who: Person) -> None:
    red = action("1.1", "red", partners="Brightwell Learning")
    Dependency.objects.create(action=action("1.2"), needs=red)
    Challenge.objects.create(theme=theme(), raised_on=ON, reported="green", supported="amber")

    titles = [one.title for one in register().seen]

    assert titles == [
        "Brightwell Learning cannot do its part",
        "Action 1.1, which is Red, holds up 1 other",
        "Theme 1, Theme 1, is delivered and does not help",
    ]


def test_what_the_register_has_is_not_offered_again(who: Person) -> None:
    red = action("1.1", "red", partners="Brightwell Learning")
    Dependency.objects.create(action=action("1.2"), needs=red)

    raised(who, title="It all stops", actions=[red])
    raised(who, title="Brightwell Learning cannot do its part")

    assert register().seen == ()


def test_the_button_fills_the_form_in(bob: Client) -> None:
    action("1.1", "red", partners="Brightwell Learning")

    listed, form = seen(bob), seen(bob, "add_risk", seen="partner:Brightwell Learning")

    assert "?plan=" in listed
    assert "seen=partner%3ABrightwell%20Learning" in listed
    assert 'value="Brightwell Learning cannot do its part"' in form
    assert 'value="1.1"' in form


def test_a_risk_is_added_changed_and_closed_by_its_forms(bob: Client) -> None:
    action("1.1")

    bob.post(reverse("plans:add_risk"), {**TYPED, "actions": "1.1"})
    made = Risk.objects.get()
    opened = bob.get(reverse("plans:edit_risk", args=[made.pk])).context["edit"].initial["seen"]
    bob.post(reverse("plans:edit_risk", args=[made.pk]), {**TYPED, "impact": "2", "actions": "", "seen": opened})
    made.refresh_from_db()
    changed = (made.impact, made.actions.count())
    bob.post(reverse("plans:edit_risk", args=[made.pk]), {"close": "yes", "because": "It happened."})

    made.refresh_from_db()
    assert changed == (2, 0)
    assert made.closed_because == "It happened."
    assert "Closed: 1" in seen(bob)


def test_nothing_typed_is_lost_when_something_is_wrong(bob: Client) -> None:
    action("1.1")

    answer = bob.post(reverse("plans:add_risk"), {**TYPED, "owner": "", "actions": "1.1, 7.7"})

    page = answer.content.decode()
    assert (answer.status_code, Risk.objects.count()) == (400, 0)
    assert "This plan has no action 7.7." in page
    assert "Say who watches this risk." in page
    assert 'value="1.1, 7.7"' in page


def test_closing_without_a_reason_says_so_and_keeps_the_risk(bob: Client) -> None:
    made = risk()

    answer = bob.post(reverse("plans:edit_risk", args=[made.pk]), {"close": "yes"})

    assert (answer.status_code, "Say why it is closed." in answer.content.decode()) == (400, True)
    assert Risk.objects.get().closed_on is None


def test_somebody_who_came_between_is_shown_and_what_was_typed_stands(bob: Client, who: Person) -> None:
    made = raised(who)
    theme()
    opened = bob.get(reverse("plans:edit_risk", args=[made.pk])).context["edit"].initial["seen"]
    writes.edit_risk(risk=made, owner="Alice", by=who, on=ON)

    answer = bob.post(reverse("plans:edit_risk", args=[made.pk]), {**TYPED, "owner": "Cleo", "seen": opened})

    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Owner is now “Alice”" in page
    assert 'value="Cleo"' in page


@pytest.mark.parametrize("role", Role)
def test_who_may_read_and_who_may_write(role: Role) -> None:
    made, client = risk(), people.signed_in(people.person(role))
    theme()

    read = client.get(reverse("plans:risks")).status_code
    write = {client.get(reverse(name, args=keys)).status_code for name, keys in written(made)}

    assert read == (403 if role is Role.ADMINISTRATOR else 200)
    assert write == ({200} if role in (Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER) else {403})


def written(made: Risk):
    return (("plans:add_risk", []), ("plans:edit_risk", [made.pk]))


def test_another_areas_risk_is_not_found() -> None:
    made = risk()
    elsewhere = people.signed_in(people.person(Role.IMPROVEMENT_LEAD, in_area=people.area("998")))

    assert elsewhere.get(reverse("plans:edit_risk", args=[made.pk])).status_code == 404


def test_an_empty_register_says_what_it_is_for(bob: Client) -> None:
    theme()

    assert "A register says what could stop the plan from helping children" in seen(bob)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_often_however_many_risks(bob: Client, count: int, django_assert_max_num_queries) -> None:
    for n in range(count):
        risk(f"Risk {n}").actions.add(action(f"1.{n}", "red", partners="Brightwell Learning"))

    with django_assert_max_num_queries(15):
        seen(bob)
