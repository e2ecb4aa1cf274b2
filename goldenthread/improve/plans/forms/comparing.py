"""Which two days to set side by side."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from goldenthread.foundation.ui.days import PARTS, DayField


class CompareDays(forms.Form):
    """`from` and `to`: as addresses have them (2026-08-31), or as somebody fills in three boxes."""

    def __init__(self, given: Mapping[str, Any], today: date, before: date) -> None:
        typed = _typed(given, "from", before) | _typed(given, "to", today)
        super().__init__({**given, **typed})
        self.today = today
        self.fields["from"] = DayField(label="From the end of this day")
        self.fields["to"] = DayField(label="To the end of this day")

    @property
    def days(self) -> tuple[date, date] | None:
        """None where they cannot be compared: the errors say why."""
        return (self.cleaned_data["from"], self.cleaned_data["to"]) if self.is_valid() else None

    def clean_to(self) -> date:
        to: date = self.cleaned_data["to"]
        if to > self.today:
            raise forms.ValidationError("The second day is still to come. Give today, or a day that has been.")
        return to

    def clean(self) -> dict[str, Any]:
        asked = super().clean() or {}
        if "from" in asked and "to" in asked and asked["from"] >= asked["to"]:
            self.add_error("from", "The first day must come before the second. Give an earlier first day.")
        return asked


def _typed(given: Mapping[str, Any], name: str, otherwise: date) -> dict[str, str]:
    """Three boxes, from whichever way the day was given; the boxes of the day itself where none was."""
    boxes = {f"{name}-{part}": str(given.get(f"{name}-{part}", "")).strip() for part in PARTS}
    if any(boxes.values()):
        return boxes
    said = str(given.get(name, "")).strip()
    try:
        day = date.fromisoformat(said) if said else otherwise
    except ValueError:
        return {f"{name}-day": said}
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}
