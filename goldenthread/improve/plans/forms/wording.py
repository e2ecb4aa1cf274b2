"""What is asked of people who change what was promised."""

from django import forms

from .written import Written


class Reword(Written):
    """`seen` is the stamp of the words that the form was opened on."""

    beside = ("seen", "asked_by", "meeting", "why")

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
