"""What is asked of those who record a visit of advisers, and what was seen on it."""

from typing import Any

from django import forms

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.foundation.ui.days import DayField
from goldenthread.foundation.ui.opened import OpenedOn
from goldenthread.improve.governance.models import Visit
from goldenthread.improve.governance.writes.visits import FIELDS

from .refs import ActionField

SEVERAL = {"rows": 4}


class ChangeVisit(OpenedOn):
    """`seen` is the stamp of the visit that the form was opened on; empty for a new one."""

    attended = forms.CharField(label="Who attended?", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    strengths = forms.CharField(
        label="What did they find strong?", widget=forms.Textarea(attrs=SEVERAL), required=False
    )
    concerns = forms.CharField(label="What concerned them?", widget=forms.Textarea(attrs=SEVERAL), required=False)
    level = forms.ChoiceField(
        label="How concerned were they?",
        choices=[*Visit.Level.choices, ("", "They have not said yet")],
        widget=forms.RadioSelect,
        required=False,
    )
    letter_title = forms.CharField(label="If their letter has come: its title", max_length=200, required=False)
    letter_received_on = DayField(label="The day on which the letter came", required=False)
    letter_address = forms.CharField(label="Where the letter is kept", max_length=300, required=False)
    letter_words = forms.CharField(
        label="What the letter says",
        help_text="Copy the words that matter. They are kept as they are today, whatever becomes of the letter.",
        widget=forms.Textarea(attrs=SEVERAL),
        required=False,
    )
    next_on = DayField(label="When do they come next?", required=False)

    def account(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in FIELDS}


class RecordVisit(ChangeVisit):
    kind = forms.ChoiceField(
        label="What kind of visit was it?",
        choices=Visit.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what kind of visit it was."},
    )
    visited_on = DayField(label="On which day?")
    field_order = ("kind", "visited_on")


class SeeEvidence(forms.Form):
    title = forms.CharField(
        label="What did they see?", max_length=200, error_messages={"required": "Say what they saw."}
    )
    action_ref = ActionField(
        label="Of which action of the plan?",
        help_text="The action’s reference, for example 4.2. Leave it empty if it belongs to none.",
    )
    said = forms.CharField(
        label="What did they say of it?", max_length=400, widget=forms.Textarea(attrs={"rows": 3}), required=False
    )

    def __init__(self, area: LocalArea, data: Any = None) -> None:
        super().__init__(data)
        self.fields["action_ref"].area = area  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        given["action"] = given.pop("action_ref", None)
        return given
