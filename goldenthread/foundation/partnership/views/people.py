"""Somebody is added, and what is said of them is put right."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership import writes
from goldenthread.foundation.partnership.forms.people import AddPerson, DescribePerson, EditPerson
from goldenthread.foundation.partnership.models import Person
from goldenthread.foundation.partnership.permissions import may_manage_people, require
from goldenthread.foundation.partnership.reads import SignedInRequest

from .asking import METHODS, ask, by_hand, posted, the_person
from .handing import hand_over


@require_http_methods(METHODS)
def add(request: SignedInRequest) -> HttpResponse:
    require(may_manage_people(request.person))
    form, namesakes = AddPerson(posted(request), area=request.area), []
    if form.is_valid():
        try:
            return _added(request, _add(request, form))
        except writes.CannotSave as why:
            form.refused(why)
            namesakes = _namesakes(why)
    return ask(request, form, title="Add a person", button="Add this person", namesakes=namesakes)


@require_http_methods(METHODS)
def edit(request: SignedInRequest, key: int) -> HttpResponse:
    person = the_person(request, key)
    form, namesakes = EditPerson.opened(posted(request), person), []
    if form.is_valid():
        try:
            changed = _edit(request, form, person)
        except writes.CannotSave as why:
            form.refused(why)
            namesakes = _namesakes(why)
        else:
            messages.success(request, _said(changed))
            return redirect("partnership:person", key)
    title = f"Edit what is said of {person.name}"
    return ask(request, form, title=title, button="Save", person=person, namesakes=namesakes)


@transaction.atomic
def _add(request: SignedInRequest, form: AddPerson) -> Person:
    given = _described(request, form)
    person = writes.add_person(area=request.area, **given, **by_hand(request))
    if form.cleaned_data["may_sign_in"]:
        writes.give_sign_in(person=person, email=form.cleaned_data["email"], **by_hand(request))
    return person


def _added(request: SignedInRequest, person: Person) -> HttpResponse:
    done = f"{person.name} is added."
    if person.user is not None:
        return hand_over(request, person, done)
    messages.success(request, done)
    return redirect("partnership:person", person.pk)


@transaction.atomic
def _edit(request: SignedInRequest, form: EditPerson, person: Person) -> list[str]:
    about = {"email": form.cleaned_data.get("email", ""), "seen": form.cleaned_data["seen"]}
    return writes.edit_person(person=person, **_described(request, form), **about, **by_hand(request))


def _said(changed: list[str]) -> str:
    if "email" in changed:
        return "Saved. A link that was e-mailed to the old address no longer works."
    return "Saved." if changed else "Nothing was different, so nothing was changed."


def _described(request: SignedInRequest, form: DescribePerson) -> dict[str, Any]:
    """A new organisation is registered on the way, in the caller's transaction."""
    given = {name: form.cleaned_data[name] for name in ("name", "post", "organisation", "another")}
    if (new := form.new()) is not None:
        name, kind = new
        given["organisation"] = writes.register_organisation(
            area=request.area, name=name, kind=kind, **by_hand(request)
        )
    return given


def _namesakes(why: Exception) -> list[Person]:
    return list(why.people) if isinstance(why, writes.AlreadyThere) else []
