"""Somebody is registered, and what is said of them is put right."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.ledger.writes import record
from goldenthread.foundation.partnership import reads
from goldenthread.foundation.partnership.models import LocalArea, Organisation, Person

from .addresses import refuse_taken
from .areas import one_at_a_time
from .editing import held, in_words, stamp
from .faults import AlreadyThere, CannotSave, ChangedSince


@transaction.atomic
def register_person(
    *,
    area: LocalArea,
    name: str,
    by: Actor,
    on: date,
    post: str = "",
    organisation: Organisation | None = None,
    user: User | None = None,
) -> Person:
    """Somebody who works for or with the area; with a `user` they can sign in. Roles are given by `appoint`."""
    person = Person.objects.create(area=area, name=name, post=post, organisation=organisation, user=user)
    record(what="registered a person", by=by, on=on, area=area.code, subject=person.handle)
    return person


@transaction.atomic
def add_person(
    *,
    area: LocalArea,
    name: str,
    by: Actor,
    on: date,
    post: str = "",
    organisation: Organisation | None = None,
    another: bool = False,
) -> Person:
    """As `register_person`, but nobody twice: raises AlreadyThere for somebody of that name, unless it is said that
    this is `another`; and whatever is said, for somebody of that name and post.
    """
    one_at_a_time(area.code)
    _refuse_second(area, name, post, another)
    return register_person(area=area, name=name, post=post, organisation=organisation, by=by, on=on)


@transaction.atomic
def edit_person(
    *,
    person: Person,
    name: str,
    post: str,
    organisation: Organisation | None,
    by: Actor,
    on: date,
    email: str = "",
    seen: str = "",
    another: bool = False,
) -> list[str]:
    """Answers the names of what differed. `seen` is the stamp of the person when the form was opened: raises
    ChangedSince, and AlreadyThere as `add_person`. A changed e-mail address makes every link sent to the old one void.
    """
    one_at_a_time(person.area_id)
    person.refresh_from_db()
    before, after = held(person), {"name": name, "post": post, "organisation": organisation, "email": email}
    changed = [each for each, value in after.items() if before[each] != value]
    if seen and seen != stamp(person):
        raise ChangedSince([in_words(each, before[each]) for each in changed], stamp(person))
    if not {"name", "post"}.isdisjoint(changed):
        _refuse_second(person.area, name, post, another, but=person)
    if "email" in changed:
        _change_email(person, email)
    if changed:
        person.name, person.post, person.organisation = name, post, organisation
        person.save(update_fields=["name", "post", "organisation"])
        detail = {"changed": changed}
        record(what="edited a person", by=by, on=on, area=person.area_id, subject=person.handle, detail=detail)
    return changed


def _refuse_second(area: LocalArea, name: str, post: str, another: bool, but: Person | None = None) -> None:
    people = reads.namesakes(area, name, but)
    same_post = [one for one in people if reads.alike(one.post, post)]
    if same_post:
        raise AlreadyThere(same_post, certain=True)
    if people and not another:
        raise AlreadyThere(people, certain=False)


def _change_email(person: Person, email: str) -> None:
    if person.user is None:
        raise CannotSave("An e-mail address is kept only for somebody who can sign in. Give them a sign-in first.")
    refuse_taken(person.area, email, but=person)
    person.user.email = email
    person.user.save(update_fields=["email"])
