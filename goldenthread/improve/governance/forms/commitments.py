"""What is asked of people who promise, and who prove it."""

from typing import Any

from django import forms

from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.foundation.ui.citing import Cite
from goldenthread.foundation.ui.days import DayField
from goldenthread.improve.governance import reads
from goldenthread.improve.governance.models import Body
from goldenthread.improve.governance.writes import Promised

from .refs import ActionField


class MakeCommitment(forms.Form):
    words = forms.CharField(
        label="What will be done?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what will be done."},
    )
    owner: "forms.ModelChoiceField[Person]" = forms.ModelChoiceField(
        label="Who will do it?",
        help_text="They are told. If they are not in the list, write their name below.",
        queryset=None,
        required=False,
        empty_label="Somebody who is not in the list",
    )
    owner_as_written = forms.CharField(label="Or their name or post", max_length=160, required=False)
    due_on = DayField(label="By which day?", required=False)
    due_as_written = forms.CharField(
        label="Or by when, in words",
        help_text="As it was said, for example “by the end of August” or “the next meeting”. "
        "Only a day can be found to be overdue.",
        max_length=100,
        required=False,
    )
    action_ref = ActionField(
        label="If it is kept through an action of the plan: which?",
        help_text="The action’s reference, for example 4.2.",
    )

    def __init__(self, area: LocalArea, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["action_ref"].area = area  # type: ignore[attr-defined]
        self.fields["owner"].queryset = partnership.people_in(area)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if not (given.get("owner") or given.get("owner_as_written")):
            self.add_error("owner", "Say who will do it: choose somebody from the list, or write their name.")
        if "due_on" in given and not (given["due_on"] or given.get("due_as_written")):
            self.add_error("due_on", "Say by when: a day, or in words below.")
        given["action"] = given.pop("action_ref", None)
        return given

    def promised(self) -> Promised:
        return Promised(**self.cleaned_data)


class EndCommitment(forms.Form):
    how = forms.ChoiceField(
        label="How did it end?",
        choices=(("kept", "It was kept"), ("dropped", "It is dropped: it will not be done")),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it ended."},
    )
    because = forms.CharField(
        label="If it is dropped: why?", max_length=300, widget=forms.Textarea(attrs={"rows": 3}), required=False
    )


class OfferProof(Cite):
    title = forms.CharField(
        label="What shows that it was done?", max_length=200, error_messages={"required": "Say what shows it."}
    )


class ChooseCommitments(forms.Form):
    """What the list is narrowed to; an answer that is not among the choices narrows nothing."""

    state = forms.ChoiceField(label="State", choices=[("", "All"), *reads.STATES.items()], required=False)
    body: "forms.ModelChoiceField[Body]" = forms.ModelChoiceField(
        label="Made at", queryset=None, required=False, empty_label="Any body"
    )
    owner = forms.ChoiceField(label="Owner", required=False)

    def __init__(self, area: LocalArea, data: Any) -> None:
        super().__init__(data)
        self.fields["body"].queryset = reads.bodies(area)  # type: ignore[attr-defined]
        self.fields["owner"].choices = [("", "Anybody"), *reads.owners(area)]  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, Any]:
        self.is_valid()
        body = self.cleaned_data.get("body")
        return {
            "state": self.cleaned_data.get("state", ""),
            "body": body.pk if body else None,
            "owner": self.cleaned_data.get("owner", ""),
        }
