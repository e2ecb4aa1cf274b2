"""What is asked of people who write a plan: the plan itself, and its themes."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import QuerySet

from goldenthread.foundation.ui.days import DayField
from goldenthread.foundation.ui.several import SeveralField
from goldenthread.improve.inspections.models import Finding, Inspection
from goldenthread.improve.plans.models import ImprovementPlan

from .written import Written

LONGEST_CADENCE = 366
DAYS = "Give a number of days from 1 to 366, such as 31."
NUMBER = "Give a number, such as 1."


class EditPlan(Written):
    title = forms.CharField(
        label="What is the plan called?", max_length=200, error_messages={"required": "Give the plan a title."}
    )
    kind = forms.ChoiceField(
        label="What kind of plan is it?",
        choices=ImprovementPlan.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Say what kind of plan it is."},
    )
    inspection: "forms.ModelChoiceField[Inspection]" = forms.ModelChoiceField(
        label="Which inspection does it answer?",
        queryset=None,
        required=False,
        empty_label="None",
    )
    owner = forms.CharField(label="Which body owns it?", max_length=200, required=False)
    starts_on = DayField(label="When does it start?", required=False)
    ends_on = DayField(label="When does it end?", required=False)
    cadence_days = forms.IntegerField(
        label="How many days may pass between two updates of an action?",
        min_value=1,
        max_value=LONGEST_CADENCE,
        initial=31,
        error_messages={"required": DAYS, "invalid": DAYS, "min_value": DAYS, "max_value": DAYS},
    )
    submitted_on = DayField(label="When was it sent to the inspectorates or the department?", required=False)
    accepted_on = DayField(label="When was it judged fit for purpose?", required=False)
    published_on = DayField(label="When was it published?", required=False)

    def __init__(self, *args: Any, inspections: QuerySet[Inspection], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["inspection"].queryset = inspections  # type: ignore[attr-defined]


class BeginPlan(EditPlan):
    submitted_on = accepted_on = published_on = None  # type: ignore[assignment]
    field_order = ("kind", "title", "inspection")

    def __init__(self, *args: Any, labels: Mapping[int, str], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["inspection"]
        field.help_text = (
            "One theme is made for each of its findings. An accelerated progress plan takes over only those on which "
            "the latest visit did not see sufficient progress."
        )
        field.label_from_instance = lambda one: labels[one.pk]  # type: ignore[attr-defined]


class EditTheme(Written):
    number = forms.IntegerField(
        label="Number",
        min_value=1,
        max_value=999,
        error_messages={"required": NUMBER, "invalid": NUMBER, "min_value": NUMBER, "max_value": NUMBER},
    )
    title = forms.CharField(
        label="Title", max_length=200, error_messages={"required": "Say in a few words what it is about."}
    )
    lead = forms.CharField(label="Who leads it?", max_length=120, required=False)
    findings = SeveralField(
        label="Which findings of inspectors does it answer?",
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": "Choose among the findings listed."},
    )

    def __init__(self, *args: Any, findings: QuerySet[Finding], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["findings"].queryset = findings  # type: ignore[attr-defined]
        self.fields["findings"].label_from_instance = finding_in_words  # type: ignore[attr-defined]
        if not findings.exists():
            del self.fields["findings"]


def finding_in_words(finding: Finding) -> str:
    text = " ".join(finding.text.split())
    return f"{finding}, {finding.inspection}: {text if len(text) <= 160 else text[:160].rstrip() + '…'}"
