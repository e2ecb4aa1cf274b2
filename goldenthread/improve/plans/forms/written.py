"""A form about something that is there already: it knows what it was opened on."""

from typing import Any, Self

from django import forms
from django.db.models import Model
from django.http import HttpRequest

from goldenthread.improve.plans.writes import stamp


class Written(forms.Form):
    """`seen` is the stamp of what the form was opened on; `beside` names fields that are not the row's own."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    beside: tuple[str, ...] = ("seen",)

    @classmethod
    def opened(cls, request: HttpRequest, row: Model | None = None, around: str = "", **options: Any) -> Self:
        """As it was sent; else as the row stands now; else empty. `around` goes into the stamp."""
        if request.method == "POST":
            return cls(request.POST.copy(), **options)
        names = [name for name in cls.base_fields if name not in cls.beside]
        first: dict[str, Any] = dict(options.pop("initial", {}))
        if row is not None:
            first |= {name: _held(row, name) for name in names} | {"seen": stamp(row, names, around)}
        return cls(initial=first, **options)

    def given(self) -> dict[str, Any]:
        """By the names that the write has for them, for something new."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}

    def edited(self) -> dict[str, Any]:
        """And for something that was there."""
        return dict(self.cleaned_data)

    def shown_again(self, newly_seen: str) -> None:
        """Somebody came between: what was typed stands, upon what is there now."""
        self.data["seen"] = newly_seen  # type: ignore[index]


def _held(row: Model, name: str) -> Any:
    return list(getattr(row, name).all()) if row._meta.get_field(name).many_to_many else getattr(row, name)
