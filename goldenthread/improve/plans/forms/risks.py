"""What is asked of people who keep the register of risks."""

from django import forms

from goldenthread.foundation.ui.days import DayField
from goldenthread.rules.risks import SCALE

from .refs import ActionsField, OfPlan
from .written import Written

FIVE = [(number, f"{number}: {word.lower()}") for number, word in enumerate(SCALE, start=1)]


class EditRisk(Written, OfPlan):
    title = forms.CharField(
        label="What could happen?", max_length=300, error_messages={"required": "Say what could happen."}
    )
    effect = forms.CharField(
        label="What would it mean for children and families?",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    likelihood = forms.TypedChoiceField(
        label="How likely is it?",
        choices=FIVE,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Say how likely it is."},
    )
    impact = forms.TypedChoiceField(
        label="How bad would it be?",
        choices=FIVE,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Say how bad it would be."},
    )
    mitigation = forms.CharField(
        label="What is done about it?", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    owner = forms.CharField(
        label="Who watches it?", max_length=120, error_messages={"required": "Say who watches this risk."}
    )
    review_on = DayField(label="When will it be looked at again?", required=False)
    actions = ActionsField(label="Which actions does it touch?")


class CloseRisk(forms.Form):
    because = forms.CharField(
        label="Why is it closed?",
        help_text="It happened, it can no longer happen, or something else watches it.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why it is closed."},
    )
