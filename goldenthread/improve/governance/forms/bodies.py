"""What is asked of people who keep the governance map."""

from typing import Any

from django import forms

from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.foundation.ui.days import DayField
from goldenthread.foundation.ui.opened import OpenedOn
from goldenthread.improve.governance import reads
from goldenthread.improve.governance.models import Body, Rhythm


class DescribeBody(OpenedOn):
    name = forms.CharField(label="What is it called?", max_length=120, error_messages={"required": "Give its name."})
    kind = forms.ChoiceField(label="What kind of body is it?", choices=Body.Kind.choices)
    purpose = forms.CharField(label="What is it for?", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    rhythm = forms.ChoiceField(label="How often does it mean to meet?", choices=Rhythm.choices)
    workstream = forms.CharField(
        label="If it leads a workstream of the plan: which?",
        help_text="As the plan writes it, for example WS2.",
        max_length=20,
        required=False,
    )


class FillSeat(forms.Form):
    person: "forms.ModelChoiceField[Person]" = forms.ModelChoiceField(
        label="Who sits here?",
        help_text="If they are not in the list, write their name below.",
        queryset=None,
        required=False,
        empty_label="Somebody who is not in the list",
    )
    name = forms.CharField(label="Or their name", max_length=120, required=False)
    post = forms.CharField(label="Their post", max_length=160, required=False)
    organisation = forms.CharField(label="Their organisation", max_length=120, required=False)
    chairs = forms.BooleanField(label="They chair this body", required=False)
    from_on = DayField(label="From when?", help_text="Leave it empty if you do not know.", required=False)

    def __init__(self, area: LocalArea, data: Any = None) -> None:
        super().__init__(data)
        self.fields["person"].queryset = partnership.people_in(area)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if not self.errors and not (given["person"] or given["name"]):
            self.add_error("name", "Say who sits here: choose somebody from the list, or write their name.")
        return given


class EndSeat(forms.Form):
    until_on = DayField(label="What was their last day?")


class DrawLine(forms.Form):
    upper: "forms.ModelChoiceField[Body]" = forms.ModelChoiceField(
        label="Which body does it report to?",
        queryset=None,
        empty_label="Choose a body",
        error_messages={"required": "Choose the body that it reports to."},
    )
    about = forms.CharField(
        label="On what?",
        help_text="For example: exception reports, every month.",
        max_length=200,
        required=False,
    )

    def __init__(self, body: Body, data: Any = None) -> None:
        super().__init__(data)
        others = reads.bodies(body.area).exclude(pk=body.pk)
        self.fields["upper"].queryset = others  # type: ignore[attr-defined]
