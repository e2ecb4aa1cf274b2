"""Who is there, by page: for those who may know, and changed by administrators of the area only."""

from datetime import date

import pytest
from django.core import mail
from django.urls import reverse

from goldenthread.config.navigation import DESTINATIONS
from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.ledger.reads import SIGNED_IN, SYSTEM
from goldenthread.foundation.ledger.writes import record
from goldenthread.foundation.partnership import writes
from goldenthread.foundation.partnership.models import Organisation, Person, Role, RoleHeld
from tests.factories import people
from tests.factories.people import LONG_AGO, TODAY

pytestmark = pytest.mark.django_db
LIST = reverse("partnership:index")
SEE = {Role.ADMINISTRATOR, Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER}
OF_A_PERSON = ("person", "edit", "appoint", "sign_in", "close", "link")


@pytest.fixture
def administrator():
    return people.person(Role.ADMINISTRATOR, name="Alan Frith")


@pytest.fixture
def client(administrator):
    return people.signed_in(administrator)


def to(name, key):
    return reverse(f"partnership:{name}", args=[key])


def a_name(name="Gareth Pryce", post="", area=None):
    return writes.register_person(area=area or people.area(), name=name, post=post, by=SYSTEM, on=TODAY)


# The list


def test_the_list_says_who_is_there_what_they_hold_and_when_they_came(client, administrator):
    person = people.person(Role.ANALYST, name="Wen Li Tan")
    RoleHeld.objects.create(person=person, role=Role.VERIFIER, from_on=LONG_AGO, until_on=date(2026, 1, 1))
    record(what=SIGNED_IN, by=person, on=date(2026, 9, 1), area="999", subject=person.handle)
    a_name("Gareth Pryce", "Head of Inclusion")

    rows = client.get(LIST).context["rows"]

    told = [(row.person.name, [held.role for held in row.roles], row.sign_in.name, row.last_on) for row in rows]
    assert told == [
        ("Alan Frith", ["administrator"], "OPEN", None),
        ("Gareth Pryce", [], "NONE", None),
        ("Wen Li Tan", ["analyst"], "OPEN", date(2026, 9, 1)),
    ]


@pytest.mark.parametrize("more", [1, 5])
def test_the_list_asks_the_same_questions_at_any_size(client, more, django_assert_num_queries):
    for _ in range(more):
        people.person(Role.ANALYST, Role.VERIFIER)
        a_name(f"Name {more}")

    with django_assert_num_queries(8):
        page = client.get(LIST)

    assert len(page.context["rows"]) == 1 + 2 * more


def test_a_long_list_is_paged(client):
    Person.objects.bulk_create(Person(area=people.area(), name=f"Somebody {number:03}") for number in range(120))

    pages = [client.get(LIST, {"page": number}).context["rows"] for number in (1, 3)]

    assert [len(rows) for rows in pages] == [50, 21]


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ({"words": "pryce"}, ["Gareth Pryce"]),
        ({"words": "inclusion gareth"}, ["Gareth Pryce"]),
        ({"words": "county council", "role": ""}, ["Alan Frith"]),
        ({"role": "administrator"}, ["Alan Frith"]),
        ({"words": "pryce", "role": "administrator"}, []),
        ({"words": ""}, ["Alan Frith", "Gareth Pryce"]),
    ],
)
def test_a_search_stands_in_no_address_and_holds_until_everyone_is_shown(client, sought, found):
    a_name("Gareth Pryce", "Head of Inclusion")

    answer = client.post(LIST, sought)
    rows = client.get(answer["Location"]).context["rows"]
    client.post(LIST, {"words": "", "role": ""})

    assert (answer["Location"], [row.person.name for row in rows]) == (LIST, found)
    assert len(client.get(LIST).context["rows"]) == 2


def test_a_role_that_there_is_not_is_said_to_be_none(client):
    answer = client.post(LIST, {"words": "a", "role": "emperor"})

    assert (answer.status_code, "Choose one of the roles listed." in answer.text) == (400, True)


@pytest.mark.parametrize("role", Role)
def test_only_some_see_the_list_and_only_an_administrator_addresses(role, administrator):
    answer = people.signed_in(people.person(role)).get(LIST)

    assert answer.status_code == (200 if role in SEE else 403)
    assert ("Add a person" in answer.text) == (role == Role.ADMINISTRATOR)
    assert (administrator.user.email in answer.text, administrator.user.username in answer.text) == (False, False)


