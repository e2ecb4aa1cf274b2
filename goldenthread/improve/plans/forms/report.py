"""What is asked of people who report."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.safestring import SafeString

from goldenthread.foundation.ui.chips import chip
from goldenthread.foundation.ui.components import component
from goldenthread.foundation.ui.days import DayField
from goldenthread.foundation.ui.fields import faults
from goldenthread.improve.plans.models import Colour as Reported
from goldenthread.improve.plans.models import Milestone
from goldenthread.improve.plans.models import Remedy as RemedyStanding
from goldenthread.improve.plans.writes import EvidenceGiven
from goldenthread.rules.calendar import format_date
from goldenthread.rules.honesty.action import Remedy
from goldenthread.rules.honesty.colours import Colour

REMEDY = ("remedy", "owner", "due")
EVIDENCE = ("evidence", "words", "address")


class ReportProgress(forms.Form):
    """`seen` is the newest update that the form was opened on: a later one by somebody else is shown before saving.
    `told` is the colour that the page has shown to be supported, where its script is at work.
    """

    colour = forms.ChoiceField(
        label="How does this action stand?",
        choices=Reported.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how this action stands."},
    )
    done = forms.CharField(
        label="What has been done since the last update?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what has been done, in a sentence or two."},
    )
    reached = forms.MultipleChoiceField(
        label="Has a milestone been reached?",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": "One of these milestones is no longer waiting. Look at the list again."},
    )
    next_step = forms.CharField(
        label="What is next? (optional)", widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    help_needed = forms.CharField(
        label="Do you need help? (optional)",
        help_text="The improvement lead is told what you write here.",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    evidence = forms.CharField(label="What is the evidence?", max_length=200, required=False)
    words = forms.CharField(
        label="What does it say?",
        help_text="Copy the words that matter: they are kept as they are today.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    address = forms.CharField(label="Where is it kept?", max_length=300, required=False)
    remedy = forms.CharField(
        label="If it is Red: what will be done to put it right?",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    owner = forms.CharField(label="If it is Red: who will do it?", max_length=120, required=False)
    due = DayField(label="If it is Red: by when?", required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput)
    told = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *typed: Any, due: Sequence[Milestone] = (), remedy: RemedyStanding | None = None, **options: Any
    ) -> None:
        """`due`: the milestones that may be said to be reached. Where a `remedy` stands, none is asked for."""
        super().__init__(*typed, **options)
        self.stands = remedy
        for name in REMEDY if remedy else ():
            del self.fields[name]
        if due:
            choices = [(one.pk, f"{one.title}, due {format_date(one.due_on)}") for one in due]
            self.fields["reached"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["reached"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if (given.get("words") or given.get("address")) and not given.get("evidence"):
            self.add_error("evidence", "Say what the evidence is: a title by which others find it.")
        return given

    def colour_chosen(self) -> Colour:
        return Colour.named(self.cleaned_data["colour"])

    def remedy_given(self) -> Remedy | None:
        given = self.cleaned_data
        if not any(given.get(name) for name in REMEDY):
            return None
        return Remedy(given["remedy"], given["owner"], given["due"])

    def evidence_given(self) -> EvidenceGiven | None:
        given = self.cleaned_data
        return EvidenceGiven(given["evidence"], given["words"], given["address"]) if given["evidence"] else None

    def milestones_reached(self) -> frozenset[int]:
        return frozenset(int(key) for key in self.cleaned_data.get("reached", ()))

    def ask_for(self, missing: tuple[str, ...]) -> None:
        """What a red report lacks (rule D8), said at the box where it belongs."""
        boxes = dict(zip(("what will be done to put it right", "who will do it", "by when"), REMEDY, strict=True))
        for what in missing:
            self.add_error(boxes[what], f"Red is saved only with a plan to put it right: say {what}.")

    def typed(self) -> list[tuple[str, str]]:
        """What was typed, to be carried through the page that checks it."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "told"}
        reached = [("reached", key) for key in given.pop("reached", ())]
        return [(name, "" if value is None else str(value)) for name, value in given.items()] + reached

    def colours(self) -> SafeString:
        """Each colour as its chip."""
        box = self["colour"]
        chosen = str(box.value() or "")
        items = [{"value": name, "html": chip(name), "checked": name == chosen} for name, _ in Reported.choices]
        legend = {"text": box.label, "classes": "govuk-fieldset__legend--s"}
        options = {"name": "colour", "idPrefix": box.auto_id, "fieldset": {"legend": legend}, "items": items}
        return component("radios", options | ({"errorMessage": {"text": " ".join(faults(box))}} if box.errors else {}))

    @property
    def offers_evidence(self) -> bool:
        """Whether any of it is filled, or wrong: then it stands open."""
        return any(self[name].value() or self[name].errors for name in EVIDENCE)


class ReportTheme(forms.Form):
    colour = forms.ChoiceField(
        label="How does this theme stand as a whole?",
        choices=Reported.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how this theme stands."},
    )
