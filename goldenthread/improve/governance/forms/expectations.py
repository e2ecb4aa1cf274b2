"""What is asked of those who say what is expected by a day, and how it turned out."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from goldenthread.foundation.ui.days import DayField
from goldenthread.foundation.ui.opened import OpenedOn
from goldenthread.improve.governance.models import Expectation, Visit
from goldenthread.rules.expectations import Step

STEPS = {  # the fields of the model, from worst to best
    Step.UNMET: "unmet",
    Step.MET: "met",
    Step.EXCEEDED: "exceeded",
    Step.SIGNIFICANTLY_EXCEEDED: "significantly_exceeded",
}
EMPTY_STEP = "Leave it empty if nobody has said: it then cannot be the result."


class Expect(OpenedOn):
    """`names` are the plan's own for the four steps. `seen` is the stamp of the expectation that it was opened on."""

    title = forms.CharField(
        label="Which outcome is expected?",
        max_length=200,
        error_messages={"required": "Say which outcome is expected."},
    )
    due_on = DayField(label="Date of delivery", help_text="The last day of “end September 2018” is 30 9 2018.")
    due_as_written = forms.CharField(
        label="The date as it was written, if not as a day",
        help_text="For example “End September 2018”.",
        max_length=100,
        required=False,
    )

    def __init__(self, names: Mapping[Step, str], data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        for step, field in STEPS.items():
            self.fields[field] = forms.CharField(
                label=f"{names[step]}: what would that be?", help_text=EMPTY_STEP, max_length=300, required=False
            )

    @staticmethod
    def first(one: Expectation) -> dict[str, Any]:
        """As the expectation stands."""
        return {name: getattr(one, name) for name in ("title", "due_on", "due_as_written", *STEPS.values())}


class RecordResult(forms.Form):
    """Only what was defined can be chosen."""

    step = forms.TypedChoiceField(
        label="How did it turn out?",
        coerce=Step,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it turned out."},
    )
    because = forms.CharField(
        label="What shows it?",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what shows it, in a sentence."},
    )
    result_on = DayField(label="On which day was that known?", help_text="Empty: today.", required=False)
    visit = forms.ModelChoiceField(
        label="Was it found on a visit?", queryset=Visit.objects.none(), required=False, empty_label="On none"
    )

    def __init__(
        self,
        steps: Sequence[tuple[Step, str, str]],
        visits: Any,
        data: Any = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        chosen = [(step.value, f"{name}: {words}") for step, name, words in steps if words]
        self.fields["step"].choices = chosen  # type: ignore[attr-defined]
        self.fields["visit"].queryset = visits  # type: ignore[attr-defined]
