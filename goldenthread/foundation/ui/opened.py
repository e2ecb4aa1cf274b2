"""A form that remembers what it was opened on."""

from typing import Any, cast

from django import forms
from django.http import QueryDict


class OpenedOn(forms.Form):
    """`seen` is the stamp of what the form was opened on; `overtaken`: somebody has changed that since."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    overtaken = False

    def given(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}

    def go_on_from(self, stamp: str) -> None:
        """Somebody else saved first: saving again replaces theirs, knowingly."""
        self.overtaken = True
        typed = cast(QueryDict, self.data).copy()
        typed["seen"] = stamp
        self.data = typed
