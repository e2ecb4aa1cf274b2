"""What is asked of those who record a review, answer a recommendation, and judge the answer."""

from typing import Any

from django import forms

from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.foundation.ui.days import DayField
from goldenthread.foundation.ui.opened import OpenedOn
from goldenthread.improve.governance import reads
from goldenthread.improve.governance.models import Body, Response

SEVERAL = {"rows": 4}


class OpenReview(forms.Form):
    title = forms.CharField(
        label="What is the review called?", max_length=200, error_messages={"required": "Give the review’s title."}
    )
    code = forms.RegexField(
        regex=r"^[A-Za-z0-9-]+$",
        label="A short code for it",
        help_text="It stands in every recommendation’s id, such as SR20-12, and never changes.",
        max_length=20,
        error_messages={
            "required": "Give a short code, such as SR20.",
            "invalid": "Use letters, numbers and hyphens only, such as SR20.",
        },
    )
    body = forms.ModelChoiceField(
        label="Which body made it?", queryset=Body.objects.none(), required=False, empty_label="Not listed here"
    )
    approved_on = DayField(label="On which day did members approve it?")
    received_on = DayField(
        label="On which day was it received by those who must respond?",
        help_text="The time in which they must respond runs from this day. Leave it empty if it is not known yet.",
        required=False,
    )
    sent_to = forms.CharField(
        label="Who must respond?", help_text="For example the Cabinet.", max_length=160, required=False
    )
    to_the_nhs = forms.BooleanField(
        label="It was made to an NHS body by health scrutiny, which asked for a response", required=False
    )

    def __init__(self, area: LocalArea, data: Any = None) -> None:
        super().__init__(data)
        self.fields["body"].queryset = reads.bodies(area)  # type: ignore[attr-defined]


class Recommend(forms.Form):
    words = forms.CharField(
        label="The recommendation, word for word",
        widget=forms.Textarea(attrs=SEVERAL),
        error_messages={"required": "Give the recommendation in the review’s own words."},
    )
    number = forms.CharField(
        label="Its number, as printed",
        help_text="A number printed twice is kept twice: each recommendation has an id of its own.",
        max_length=20,
        required=False,
    )
    theme = forms.CharField(label="What is it about?", max_length=120, required=False)


class Respond(forms.Form):
    kind = forms.ChoiceField(
        label="What is the response?",
        choices=Response.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what the response is."},
    )
    reason = forms.CharField(
        label="What is the reason?",
        help_text="Needed unless it is agreed. Of one overtaken by events: what has changed, and how anybody knows.",
        widget=forms.Textarea(attrs=SEVERAL),
        required=False,
    )
    number = forms.CharField(label="The number of the response, as printed", max_length=20, required=False)
    owner: "forms.ModelChoiceField[Person]" = forms.ModelChoiceField(
        label="Who will see that it is done?",
        help_text="They are told. If they are not in the list, write their post below.",
        queryset=None,
        required=False,
        empty_label="Somebody who is not in the list, or nobody",
    )
    owner_as_written = forms.CharField(label="Or their post", max_length=160, required=False)
    due_on = DayField(label="By which day?", required=False)
    given_by = forms.CharField(
        label="Who responded?", help_text="For example the Cabinet.", max_length=160, required=False
    )
    given_on = DayField(label="On which day did they respond?")

    def __init__(self, area: LocalArea, data: Any = None) -> None:
        super().__init__(data)
        self.fields["owner"].queryset = partnership.people_in(area)  # type: ignore[attr-defined]


class MoveResponse(OpenedOn):
    """`seen` is the stamp of the response that the form was opened on."""

    state = forms.ChoiceField(
        label="How far has it come?",
        choices=Response.State.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how far it has come."},
    )


class GiveView(forms.Form):
    accepted = forms.TypedChoiceField(
        label="Does the response satisfy members?",
        choices=(("yes", "Yes, members accept it"), ("no", "No, members do not accept it")),
        coerce=lambda chosen: chosen == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether members accept it."},
    )
    words = forms.CharField(
        label="In members’ words",
        help_text="Needed if they do not accept it: what is wanting?",
        max_length=400,
        widget=forms.Textarea(attrs=SEVERAL),
        required=False,
    )
