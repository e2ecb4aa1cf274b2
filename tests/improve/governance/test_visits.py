from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.notices.models import Notice
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.governance import reads, writes
from goldenthread.improve.governance.models import Commitment, Visit
from goldenthread.improve.governance.seen import seen
from tests.factories import people
from tests.factories.plans import action, plan
from tests.factories.scrutiny import ON, visit

pytestmark = pytest.mark.django_db
CAME = ON - timedelta(days=20)


@pytest.fixture
def lead() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper")


@pytest.fixture
def adviser() -> Person:
    return people.person(Role.ADVISER, name="Ada Adviser")


def record(by: Person, **account) -> Visit:
    account = {"strengths": "Clear.", "level": "some", **account}
    return writes.record_visit(area=people.area(), kind="monitoring", visited_on=CAME, by=by, on=ON, **account)


def page_of(client: Client, made: Visit) -> str:
    answer = client.get(reverse("governance:visit", args=[made.pk]))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_advisers_and_the_area_each_keep_their_own_record(lead: Person, adviser: Person) -> None:
    records = [record(by) for by in (lead, adviser)]

    assert [one.by_advisers for one in records] == [False, True]
    assert {(line.by, line.subject) for line in ledger.lines(what="visit recorded")} == {
        (by.handle, f"visit:{one.pk}") for by, one in zip((lead, adviser), records, strict=True)
    }


def test_the_lead_and_the_chair_hear_of_a_visit_that_advisers_record(lead: Person, adviser: Person) -> None:
    chair = people.person(Role.BOARD_CHAIR)

    record(adviser)

    assert [(notice.to, notice.what, notice.why) for notice in Notice.objects.order_by("to")] == [
        (person, "Recorded: Monitoring visit, 11 October 2026", "No significant concerns") for person in (lead, chair)
    ]


@pytest.mark.parametrize(
    ("account", "sentence"),
    [
        ({"level": "significant"}, "Say what the significant concerns are"),
        ({"letter_title": "A letter"}, "Give both, or neither"),
        ({"letter_title": "A letter", "letter_received_on": CAME - timedelta(days=1)}, "comes after the visit"),
        ({"next_on": CAME}, "The next visit comes after this one"),
    ],
)
def test_a_visit_that_may_not_be_recorded(lead: Person, account, sentence: str) -> None:
    with pytest.raises(writes.CannotSave, match=sentence):
        record(lead, **account)


def test_a_visit_is_recorded_once_and_once_it_has_been(lead: Person) -> None:
    record(lead)

    with pytest.raises(writes.CannotSave, match="recorded already"):
        record(lead)
    with pytest.raises(writes.CannotSave, match="recorded once it has been"):
        writes.record_visit(area=people.area(), kind="stocktake", visited_on=ON + timedelta(days=1), by=lead, on=ON)


def test_a_field_that_no_visit_has_is_a_fault_of_the_code(lead: Person) -> None:
    with pytest.raises(TypeError, match="A visit has no by_advisers"):
        record(lead, by_advisers=True)


def test_the_letter_comes_later_and_is_heralded(lead: Person, adviser: Person) -> None:
    made = record(adviser)
    Notice.objects.all().delete()

    writes.change_visit(
        visit=made, by=adviser, on=ON, letter_title="Letter", letter_received_on=ON, letter_words="It went well."
    )

    made.refresh_from_db()
    assert (made.letter_title, made.letter_received_on, made.strengths) == ("Letter", ON, "Clear.")
    assert [notice.what for notice in Notice.objects.filter(to=lead)] == [
        "The letter has come: Monitoring visit, 11 October 2026"
    ]


def test_evidence_seen_is_of_this_areas_action(lead: Person) -> None:
    elsewhere = action("9.9", under=plan(people.area("998"), "Theirs").themes.create(number=1, title="T"))

    found = writes.add_evidence_seen(visit=record(lead), title="Minutes", action=action("1.1"), by=lead, on=ON)

    assert (found.title, found.action.ref) == ("Minutes", "1.1")
    with pytest.raises(writes.CannotSave, match="an action of this area’s plan"):
        writes.add_evidence_seen(visit=found.visit, title="Minutes", action=elsewhere, by=lead, on=ON)


def test_levels_over_time_are_listed_newest_first(lead: Person) -> None:
    for on, level in ((CAME, "some"), (ON, "none"), (CAME - timedelta(days=90), "significant")):
        visit(on=on, level=level)

    page = people.signed_in(lead).get(reverse("governance:visits")).content.decode()

    assert [one.level for one in reads.visits(people.area(), ON)] == ["none", "some", "significant"]
    assert page.index("31 October 2026</a>") < page.index("11 October 2026</a>") < page.index("13 July 2026</a>")
    assert "<strong>Significant concerns</strong>" in page


