"""What is asked of people who report, look at evidence, and sign."""

from typing import Any

from django import forms

from goldenthread.foundation.ui.days import DayField
from goldenthread.rules.honesty.action import Remedy
from goldenthread.rules.honesty.colours import Colour

from .models import Colour as Reported


class ReportProgress(forms.Form):
    """`seen` is the newest update that the form was opened on: a later one by somebody else is shown before saving."""

    colour = forms.ChoiceField(
        label="How does this action stand?",
        choices=Reported.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how this action stands."},
    )
    done = forms.CharField(
        label="What has been done since the last update?",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what has been done, in a sentence or two."},
    )
    remedy = forms.CharField(
        label="If it is Red: what will be done to put it right?",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    owner = forms.CharField(label="If it is Red: who will do it?", max_length=120, required=False)
    due = DayField(label="If it is Red: by when?", required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def colour_chosen(self) -> Colour:
        return Colour.named(self.cleaned_data["colour"])

    def remedy_given(self) -> Remedy | None:
        given = self.cleaned_data
        if not (given["remedy"] or given["owner"] or given["due"]):
            return None
        return Remedy(given["remedy"], given["owner"], given["due"])

    def ask_for(self, missing: tuple[str, ...]) -> None:
        """What a red report lacks (rule D8), said at the box where it belongs."""
        boxes = {"what will be done to put it right": "remedy", "who will do it": "owner", "by when": "due"}
        for what in missing:
            self.add_error(boxes[what], f"Red is saved only with a plan to put it right: say {what}.")


class ReportTheme(forms.Form):
    colour = forms.ChoiceField(
        label="How does this theme stand as a whole?",
        choices=Reported.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how this theme stands."},
    )


class ExplainAndSign(forms.Form):
    why = forms.CharField(
        label="Why is the colour right although the facts do not support it?",
        help_text="This is printed, with your name, wherever the colour is shown.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say why, in a sentence or two."},
    )
    until = DayField(label="Until when does this stand?", help_text="Three months at most.")


class OfferEvidence(forms.Form):
    title = forms.CharField(
        label="What is the evidence?", max_length=200, error_messages={"required": "Say what the evidence is."}
    )
    words = forms.CharField(
        label="What does it say?",
        help_text="Copy the words that matter. They are kept as they are today, whatever becomes of the document.",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    address = forms.CharField(label="Where is it kept?", max_length=300, required=False)


class LookAtEvidence(forms.Form):
    """Accepting needs no words; returning does."""

    because = forms.CharField(
        label="If you return it: what is wanting?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )


class Reword(forms.Form):
    wording = forms.CharField(
        label="The new words",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Give the new words."},
    )
    asked_by = forms.CharField(
        label="Who asked for them?", max_length=120, error_messages={"required": "Say who asked for the new words."}
    )
    meeting = forms.CharField(label="At which meeting?", max_length=200, required=False)
    why = forms.CharField(label="Why?", max_length=300, required=False)

    def given(self) -> dict[str, Any]:
        return dict(self.cleaned_data)
