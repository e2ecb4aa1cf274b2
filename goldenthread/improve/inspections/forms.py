from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from goldenthread.foundation.ui.days import DayField

from .models import Finding, Inspection
from .reads import Alike

NONE = "none"
LIKE = " inspectors were there, for example 8 2 2027."


class RecordVisit(forms.Form):
    """A monitoring inspection, or one whose report cannot be read as text."""

    kind = forms.ChoiceField(
        label="What was it?",
        choices=Inspection.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Say what kind of visit it was."},
    )
    started_on = DayField(label="First day", error_messages={"required": f"Enter the first day{LIKE}"})
    ended_on = DayField(label="Last day", error_messages={"required": f"Enter the last day{LIKE}"})
    source_title = forms.CharField(
        label="Title of the letter or report",
        max_length=200,
        help_text="As it is printed: it is cited wherever the visit’s judgements are shown.",
        error_messages={"required": "Give the title of the letter or report that this is taken from."},
    )


class AddFinding(forms.Form):
    """One finding of a report that could not be read as text."""

    kind = forms.ChoiceField(
        label="What does the report call it?",
        choices=Finding.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Say what the report calls it."},
    )
    text = forms.CharField(
        label="The finding, word for word",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Give the finding in the report’s own words."},
    )


class JudgeFinding(forms.Form):
    visit = forms.ModelChoiceField(
        label="Which visit judged it?",
        queryset=Inspection.objects.none(),
        empty_label=None,
        error_messages={"required": "Choose the visit.", "invalid_choice": "Choose one of the visits listed."},
    )
    sufficient_progress = forms.TypedChoiceField(
        label="Was progress sufficient?",
        choices=((True, "Sufficient progress"), (False, "Not yet sufficient progress")),
        coerce=lambda answer: answer == "True",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether inspectors judged progress sufficient."},
    )
    note = forms.CharField(
        label="What inspectors said (optional)",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="In their own words. Do not name a child.",
    )

    def __init__(self, *args: Any, visits: QuerySet[Inspection], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["visit"].queryset = visits  # type: ignore[attr-defined]


class LinkRepeat(forms.Form):
    earlier = forms.ChoiceField(
        label="Which earlier finding does it repeat?",
        widget=forms.RadioSelect,
        help_text="The most alike in words come first. Whether they are the same is for a person to say.",
        error_messages={"required": "Choose the earlier finding, or say that it repeats none."},
    )

    def __init__(self, *args: Any, beside: Sequence[Alike], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["earlier"].choices = [  # type: ignore[attr-defined]
            *((str(each.earlier.pk), _words(each)) for each in beside),
            (NONE, "It repeats none of these"),
        ]


def _words(alike: Alike) -> str:
    return f"{alike.earlier}, {alike.earlier.inspection}: {alike.earlier.text}"