def test_no_visit_says_what_to_do(lead: Person) -> None:
    page = people.signed_in(lead).get(reverse("governance:visits")).content.decode()

    assert "No visit is recorded yet. Record one" in page


def test_an_adviser_records_a_visit_by_its_forms(adviser: Person) -> None:
    client = people.signed_in(adviser)
    action("1.1")
    client.post(
        reverse("governance:add_visit"),
        {
            "kind": "deep_dive", "visited_on-day": "12", "visited_on-month": "10", "visited_on-year": "2026",
            "level": "significant", "concerns": "Waits for therapy.", "attended": "Ten people",
        },
    )  # fmt: skip
    made = Visit.objects.get()
    client.post(
        reverse("governance:edit_visit", args=[made.pk]),
        {"seen": seen(made), "level": "some", "concerns": "Waits.", "attended": "Ten people"},
    )
    client.post(
        reverse("governance:saw", args=[made.pk]), {"title": "Minutes", "action_ref": "1.1", "said": "They are clear."}
    )
    client.post(
        reverse("governance:visit_promise", args=[made.pk]),
        {"words": "Publish the waits.", "owner_as_written": "The board", "due_as_written": "the next visit"},
    )

    page = page_of(client, made)
    assert Commitment.objects.get().visit == made
    assert [
        words in page
        for words in ("No significant concerns", "the advisers’ own record", "They are clear.", "Publish the waits.")
    ] == [True] * 4


def test_an_action_that_no_plan_has_is_said_at_its_box(lead: Person) -> None:
    made = visit()

    answer = people.signed_in(lead).post(
        reverse("governance:saw", args=[made.pk]), {"title": "Minutes", "action_ref": "7.7"}
    )

    assert (answer.status_code, made.seen.count()) == (400, 0)
    assert "No plan of Marlshire has an action 7.7." in answer.content.decode()


def test_the_second_of_two_to_change_a_visit_is_told(lead: Person) -> None:
    made = visit(strengths="First.")
    stamp = seen(made)
    writes.change_visit(visit=made, by=lead, on=ON, strengths="Second.")

    answer = people.signed_in(lead).post(
        reverse("governance:edit_visit", args=[made.pk]), {"seen": stamp, "strengths": "Third."}
    )

    page = answer.content.decode()
    assert answer.status_code == 400
    assert [words in page for words in ("Somebody else has changed this visit", "Second.", "Third.")] == [True] * 3


VISITORS = {Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER, Role.ADVISER}


@pytest.mark.parametrize("role", Role)
def test_who_may_do_what(role: Role) -> None:
    theirs, ours, client = visit(by_advisers=True), visit(), people.signed_in(people.person(role))
    changing = ("edit_visit", "saw", "visit_promise")

    read = 200 if role is not Role.ADMINISTRATOR else 403
    links = [reverse("governance:visits"), reverse("governance:visit", args=[ours.pk])]
    assert [client.get(link).status_code for link in links] == [read, read]
    assert client.get(reverse("governance:add_visit")).status_code == (200 if role in VISITORS else 403)
    for made, allowed in ((theirs, {Role.ADVISER}), (ours, VISITORS - {Role.ADVISER})):
        answers = [client.get(reverse(f"governance:{page}", args=[made.pk])).status_code for page in changing]
        assert answers == [200 if role in allowed else 403] * 3


@pytest.mark.parametrize("page", ["visit", "edit_visit", "saw", "visit_promise"])
def test_another_areas_is_not_found(page: str) -> None:
    made = visit(in_area=people.area("998"))

    answer = people.signed_in(people.person(Role.IMPROVEMENT_LEAD)).get(reverse(f"governance:{page}", args=[made.pk]))

    assert answer.status_code == 404


@pytest.mark.parametrize("count", [1, 3, 12])
def test_pages_ask_the_database_as_often_however_many(lead: Person, count: int, django_assert_num_queries) -> None:
    made = [visit(on=date(2026, 9, number), plan=plan()) for number in range(1, count + 1)]
    for number in range(count):
        made[0].seen.create(title="Minutes", action=action(f"1.{number}"))
        made[0].commitments.create(area=people.area(), words="Do it.", owner=lead, made_on=ON)
    client = people.signed_in(lead)

    with django_assert_num_queries(5):
        client.get(reverse("governance:visits"))
    with django_assert_num_queries(7):
        page_of(client, made[0])