def test_only_an_administrator_is_shown_the_way():
    (way,) = [place for place in DESTINATIONS if place.text == "People"]

    assert [role for role in Role if way.allows(people.person(role))] == [Role.ADMINISTRATOR]


# Nobody else


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_nobody_else_manages_people(role, method):
    person = people.person(Role.ANALYST)
    client = people.signed_in(people.person(role))
    before = list(Person.objects.values()), list(RoleHeld.objects.values())

    paths = [to(name, person.pk) for name in OF_A_PERSON]
    paths += [reverse("partnership:add"), to("end", person.roles.get().pk)]
    given = {"name": "Ann", "role": "administrator", "from_on": TODAY.isoformat(), "email": "a@b.example"}
    answers = {getattr(client, method)(path, given).status_code for path in paths}

    refused = {403, 405} if method == "post" else {403}  # a person's page and link take no POST, from anybody
    assert (answers, list(Person.objects.values()), list(RoleHeld.objects.values())) == (refused, *before)


@pytest.mark.parametrize("method", ["get", "post"])
def test_people_of_another_area_are_not_found(client, method):
    elsewhere = people.person(Role.ANALYST, in_area=people.area("885"))
    given = {"name": "Ann", "role": "administrator", "from_on": TODAY.isoformat(), "email": "a@b.example"}

    paths = [to(name, elsewhere.pk) for name in OF_A_PERSON] + [to("end", elsewhere.roles.get().pk)]
    answers = {getattr(client, method)(path, given).status_code for path in paths}

    assert answers == ({404, 405} if method == "post" else {404})
    assert (elsewhere.roles.count(), Person.objects.get(pk=elsewhere.pk).user) == (1, elsewhere.user)


@pytest.mark.parametrize("key", ["0", "99999999", "9" * 30, "-1", "1e3", "1%00", "../add"])
def test_keys_that_were_made_up_are_not_found(client, key):
    assert client.get(f"{LIST}{key}/edit/").status_code == 404


@pytest.mark.parametrize(
    "name", ["plans:index", "casework:index", "indicators:index", "feedback:index", "intake:index"]
)
def test_an_administrator_reads_no_plan_no_child_and_no_figure(client, name):
    assert client.get(reverse(name)).status_code == 403


def test_an_administrator_gives_themselves_nothing_to_read(client, administrator):
    answer = client.post(to("appoint", administrator.pk), {"role": "service_manager", "from_on": TODAY.isoformat()})

    assert (answer.status_code, administrator.roles.count()) == (400, 1)
    assert "Nobody gives a role to themselves" in answer.text


# A person


def test_somebody_is_added_with_an_organisation_of_the_list(client):
    council = people.organisation()

    answer = client.post(
        reverse("partnership:add"), {"name": "Priya  Nair", "post": "Analyst", "organisation": council.pk}
    )

    added = Person.objects.get(post="Analyst")
    assert (answer["Location"], added.name, added.organisation, added.user) == (
        to("person", added.pk),
        "Priya Nair",
        council,
        None,
    )


