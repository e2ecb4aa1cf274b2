"""What is asked of those who write a claim down, and of those who check it."""

from typing import Any

from django import forms

from goldenthread.foundation.ui.days import DayField
from goldenthread.foundation.ui.opened import OpenedOn
from goldenthread.improve.governance.models import Claim, Meeting
from goldenthread.improve.governance.writes import CannotSave
from goldenthread.improve.governance.writes.claims import read_sums
from goldenthread.measure.indicators import reads as indicators
from goldenthread.rules.claims.lines import EXAMPLES

SUMS_HELP = f"One on a line, each written like one of these: {'; '.join(EXAMPLES)}."
PERIOD_HELP = "A year (2025), a month (2025-03) or a day (2025-03-31). Empty: the newest figure."


class _AboutFigures(forms.Form):
    """What both forms ask: of whom, from where, and what the figures must fit."""

    cohort = forms.CharField(
        label="Of whom, and in which months?",
        help_text="If nobody said, leave it empty: the page then says what to ask.",
        max_length=200,
        required=False,
    )
    source = forms.CharField(
        label="Where does the figure come from?",
        help_text="The source that was given; or who was asked for one, and when.",
        max_length=300,
        required=False,
    )
    sums = forms.CharField(
        label="Figures that must fit each other",
        help_text=SUMS_HELP,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    indicator = forms.ChoiceField(label="Is it one of the area’s own measures?", required=False)
    period = forms.CharField(label="Of which period?", help_text=PERIOD_HELP, max_length=10, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        measures = sorted((one.title, one.code) for one in indicators.definitions())
        choices = [("", "No, or not known"), *((code, title) for title, code in measures)]
        self.fields["indicator"].choices = choices  # type: ignore[attr-defined]

    def clean_sums(self) -> list[str]:
        lines = [line for line in self.cleaned_data["sums"].splitlines() if line.strip()]
        try:
            read_sums(lines)
        except CannotSave as why:
            raise forms.ValidationError(str(why)) from why
        return lines


class RecordClaim(_AboutFigures):
    words = forms.CharField(
        label="What was said?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write down what was said."},
    )
    speaker = forms.CharField(
        label="In which role?",
        help_text="The role of whoever said it, for example “Cabinet member for education”. Never a name.",
        max_length=120,
        error_messages={"required": "Give the role of whoever said it."},
    )
    said_on = DayField(label="On which day?")
    meeting = forms.ModelChoiceField(
        label="At which meeting?",
        queryset=Meeting.objects.none(),
        required=False,
        empty_label="At none of those kept here",
    )
    said_where = forms.CharField(label="Or where else was it said?", max_length=200, required=False)
    field_order = ("words", "speaker", "said_on", "meeting", "said_where")

    def __init__(self, meetings: Any, data: Any = None) -> None:
        super().__init__(data)
        self.fields["meeting"].queryset = meetings  # type: ignore[attr-defined]


class CheckClaim(OpenedOn, _AboutFigures):
    """`seen` is the stamp of the claim that the form was opened on."""

    verdict = forms.ChoiceField(
        label="What do you find?",
        choices=Claim.Verdict.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you find."},
    )
    checked_value = forms.CharField(
        label="What did the check find?",
        help_text="The figure with its cohort, its period and its source.",
        max_length=300,
        required=False,
    )
    why = forms.CharField(
        label="How did you check it?",
        help_text="So that somebody else can do it again.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    field_order = ("verdict", "checked_value", "why")

    @staticmethod
    def first(claim: Claim) -> dict[str, Any]:
        """As the claim stands."""
        names = ("verdict", "checked_value", "why", "cohort", "source", "indicator", "period")
        return {**{name: getattr(claim, name) for name in names}, "sums": "\n".join(_written(claim))}


def _written(claim: Claim) -> list[str]:
    return [str(one.get("written", "")) for one in claim.sums]
