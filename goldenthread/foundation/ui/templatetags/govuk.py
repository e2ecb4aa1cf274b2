"""`{% load govuk %}`: components, forms, colours, days and percentages."""

import datetime
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.utils import timezone
from django.utils.safestring import SafeString

from goldenthread.foundation.ui import chips, fields, words
from goldenthread.foundation.ui.components import component
from goldenthread.rules.honesty.colours import Colour

register = template.Library()


def nested(flat: dict[str, Any]) -> dict[str, Any]:
    """Two underscores open a nested option: label__text="Name" → {"label": {"text": "Name"}}."""
    options: dict[str, Any] = {}
    for key, value in flat.items():
        *path, last = key.split("__")
        inner = options
        for step in path:
            inner = inner.setdefault(step, {})
        inner[last] = value
    return options


@register.simple_tag
def govuk(which: str, /, **options: Any) -> SafeString:
    """{% govuk "button" text="Save" %}"""
    return component(which, nested(options))


@register.simple_tag
def govuk_field(field: BoundField, label: str = "", hint: str = "") -> SafeString:
    """A bound field with its label, hint and error; the page's `{{ form }}` does this for each of its fields."""
    return fields.as_component(field, label=label, hint=hint)


@register.simple_tag
def govuk_error_summary(form: BaseForm | None) -> SafeString:
    """What to put right, above the heading. Empty while there is nothing wrong."""
    problems = fields.problems(form) if form is not None and form.errors else []
    if not problems:
        return SafeString("")
    return component("error-summary", {"titleText": "There is a problem", "errorList": problems})


@register.simple_tag
def chip(colour: Colour | str | None) -> SafeString:
    """{% chip action.reported %}: a colour as shape, letter and word."""
    return chips.chip(colour)


@register.simple_tag
def date(day: datetime.date | datetime.datetime | None, missing: str = "not recorded") -> str:
    """{% date plan.issued_on %}: 8 February 2027."""
    if isinstance(day, datetime.datetime):
        day = timezone.localtime(day).date() if timezone.is_aware(day) else day.date()
    return words.day(day) if day else missing


@register.simple_tag
def percent(numerator: int | None, denominator: int | None, of: str = "", places: int = 1) -> str:
    """{% percent 515 1377 "plans issued in 2024" %}: 37.4 % (515 of 1,377 plans issued in 2024)."""
    return words.percent(numerator, denominator, of, places)