def test_somebody_is_added_with_a_new_organisation_and_a_sign_in(client):
    given = {
        "name": "Priya Nair",
        "new_organisation": "Marl Valley Trust",
        "new_kind": "health",
        "may_sign_in": "on",
        "email": "priya@marlshire.example",
    }

    answer = client.post(reverse("partnership:add"), given)

    added = Person.objects.get(name="Priya Nair")
    assert (answer["Location"], added.organisation.name, added.organisation.kind, added.user.email) == (
        to("link", added.pk),
        "Marl Valley Trust",
        "health",
        "priya@marlshire.example",
    )


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"name": ""}, "Give the person’s name."),
        ({"email": "a@marlshire.example"}, "An address is kept only for somebody who may sign in."),
        ({"email": "no address", "may_sign_in": "on"}, "Give an e-mail address such as"),
        ({"new_organisation": "Trust"}, "Say what kind of organisation the new one is."),
        ({"new_organisation": "marlshire  COUNTY council", "new_kind": "council"}, "is on the list above"),
        ({"organisation": "99999"}, "Choose one of the organisations listed"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_typed_is_lost(client, given, why):
    answer = client.post(reverse("partnership:add"), {"name": "Priya Nair", "post": "A post of theirs", **given})

    assert (answer.status_code, why in answer.text, "A post of theirs" in answer.text) == (400, True, True)
    assert not Person.objects.filter(name="Priya Nair").exists()


def test_another_areas_organisation_is_not_on_the_list(client):
    elsewhere = people.organisation("Elsewhere Council", in_area=people.area("885"))

    answer = client.post(reverse("partnership:add"), {"name": "Priya Nair", "organisation": elsewhere.pk})

    assert (answer.status_code, "Elsewhere Council" in answer.text) == (400, False)


def test_somebody_named_in_a_plan_is_offered_instead_of_a_second(client):
    named = a_name("Gareth Pryce", "Head of Inclusion")
    given = {"name": "Gareth Pryce", "new_organisation": "A new one", "new_kind": "other"}

    asked = client.post(reverse("partnership:add"), given)
    insisted = client.post(reverse("partnership:add"), {**given, "another": "on"})
    same = client.post(
        reverse("partnership:add"), {"name": "Gareth Pryce", "post": "Head of Inclusion", "another": "on"}
    )

    assert [answer.status_code for answer in (asked, insisted, same)] == [400, 302, 400]
    assert [to("person", named.pk) in answer.text for answer in (asked, same)] == [True, True]
    assert ["This is somebody else of the same name" in answer.text for answer in (asked, same)] == [True, False]
    assert (Person.objects.filter(name="Gareth Pryce").count(), Organisation.objects.filter(kind="other").count()) == (
        2,
        1,
    )


def test_the_second_of_two_administrators_is_told_and_keeps_what_they_typed(client, administrator):
    person = people.person(name="Ann Bell")
    given = {"name": "Ann Bell", "organisation": person.organisation_id, "email": person.user.email}
    seen = {"seen": client.get(to("edit", person.pk)).context["form"]["seen"].value()}
    other = people.signed_in(people.person(Role.ADMINISTRATOR))
    other.post(to("edit", person.pk), {**given, **seen, "post": "Theirs"})

    told = client.post(to("edit", person.pk), {**given, **seen, "post": "Mine"})
    newly = {"seen": told.context["form"]["seen"].value()}
    saved = client.post(to("edit", person.pk), {**given, **newly, "post": "Mine"})

    assert (told.status_code, "Post is now “Theirs”" in told.text, 'value="Mine"' in told.text) == (400, True, True)
    assert (saved.status_code, Person.objects.get(pk=person.pk).post) == (302, "Mine")


def test_an_address_is_no_longer_asked_of_somebody_without_a_sign_in(client):
    named = a_name()

    page = client.get(to("edit", named.pk)).text

    assert ("E-mail address" in page, 'value="Gareth Pryce"' in page) == (False, True)


def test_the_page_of_a_person_tells_of_their_roles_and_of_nothing_else_they_did(client, administrator):
    person = people.person(Role.ANALYST, name="Ann Bell")
    record(what="action reported", by=person, on=TODAY, area="999", subject=person.handle, why="A secret of the plan")
    held = writes.appoint(person=person, role=Role.VERIFIER, by=administrator, on=TODAY, until=date(2026, 12, 31))

    page = client.get(to("person", person.pk)).text

    assert [words in page for words in ("31 December 2026", "Appointed: Verifier of evidence", "Alan Frith")] == [
        True
    ] * 3
    assert (to("end", held.pk) in page, "A secret of the plan" in page) == (True, False)


@pytest.mark.parametrize("more", [1, 6])
def test_the_page_of_a_person_asks_the_same_questions_at_any_size(
    client, administrator, more, django_assert_num_queries
):
    person = people.person(*list(Role)[:more])
    for role in list(Role)[6 : 6 + more]:
        writes.appoint(person=person, role=role, by=administrator, on=TODAY)

    with django_assert_num_queries(10):
        client.get(to("person", person.pk))


# Roles


def test_each_role_says_beside_it_what_it_may_see_and_do(client):
    page = client.get(to("appoint", people.person().pk)).text

    assert page.count("govuk-radios__hint") == len(Role)
    assert "Opens no child’s record. Sees no figures and no plan." in page


def test_a_role_is_given_and_ended_by_page(client, administrator):
    person = people.person()
    until = {"until-day": "31", "until-month": "12", "until-year": "2026"}
    last_on = {f"last_on-{part}": value for part, value in (("day", "30"), ("month", "11"), ("year", "2026"))}

    client.post(to("appoint", person.pk), {"role": "analyst", "from_on": TODAY.isoformat(), **until})
    client.post(to("end", person.roles.get().pk), {**last_on, "why": "moves on"})

    held = person.roles.get()
    assert (held.role, held.from_on, held.until_on) == ("analyst", TODAY, date(2026, 11, 30))
    assert [(line.what, line.by) for line in ledger.lines(subject=person.handle)] == [
        ("ended a role", administrator.handle),
        ("appointed", administrator.handle),
    ]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"from_on": "2026-10-31"}, "Choose a role."),
        ({"role": "emperor", "from_on": "2026-10-31"}, "Choose one of the roles listed."),
        ({"role": "analyst"}, "Enter the date"),
        ({"role": "analyst", "from_on": "31/02/2027"}, "Enter a real date"),
        ({"role": "analyst", "from_on": "2020-01-01"}, "A role begins today or later"),
    ],
)
def test_a_role_that_makes_no_sense_is_refused_in_words(client, given, why):
    person = people.person()

    answer = client.post(to("appoint", person.pk), given)

    assert (answer.status_code, why in answer.text, person.roles.count()) == (400, True, 0)


