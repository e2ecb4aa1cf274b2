"""A day asked for in three boxes, as the Design System does. What was typed is kept, right or wrong."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

PARTS = ("day", "month", "year")
YEARS = range(1900, 2200)


class DayWidget(forms.DateInput):
    def value_from_datadict(self, data: Mapping[str, Any], _: MultiValueDict[str, Any], name: str) -> Any:
        parts = [str(data.get(f"{name}-{part}", "")).strip() for part in PARTS]
        return "/".join(parts) if any(parts) else data.get(name)

    def value_omitted_from_data(self, data: Mapping[str, Any], _: Any, name: str) -> bool:
        return not any(f"{name}-{part}" in data for part in PARTS) and name not in data

    @staticmethod
    def parts(value: Any) -> dict[str, str]:
        if isinstance(value, date):
            return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
        typed = (str(value).split("/") if value else []) + ["", "", ""]
        return dict(zip(PARTS, typed, strict=False))


class DayField(forms.DateField):
    """`DayField(label="Due on")` instead of DateField: three boxes and an error that says how a date is written."""

    widget = DayWidget
    default_error_messages = {  # noqa: RUF012  Django's own name and shape
        "invalid": "Enter a real date as day, month and year, for example 8 2 2027.",
        "required": "Enter the date, for example 8 2 2027.",
        "year": "Enter the year with four digits, from 1900 to 2199, for example 2027.",
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=["%d/%m/%Y", "%Y-%m-%d"], **options)

    def validate(self, value: Any) -> None:
        """0206 and 20266 are slips of the hand; and no calendar has a day after the last of 9999."""
        super().validate(value)
        if isinstance(value, date) and value.year not in YEARS:
            raise forms.ValidationError(self.error_messages["year"], code="year")
