"""What is asked of people who split, merge and withdraw actions, or make one wait for another."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from goldenthread.foundation.partnership.models import Person
from goldenthread.foundation.ui.days import DayField
from goldenthread.foundation.ui.several import SeveralField
from goldenthread.improve.plans.models import Action
from goldenthread.improve.plans.writes import Asked, Carried, Piece

from .actions import person_in_words

PIECES, MOST_PIECES = 2, 8


class Ask(forms.Form):
    """Who asked, where and why: nothing leaves the plan without them."""

    asked_by = forms.CharField(
        label="Who asked for it?", max_length=120, error_messages={"required": "Say who asked for it."}
    )
    meeting = forms.CharField(
        label="At which meeting?", max_length=200, error_messages={"required": "Say at which meeting, and its date."}
    )
    why = forms.CharField(label="Why?", max_length=300, error_messages={"required": "Say why."})

    def asked(self) -> Asked:
        given = self.cleaned_data
        return Asked(given["asked_by"], given["meeting"], given["why"])


class TakeOver(Ask):
    """What goes over from the actions that end: nothing unless it is ticked."""

    evidence = forms.MultipleChoiceField(
        label="Which evidence goes over?",
        help_text="It is looked at again for the new action.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    milestones = forms.MultipleChoiceField(
        label="Which milestones go over?", widget=forms.CheckboxSelectMultiple, required=False
    )
    needs = forms.MultipleChoiceField(
        label="Which actions must still be finished first?", widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, actions: Iterable[Action], **options: Any) -> None:
        super().__init__(*args, **options)
        of = list(actions)
        self._offer("evidence", [(one.pk, one.title) for each in of for one in each.evidence.all()])
        unreached = [one for each in of for one in each.milestones.all() if one.reached_on is None]
        self._offer("milestones", [(one.pk, one.title) for one in unreached])
        needs = {one.needs_id: one.needs for each in of for one in each.depends_on.all() if one.needs.ended_on is None}
        self._offer("needs", [(key, f"{needed.ref} {needed.wording[:90]}") for key, needed in needs.items()])

    def _offer(self, name: str, choices: list[tuple[int, str]]) -> None:
        if choices:
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields[name]

    def carried(self) -> Carried:
        return Carried(**{name: self._ticked(name) for name in ("evidence", "milestones", "needs")})

    def _ticked(self, name: str) -> frozenset[int]:
        return frozenset(int(key) for key in self.cleaned_data.get(name, ()))


class NewAction(forms.Form):
    """One action that follows."""

    ref = forms.CharField(
        label="Its reference", max_length=20, error_messages={"required": "Give the new action a reference."}
    )
    wording = forms.CharField(
        label="What is promised",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what the new action promises."},
    )
    lead: "forms.ModelChoiceField[Person]" = forms.ModelChoiceField(
        label="Who leads it", queryset=None, required=False, empty_label="Nobody listed here"
    )
    lead_as_written = forms.CharField(
        label="Or the lead’s name and post, if they are not listed", max_length=200, required=False
    )
    due_on = DayField(label="When it is due", required=False)

    def __init__(self, *args: Any, people: QuerySet[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["lead"].queryset = people  # type: ignore[attr-defined]
        self.fields["lead"].label_from_instance = person_in_words  # type: ignore[attr-defined]

    def piece(self) -> Piece:
        return Piece(**self.cleaned_data)


class NewActions(forms.BaseFormSet[NewAction]):
    def pieces(self) -> list[Piece]:
        return [form.piece() for form in self.forms if form.cleaned_data]


def new_actions(data: Any, people: QuerySet[Person], like: Action, count: int = PIECES) -> NewActions:
    """As many as are asked for, with the references that come next, and lead and date of the one before."""
    lines = forms.formset_factory(
        NewAction, formset=NewActions, extra=0, min_num=PIECES, max_num=MOST_PIECES, validate_min=True
    )
    first = [_like(like, letter) for letter in "abcdefgh"[:count]]
    made: NewActions = lines(data, initial=first, prefix="new", form_kwargs={"people": people})  # type: ignore[assignment]
    return made


def new_action(data: Any, people: QuerySet[Person], merged: Sequence[Action]) -> NewAction:
    first = _like(merged[0], "m") | {"wording": "\n".join(one.wording for one in merged)}
    return NewAction(data, prefix="new", initial=first, people=people)


def _like(action: Action, letter: str) -> dict[str, Any]:
    return {
        "ref": f"{action.ref}{letter}",
        "lead": action.lead_id,
        "lead_as_written": action.lead_as_written,
        "due_on": action.due_on,
    }


class ChooseOthers(forms.Form):
    others = SeveralField(
        label="Which other actions does it take in?",
        queryset=Action.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one other action."},
    )

    def __init__(self, *args: Any, others: QuerySet[Action], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["others"].queryset = others  # type: ignore[attr-defined]
        self.fields["others"].label_from_instance = action_in_words  # type: ignore[attr-defined]


class ChooseNeeded(forms.Form):
    needs = forms.ModelChoiceField(
        label="Which action must be finished first?",
        queryset=Action.objects.none(),
        empty_label="Choose an action",
        error_messages={"required": "Choose the action that must be finished first."},
    )

    def __init__(self, *args: Any, others: QuerySet[Action], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["needs"].queryset = others  # type: ignore[attr-defined]
        self.fields["needs"].label_from_instance = action_in_words  # type: ignore[attr-defined]


def action_in_words(action: Action) -> str:
    return f"{action.ref} {action.wording if len(action.wording) <= 110 else action.wording[:110].rstrip() + '…'}"
