"""What is asked of whoever brings a file."""

import hashlib
from collections.abc import Iterator, Sequence

from django import forms
from django.forms import BoundField

from . import registry
from .source import Choice


class BringFile(forms.Form):
    file = forms.FileField(
        label="Choose a file",
        help_text="XML, CSV, Excel (.xlsx), Word (.docx) or a zip of CSV files.",
        error_messages={
            "required": "Choose the file to bring.",
            "empty": "This file is empty: it holds no bytes at all. Export it again and bring the new file.",
        },
    )


class ChooseSource(forms.Form):
    source = forms.ChoiceField(
        label="What is this file?", widget=forms.RadioSelect, error_messages={"required": "Say what this file is."}
    )

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        choices = [(each.code, each.title) for each in registry.sources()]
        self.fields["source"].choices = choices  # type: ignore[attr-defined]


class UndoBatch(forms.Form):
    why = forms.CharField(
        label="Why should this batch be undone?",
        max_length=200,
        help_text="Your reason is kept in the ledger. Do not name a child.",
        error_messages={"required": "Say why, in a few words."},
    )


class SayOtherwise(forms.Form):
    """The choices that a source offered, as they stand; `chosen` is what a person made of them."""

    def __init__(self, choices: Sequence[Choice], *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.offered = {_box(each): each for each in choices}
        for name, each in self.offered.items():
            self.fields[name] = _field(each)

    def chosen(self) -> dict[str, str]:
        """A choice that the page did not have, because the file was read anew meanwhile, is not answered."""
        here = {box: each for box, each in self.offered.items() if each.kind == "tick" or box in self.data}
        given = {each.name: self.cleaned_data[box] for box, each in here.items()}
        return {name: ("yes" if value else "") if isinstance(value, bool) else value for name, value in given.items()}

    def groups(self) -> Iterator[tuple[str, list[tuple[BoundField, Choice]]]]:
        """In the order in which they were offered; those without a group first."""
        found: dict[str, list[tuple[BoundField, Choice]]] = {}
        for name, each in self.offered.items():
            found.setdefault(each.group, []).append((self[name], each))
        yield from sorted(found.items(), key=lambda pair: pair[0] != "")


def _box(choice: Choice) -> str:
    """A name may be any words of a file."""
    return f"choice-{hashlib.blake2b(choice.name.encode(), digest_size=6).hexdigest()}"


def _field(choice: Choice) -> forms.Field:
    shared = {"label": choice.label, "required": False}  # the hint may be a file's own words: the page escapes them
    if choice.kind == "tick":
        return forms.BooleanField(initial=bool(choice.answer), **shared)  # type: ignore[arg-type]
    if choice.kind == "one":
        options = [(value, words) for value, words in choice.options]
        return forms.ChoiceField(choices=options, initial=choice.answer, **shared)  # type: ignore[arg-type]
    needed = {"required": f"{choice.label}: an answer is needed."}
    return forms.CharField(
        initial=choice.answer,
        max_length=200,
        error_messages=needed,
        **{**shared, "required": True},  # type: ignore[arg-type]
    )
