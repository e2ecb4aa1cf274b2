"""A form about something that is there already: it knows what it was opened on."""

from typing import Any, Self

from django.db.models import Model
from django.http import HttpRequest

from goldenthread.foundation.ui.opened import OpenedOn
from goldenthread.improve.plans.writes import stamp


class Written(OpenedOn):
    """`beside` names fields that are not the row's own."""

    beside: tuple[str, ...] = ("seen",)

    @classmethod
    def opened(cls, request: HttpRequest, row: Model | None = None, around: str = "", **options: Any) -> Self:
        """As it was sent; else as the row stands now; else empty. `around` goes into the stamp."""
        if request.method == "POST":
            return cls(request.POST, **options)
        return cls.standing(row, around, **options) if row is not None else cls(**options)

    @classmethod
    def standing(cls, row: Model, around: str = "", **options: Any) -> Self:
        """As the row stands now."""
        names = [name for name in cls.base_fields if name not in cls.beside]
        held = {name: _held(row, name) for name in names} | {"seen": stamp(row, names, around)}
        return cls(initial=options.pop("initial", {}) | held, **options)

    def edited(self) -> dict[str, Any]:
        """What was given, and the stamp: for something that was there."""
        return dict(self.cleaned_data)


def _held(row: Model, name: str) -> Any:
    return list(getattr(row, name).all()) if row._meta.get_field(name).many_to_many else getattr(row, name)
