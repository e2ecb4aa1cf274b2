"""Who somebody is, and whether they may sign in."""

from typing import Any, Self, cast

from django import forms
from django.http import QueryDict

from goldenthread.foundation.partnership import reads
from goldenthread.foundation.partnership.models import LocalArea, Organisation, OrganisationKind, Person, Role
from goldenthread.foundation.partnership.writes import AlreadyThere, ChangedSince, stamp

EMAIL = {"invalid": "Give an e-mail address such as a.name@marlshire.gov.uk."}


class SearchPeople(forms.Form):
    words = forms.CharField(
        label="Words", help_text="Of the name, the post or the organisation", max_length=100, required=False
    )
    role = forms.ChoiceField(
        label="Role",
        choices=[("", "Any"), *Role.choices],
        required=False,
        error_messages={"invalid_choice": "Choose one of the roles listed."},
    )


class DescribePerson(forms.Form):
    """An organisation is one of the list, or a new one by its name and kind."""

    name = forms.CharField(label="Name", max_length=120, error_messages={"required": "Give the person’s name."})
    another = forms.BooleanField(
        label="This is somebody else of the same name", required=False, widget=forms.HiddenInput
    )
    post = forms.CharField(label="Post", max_length=120, required=False, help_text="Such as Head of Inclusion")
    organisation: "forms.ModelChoiceField[Organisation]" = forms.ModelChoiceField(
        label="Organisation",
        queryset=None,
        required=False,
        empty_label="Not known",
        error_messages={"invalid_choice": "Choose one of the organisations listed, or name a new one."},
    )
    new_organisation = forms.CharField(label="Or one that is not listed: its name", max_length=120, required=False)
    new_kind = forms.ChoiceField(
        label="What kind of organisation is the new one?",
        choices=[("", "No new organisation"), *OrganisationKind.choices],
        required=False,
        error_messages={"invalid_choice": "Choose one of the kinds listed."},
    )

    def __init__(self, *args: Any, area: LocalArea, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"].queryset = reads.organisations_in(area)  # type: ignore[attr-defined]

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_new_organisation(self) -> str:
        name = " ".join(self.cleaned_data["new_organisation"].split())
        for one in self.fields["organisation"].queryset if name else ():  # type: ignore[attr-defined]
            if reads.alike(one.name, name):
                raise forms.ValidationError(f"{one.name} is on the list above. Choose it there.")
        return name

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("new_organisation") and given.get("organisation"):
            self.add_error("new_organisation", "Choose an organisation of the list, or name a new one: not both.")
        elif given.get("new_organisation") and not given.get("new_kind"):
            self.add_error("new_kind", "Say what kind of organisation the new one is.")
        return given

    def new(self) -> tuple[str, str] | None:
        """The name and the kind of an organisation to register."""
        name = self.cleaned_data["new_organisation"]
        return (name, self.cleaned_data["new_kind"]) if name else None

    def refused(self, why: Exception) -> None:
        """The form again, with what was typed: who is there already may be somebody else."""
        self.add_error("name" if isinstance(why, AlreadyThere) else None, str(why))
        if isinstance(why, AlreadyThere) and not why.certain:
            self.fields["another"].widget = forms.CheckboxInput()


class AddPerson(DescribePerson):
    may_sign_in = forms.BooleanField(label="They may sign in", required=False)
    email = forms.EmailField(
        label="E-mail address",
        help_text="For signing in, and to be told of changes. It is kept only for somebody who may sign in.",
        max_length=254,
        required=False,
        error_messages=EMAIL,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("email") and not given.get("may_sign_in"):
            self.add_error(
                "email", "An address is kept only for somebody who may sign in. Tick that they may, or leave it out."
            )
        return given


class EditPerson(DescribePerson):
    """`seen` is the stamp of what the form was opened on."""

    email = forms.EmailField(label="E-mail address", max_length=254, required=False, error_messages=EMAIL)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    @classmethod
    def opened(cls, sent: QueryDict | None, person: Person) -> Self:
        """As it was sent; else as the person stands now."""
        first = {"name": person.name, "post": person.post, "organisation": person.organisation, "seen": stamp(person)}
        first["email"] = person.user.email if person.user else ""
        form = cls(sent, initial=first, area=person.area)
        if person.user is None:
            del form.fields["email"]
        return form

    def refused(self, why: Exception) -> None:
        super().refused(why)
        if isinstance(why, ChangedSince):
            typed = cast(QueryDict, self.data).copy()
            typed["seen"] = why.stamp
            self.data = typed
