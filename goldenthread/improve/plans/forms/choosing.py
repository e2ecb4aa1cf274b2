"""Which actions to see, and in which groups."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from goldenthread.improve.plans.listing import BY_NAME, FACETS, ORDERS, Option

GROUPS = ("theme", "workstream", "body", "lead", "partner", "due", "challenged")
UNKNOWN = "No action of this plan has what was asked for here. Choose from the list."


class ChooseActions(forms.Form):
    """Everything is optional. What the plan does not have is refused in a sentence, and the rest still holds."""

    words = forms.CharField(
        label="Words", required=False, max_length=100, help_text="Of the reference, the wording, or what was done"
    )
    group = forms.ChoiceField(
        label="Count by", required=False, choices=[(name, BY_NAME[name].title.lower()) for name in GROUPS]
    )
    sort = forms.CharField(required=False, widget=forms.HiddenInput)
    view = forms.CharField(required=False, widget=forms.HiddenInput)
    plan = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any], options: Mapping[str, Iterable[Option]]) -> None:
        super().__init__(data)
        self._labels = {name: {one.value: one.label for one in listed} for name, listed in options.items()}
        for facet in FACETS:
            self.fields[facet.name] = forms.ChoiceField(
                label=facet.title,
                required=False,
                choices=[("", "Any"), *self._labels[facet.name].items()],
                error_messages={"invalid_choice": UNKNOWN},
            )

    @property
    def asked(self) -> dict[str, str]:
        """What was understood, also where something else was not."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def facets(self) -> list[forms.BoundField]:
        return [self[facet.name] for facet in FACETS]

    @property
    def by(self) -> str:
        return self.asked.get("group", GROUPS[0])

    @property
    def sort_by(self) -> str:
        asked = self.asked.get("sort", "")
        return asked if asked.removeprefix("-") in ORDERS else "plan"

    @property
    def said(self) -> list[str]:
        """What was chosen, for the line above the table."""
        words = self.asked.get("words")
        said = [
            f"{facet.title.lower()} “{self._labels[facet.name][self.asked[facet.name]]}”"
            for facet in FACETS
            if facet.name in self.asked
        ]
        return said + ([f"the words “{words}”"] if words else [])
