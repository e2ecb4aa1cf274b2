"""What is asked of people who write actions, their milestones and their remedies."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from goldenthread.foundation.partnership.models import Person
from goldenthread.foundation.ui.days import DayField
from goldenthread.foundation.ui.several import SeveralField
from goldenthread.improve.plans.models import Outcome

from .written import Written

ASKED = ("asked_by", "meeting", "why")


class EditAction(Written):
    """Its reference stays, and its words are reworded by themselves."""

    beside = ("seen", *ASKED)

    outcome = forms.ModelChoiceField(
        label="Which outcome is it for?", queryset=Outcome.objects.none(), required=False, empty_label="None yet"
    )
    lead: "forms.ModelChoiceField[Person]" = forms.ModelChoiceField(
        label="Who leads it?", queryset=None, required=False, empty_label="Nobody listed here"
    )
    lead_as_written = forms.CharField(
        label="Or the lead’s name and post, if they are not listed", max_length=200, required=False
    )
    shared_with = SeveralField(
        label="Who shares it?", queryset=None, widget=forms.CheckboxSelectMultiple, required=False
    )
    body = forms.CharField(label="Which body is responsible?", max_length=200, required=False)
    partners = forms.CharField(
        label="Which organisations does it rest on?",
        max_length=300,
        required=False,
        help_text="With a semicolon between two.",
    )
    workstream = forms.CharField(label="Workstream", max_length=20, required=False)
    activity = forms.CharField(label="Which activity is it part of?", max_length=200, required=False)
    starts_on = DayField(label="When does it start?", required=False)
    due_on = DayField(label="When is it due?", required=False)
    due_as_written = forms.CharField(
        label="Or when it is due in words", max_length=100, required=False, help_text="For example: autumn term 2027."
    )
    asked_by = forms.CharField(label="If a date has changed: who asked for it?", max_length=120, required=False)
    meeting = forms.CharField(label="If a date has changed: at which meeting?", max_length=200, required=False)
    why = forms.CharField(label="If a date has changed: why?", max_length=300, required=False)

    def __init__(self, *args: Any, people: QuerySet[Person], outcomes: QuerySet[Outcome], **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("lead", "shared_with"):
            self.fields[name].queryset = people  # type: ignore[attr-defined]
            self.fields[name].label_from_instance = person_in_words  # type: ignore[attr-defined]
        self.fields["outcome"].queryset = outcomes  # type: ignore[attr-defined]


class AddAction(EditAction):
    asked_by = meeting = why = None  # type: ignore[assignment]
    field_order = ("ref", "wording")

    ref = forms.CharField(
        label="Reference",
        max_length=20,
        help_text="For example 1.1. A reference is used once in a plan.",
        error_messages={"required": "Give a reference, such as 1.1."},
    )
    wording = forms.CharField(
        label="What is promised?",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say what is promised."},
    )


class AddMilestone(forms.Form):
    title = forms.CharField(
        label="What will have been reached?", max_length=200, error_messages={"required": "Say what will be reached."}
    )
    due_on = DayField(label="By when?")


class ReachMilestone(forms.Form):
    reached_on = DayField(label="On which day was it reached?")


class GiveRemedy(forms.Form):
    wording = forms.CharField(
        label="What will be done to put it right?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what will be done."},
    )
    owner = forms.CharField(label="Who will do it?", max_length=120, error_messages={"required": "Say who will do it."})
    due_on = DayField(label="By when?")


def person_in_words(person: Person) -> str:
    return ", ".join(filter(None, (person.name, person.post)))
