"""Nobody is there twice, and whoever edits second is told."""

import pytest

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership import writes
from goldenthread.foundation.partnership.models import Person
from goldenthread.foundation.partnership.writes import AlreadyThere, CannotSave, ChangedSince
from tests.factories import people
from tests.factories.people import TODAY

pytestmark = pytest.mark.django_db
BY = {"by": SYSTEM, "on": TODAY}


def named_in_a_plan(name="Gareth Pryce", post="Head of Inclusion"):
    """As an import registers somebody: without a way to sign in."""
    return writes.register_person(area=people.area(), name=name, post=post, **BY)


def edit(person, **changes):
    email = person.user.email if person.user else ""
    given = {"name": person.name, "post": person.post, "organisation": person.organisation, "email": email}
    return writes.edit_person(person=person, **{**given, **changes}, **BY)


@pytest.mark.parametrize("name", ["Gareth Pryce", "gareth  PRYCE", " Gareth Pryce "])
@pytest.mark.parametrize("another", [False, True])
def test_the_same_name_and_post_is_the_same_person_whatever_is_said(name, another):
    held = named_in_a_plan()

    with pytest.raises(AlreadyThere, match="Gareth Pryce, Head of Inclusion, is listed already") as why:
        writes.add_person(area=people.area(), name=name, post="head of inclusion", another=another, **BY)

    assert (list(why.value.people), why.value.certain, Person.objects.count()) == ([held], True, 1)


def test_the_same_name_and_another_post_is_asked_about():
    held = named_in_a_plan()

    with pytest.raises(AlreadyThere, match="say below that this is somebody else") as why:
        writes.add_person(area=people.area(), name="Gareth Pryce", post="Governor", **BY)
    second = writes.add_person(area=people.area(), name="Gareth Pryce", post="Governor", another=True, **BY)

    assert (list(why.value.people), why.value.certain, second.post) == ([held], False, "Governor")


def test_letters_beyond_a_to_z_are_compared_too():
    named_in_a_plan(name="Zoë Ångström", post="")

    with pytest.raises(AlreadyThere, match="Zoë Ångström is listed already"):
        writes.add_person(area=people.area(), name="ZOË ÅNGSTRÖM", **BY)


def test_a_namesake_in_another_area_is_nobodys_business():
    writes.register_person(area=people.area("885"), name="Gareth Pryce", **BY)

    added = writes.add_person(area=people.area(), name="Gareth Pryce", **BY)

    assert added.area_id == "999"


def test_an_edit_is_one_line_that_says_what_and_not_to_what():
    person = people.person(name="Ann Bell")

    changed = edit(person, name="Ann Bell-Shaw", email="ann@marlshire.example")

    line = ledger.lines(subject=person.handle).get()
    assert (changed, line.what, line.detail) == (
        ["name", "email"],
        "edited a person",
        {"changed": ["name", "email"]},
    )


def test_an_edit_that_changes_nothing_is_no_line():
    person = people.person()

    changed = edit(person)

    assert (changed, ledger.lines(subject=person.handle).count()) == ([], 0)


def test_an_edit_does_not_make_somebody_of_somebody_else():
    held, other = named_in_a_plan(), people.person(name="Ann Bell")

    with pytest.raises(AlreadyThere) as why:
        edit(other, name=held.name, post=held.post)

    assert (list(why.value.people), Person.objects.get(pk=other.pk).name) == ([held], "Ann Bell")


def test_whoever_edits_second_is_told_what_was_changed_and_may_then_go_on():
    person = people.person(name="Ann Bell")
    seen = writes.stamp(person)
    edit(Person.objects.get(pk=person.pk), post="Head of Inclusion", seen=seen)

    with pytest.raises(ChangedSince, match="Post is now “Head of Inclusion”") as why:
        edit(person, post="Governor", seen=seen)
    edit(person, post="Governor", seen=why.value.stamp)

    assert Person.objects.get(pk=person.pk).post == "Governor"


def test_two_people_of_an_area_do_not_share_an_e_mail_address():
    first, second = people.person(name="Ann Bell"), people.person()

    with pytest.raises(CannotSave, match="Ann Bell signs in with this e-mail address already"):
        edit(second, email=first.user.email.upper())


def test_somebody_who_works_for_two_areas_has_one_address():
    elsewhere, here = people.person(in_area=people.area("885")), people.person()

    assert edit(here, email=elsewhere.user.email) == ["email"]


def test_no_address_is_kept_for_somebody_who_cannot_sign_in():
    with pytest.raises(CannotSave, match="Give them a sign-in first"):
        edit(named_in_a_plan(), email="gareth@marlshire.example")