def test_the_last_administrator_does_not_end_their_own_role(client, administrator):
    answer = client.post(to("end", administrator.roles.get().pk), {})

    assert (answer.status_code, administrator.roles.get().until_on) == (400, None)
    assert "would be left without an administrator" in answer.text


# Signing in


def test_a_sign_in_is_e_mailed_and_shown_this_once(client):
    named = a_name()

    answer = client.post(to("sign_in", named.pk), {"email": "gareth@marlshire.example"})
    shown, again = client.get(answer["Location"]), client.get(answer["Location"])

    (sent,) = mail.outbox
    assert (sent.to, "/people/first-password/?link=" in sent.body) == (["gareth@marlshire.example"], True)
    assert (shown.status_code, "/people/first-password/?link=" in shown.text, again.status_code) == (200, True, 302)
    assert "no-store" in shown["Cache-Control"]


def test_without_an_address_the_link_is_handed_over(client):
    named = a_name()

    answer = client.post(to("sign_in", named.pk), {"email": ""}, follow=True)

    assert (mail.outbox, "?link=" in answer.text, Person.objects.get(pk=named.pk).user.email) == ([], True, "")


def test_where_the_mail_server_fails_the_link_is_handed_over(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "localhost", 1  # nobody listens there
    named = a_name()

    with pytest.MonkeyPatch.context() as network:
        network.setattr("smtplib.SMTP", _no_server)
        answer = client.post(to("sign_in", named.pk), {"email": "gareth@marlshire.example"}, follow=True)

    assert ("The e-mail could not be sent" in answer.text, "?link=" in answer.text) == (True, True)


def _no_server(*_, **__):
    raise ConnectionRefusedError


def test_a_link_is_not_shown_to_whoever_only_asks(client):
    named = a_name()
    writes.give_sign_in(person=named, by=SYSTEM, on=TODAY)

    answer = client.get(to("link", named.pk))

    assert (answer.status_code, answer["Location"]) == (302, to("person", named.pk))


def test_an_address_that_is_taken_is_refused_and_kept(client, administrator):
    named = a_name()

    answer = client.post(to("sign_in", named.pk), {"email": administrator.user.email})

    assert (answer.status_code, "Alan Frith signs in with this e-mail address" in answer.text) == (400, True)
    assert f'value="{administrator.user.email}"' in answer.text


def test_a_sign_in_is_closed_and_opened_again(client):
    person = people.person(Role.ANALYST)
    theirs = people.signed_in(person)

    closed = client.post(to("close", person.pk))
    gone = theirs.get("/").status_code
    opened = client.post(to("sign_in", person.pk), {"email": person.user.email})

    assert (closed["Location"], gone, opened["Location"]) == (to("person", person.pk), 302, to("link", person.pk))
    assert client.post(to("close", person.pk)).status_code == 302
    assert client.post(to("close", person.pk)).status_code == 400


def test_a_lost_password_is_replaced_by_a_link(client):
    person = people.person(Role.ANALYST)

    answer = client.post(to("sign_in", person.pk), follow=True)

    assert ("?link=" in answer.text, Person.objects.get(pk=person.pk).user.has_usable_password()) == (True, False)


@pytest.mark.parametrize("name", ["close", "sign_in"])
def test_nobody_closes_or_renews_their_own_sign_in(client, administrator, name):
    people.person(Role.ADMINISTRATOR)

    answer = client.post(to(name, administrator.pk))

    assert (answer.status_code, "This is your own sign-in" in answer.text) == (400, True)
    assert client.get(LIST).status_code == 200


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("person", "Give one that fits their work"),
        ("sign_in", "You never learn it."),
        ("close", "signed out at once"),
        ("appoint", "Which role?"),
    ],
)
def test_a_page_says_what_to_do_and_what_it_means(client, name, words):
    assert words in client.get(to(name, a_name().pk)).text
