"""What is asked of people who record what a meeting decided."""

from typing import Any

from django import forms

from goldenthread.improve.governance.models import AgendaItem, Meeting

TO_DO = (("yes", "Yes: it waits to become a commitment"), ("no", "No: it was noted or agreed, and that is all"))


class RecordDecision(forms.Form):
    words = forms.CharField(
        label="What was decided?",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Give the words of the decision."},
    )
    item: "forms.ModelChoiceField[AgendaItem]" = forms.ModelChoiceField(
        label="Under which item?", queryset=None, required=False, empty_label="None of the agenda"
    )
    to_do = forms.ChoiceField(
        label="Must somebody now do something?",
        choices=TO_DO,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether somebody must now do something."},
    )

    def __init__(self, meeting: Meeting, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["item"].queryset = AgendaItem.objects.filter(meeting=meeting)  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        return {**self.cleaned_data, "to_do": self.cleaned_data["to_do"] == "yes"}
