"""What is asked of people who stand for a colour, or ask somebody to."""

from django import forms

from goldenthread.foundation.ui.days import DayField
from goldenthread.improve.plans.models import Colour


def _why(becomes_of_it: str) -> forms.CharField:
    return forms.CharField(
        label="Why is the colour right although the facts do not support it?",
        help_text=becomes_of_it,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say why, in a sentence or two."},
    )


class ExplainAndSign(forms.Form):
    why = _why("This is printed, with your name, wherever the colour is shown.")
    until = DayField(label="Until when does this stand?", help_text="Three months at most.")


class AskForSignature(ExplainAndSign):
    why = _why("Once somebody has signed, this is printed with their name wherever the colour is shown.")


class Decline(forms.Form):
    because = forms.CharField(
        label="Why do you not sign?",
        help_text="Whoever asked is told.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why, in a sentence or two, so that whoever asked knows what to do."},
    )


class ReportOutcome(forms.Form):
    colour = forms.ChoiceField(
        label="How does this outcome stand?",
        help_text="Whether children and families are better off, whatever was done.",
        choices=Colour.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how this outcome stands."},
    )
