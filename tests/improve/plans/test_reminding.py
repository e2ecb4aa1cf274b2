"""A reminder says what is owed and what changed; nobody is chased twice a day, and nobody is chased who cannot hear."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.notices import reads as notices
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.owing.reminders import REMINDED
from goldenthread.improve.plans.writes.reminding import LONGEST
from tests.factories import people
from tests.factories.plans import ON, action, plan

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def ann() -> Person:
    return people.person(Role.ACTION_LEAD, name="Ann Bell")


@pytest.fixture
def bob() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper")


@pytest.fixture
def keeper(bob: Person) -> Client:
    return people.signed_in(bob)


def late(ref: str = "1.1", *, lead: Person | None = None):
    return action(ref, lead=lead, due_on=ON - 20 * DAY)


def without_sign_in(name: str) -> Person:
    found = people.person(name=name)
    found.user = None
    found.save()
    return found


def test_one_notice_and_one_line_in_the_ledger(ann: Person, bob: Person) -> None:
    made = late(lead=ann)
    action("1.2", "amber", lead=ann, updated_on=ON - 99 * DAY)
    writes.reword_action(action=made, wording="Do it well.", asked_by="The board", by=bob, on=ON)
    before = notices.told(ann).count()

    writes.remind(person=ann, by=bob, on=ON)

    told = notices.told(ann).first()
    assert notices.told(ann).count() == before + 1
    assert (told.what, told.why, told.href) == (
        "You owe 1 update and 1 challenge, on 2 actions",
        "Changed since 30 September 2026: 1.1 has new words since 31 October 2026.",
        reverse("plans:mine"),
    )
    assert [(line.by, line.subject, line.detail) for line in ledger.lines(what=REMINDED)] == [
        (bob.handle, ann.handle, {"owed": 2, "changes": 1})
    ]
    assert reads.owed_by(ann, ON).reminded_on == ON


def test_a_second_reminder_on_the_same_day_is_refused(ann: Person, bob: Person) -> None:
    late(lead=ann)
    writes.remind(person=ann, by=bob, on=ON - DAY)
    writes.remind(person=ann, by=bob, on=ON)

    with pytest.raises(writes.CannotSave, match="Ann Bell was reminded today already"):
        writes.remind(person=ann, by=bob, on=ON)

    assert ledger.lines(what=REMINDED).count() == 2


def test_the_next_reminder_says_only_what_changed_since(ann: Person, bob: Person) -> None:
    made = late(lead=ann)
    writes.reword_action(action=made, wording="Do it well.", asked_by="The board", by=bob, on=ON - 3 * DAY)
    writes.remind(person=ann, by=bob, on=ON - 2 * DAY)

    writes.remind(person=ann, by=bob, on=ON)

    assert notices.told(ann).first().why == "Nothing has changed since 29 October 2026."


def test_who_owes_nothing_cannot_sign_in_or_reminds_is_not_reminded(ann: Person, bob: Person) -> None:
    absent = without_sign_in("Cal Reed")
    late("1.1", lead=absent)
    late("1.2", lead=bob)

    for person, why in ((ann, "owes nothing today"), (absent, "cannot sign in"), (bob, "cannot remind yourself")):
        with pytest.raises(writes.CannotSave, match=why):
            writes.remind(person=person, by=bob, on=ON)

    assert ledger.lines(what=REMINDED).count() == 0


def test_everyone_is_reminded_but_not_twice_in_seven_days(ann: Person, bob: Person) -> None:
    lately, long_ago = people.person(name="Cal Reed"), people.person(name="Dee Shah")
    for number, lead in enumerate((ann, lately, long_ago, without_sign_in("Eve Ives"), bob)):
        late(f"1.{number}", lead=lead)
    action("2.1", lead=people.person(name="Flo Hart"))
    writes.remind(person=lately, by=bob, on=ON - 6 * DAY)
    writes.remind(person=long_ago, by=bob, on=ON - 7 * DAY)

    told = writes.remind_everyone(plan=plan(), by=bob, on=ON)

    assert sorted(one.named for one in told) == ["Ann Bell", "Dee Shah"]


def test_a_reminder_holds_as_much_as_a_notice_and_counts_the_rest(ann: Person, bob: Person) -> None:
    for number in range(30):
        made = late(f"1.{number}", lead=ann)
        writes.reword_action(action=made, wording="Do it well.", asked_by="The board", by=bob, on=ON)

    writes.remind(person=ann, by=bob, on=ON)

    why = notices.told(ann).first().why
    said = why.count("has new words")
    assert (len(why) <= LONGEST, why.endswith(f" And {30 - said} more: see your page.")) == (True, True)


def test_by_the_button_and_the_day_is_shown(ann: Person, keeper: Client) -> None:
    late(lead=ann)

    first, second = (keeper.post(reverse("plans:remind", args=[ann.pk]), follow=True) for _ in range(2))

    page = " ".join(second.content.decode().split())
    assert "Ann Bell is told what they owe, and what changed." in first.content.decode()
    assert "Ann Bell was reminded today already." in page
    assert ("31 October 2026" in page, reverse("plans:remind", args=[ann.pk]) in page) == (True, False)


def test_everyone_by_one_button(ann: Person, keeper: Client) -> None:
    late(lead=ann)

    first, second = (keeper.post(reverse("plans:remind_everyone"), follow=True) for _ in range(2))

    assert "Reminded: Ann Bell." in first.content.decode()
    assert "Nobody was reminded" in second.content.decode()


def test_a_lead_without_sign_in_or_email_is_said_so(ann: Person, keeper: Client) -> None:
    late("1.1", lead=without_sign_in("Cal Reed"))
    late("1.2", lead=ann)
    ann.user.email = ""
    ann.user.save()

    page = keeper.get(reverse("plans:owed")).content.decode()

    assert (page.count("cannot sign in<"), page.count("has no e-mail address<")) == (1, 1)


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER}])
def test_nobody_else_reminds(ann: Person, role: Role) -> None:
    late(lead=ann)
    client = people.signed_in(people.person(role))

    addresses = (reverse("plans:remind", args=[ann.pk]), reverse("plans:remind_everyone"))
    answers = [client.post(address).status_code for address in addresses]

    assert (answers, ledger.lines(what=REMINDED).count()) == ([403, 403], 0)


def test_another_areas_lead_is_not_reminded(keeper: Client) -> None:
    stranger = people.person(in_area=people.area("998"))

    assert keeper.post(reverse("plans:remind", args=[stranger.pk])).status_code == 404
